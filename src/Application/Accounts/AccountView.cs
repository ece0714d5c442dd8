using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoConnection;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>An account as its users see it.</summary>
/// <param name="TimeZone">IANA name; days and periods are counted in it.</param>
/// <param name="DefaultCountry">ISO 3166 alpha-2; how national phone numbers are read.</param>
/// <param name="WebhookUrl">The signed address for amoCRM's webhooks. Whoever knows it can report stages.</param>
public sealed record AccountView(
    Guid Id,
    string Name,
    string? AmocrmDomain,
    long? AmocrmAccountId,
    ConnectionState Connection,
    string? Currency,
    string TimeZone,
    string DefaultCountry,
    bool PushLeads,
    string WebhookUrl,
    DateTimeOffset CreatedAt
)
{
    internal static AccountView Of(UserAccount account, Connection? connection, string webhookUrl) =>
        new(
            account.Id.Value,
            account.Name,
            account.AmocrmDomain?.Host,
            account.AmocrmAccountId?.Value,
            connection?.State ?? ConnectionState.NotConnected,
            account.Currency,
            account.TimeZone,
            account.DefaultCountry,
            account.PushLeads,
            webhookUrl,
            account.CreatedAt
        );
}
