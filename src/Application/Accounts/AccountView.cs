using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>An account as its users see it.</summary>
/// <param name="TokenExpiresAt">
/// When a person has to connect the account anew: the end of a long-lived token, or of the right to refresh an OAuth one,
/// which moves on with each refresh. Null when it is not connected, or the token does not say.
/// </param>
/// <param name="TimeZone">IANA name; days and periods are counted in it.</param>
/// <param name="DefaultCountry">ISO 3166 alpha-2; how national phone numbers are read.</param>
/// <param name="AdoptDeals">Which deals that were made elsewhere count as leads.</param>
/// <param name="AdoptFrom">The earliest day on which such a deal was made; null: all that amoCRM has.</param>
/// <param name="AdoptPipelines">Ids of the pipelines whose deals count; null: all.</param>
/// <param name="HorizonDays">Days a lead has to qualify before verdicts judge it.</param>
/// <param name="CanAuthorize">The service has an integration at amoCRM: a person may connect the account by consent.</param>
/// <param name="IsArchived">Nothing is scheduled for it and lists leave it out; webhooks are still stored.</param>
/// <param name="WebhookUrl">
/// The signed address for amoCRM's webhooks. It is enough to report stages: null for callers who may not change the account.
/// </param>
public sealed record AccountView(
    Guid Id,
    string Name,
    string? AmocrmDomain,
    long? AmocrmAccountId,
    ConnectionState Connection,
    ConnectionMeans? ConnectedBy,
    DateTimeOffset? TokenExpiresAt,
    string? Currency,
    string TimeZone,
    string DefaultCountry,
    bool PushLeads,
    AdoptDeals AdoptDeals,
    DateOnly? AdoptFrom,
    IReadOnlyList<long>? AdoptPipelines,
    int HorizonDays,
    long? PushPipelineId,
    long? PushStatusId,
    long? PushResponsibleUserId,
    bool CanAuthorize,
    bool IsArchived,
    string? WebhookUrl,
    DateTimeOffset CreatedAt
)
{
    internal static AccountView From(UserAccount account, Connection? connection, bool canAuthorize, string? webhookUrl) =>
        new(
            account.Id.Value,
            account.Name,
            account.AmocrmDomain?.Host,
            account.AmocrmAccountId?.Value,
            connection?.State ?? ConnectionState.NotConnected,
            connection?.ConnectedBy,
            connection?.EndsAt,
            account.Currency,
            account.TimeZone,
            account.DefaultCountry,
            account.PushLeads,
            account.AdoptDeals,
            account.AdoptFrom,
            account.AdoptPipelines,
            account.HorizonDays,
            account.PushPipelineId?.Value,
            account.PushStatusId?.Value,
            account.PushResponsibleUserId?.Value,
            canAuthorize,
            account.IsArchived,
            webhookUrl,
            account.CreatedAt
        );
}
