using System.Text.Json.Serialization;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Leads;

/// <summary>A new lead as the caller sends it.</summary>
/// <param name="Push">False keeps the lead here: it is not sent to amoCRM.</param>
public sealed record LeadDraft(
    LeadSource? SourceType = null,
    string? Name = null,
    string? Phone = null,
    string? ChatId = null,
    string? Email = null,
    string? Message = null,
    Guid? DirectionId = null,
    Guid? CreativeId = null,
    string? AdId = null,
    string? UtmSource = null,
    string? UtmMedium = null,
    string? UtmCampaign = null,
    string? UtmTerm = null,
    string? UtmContent = null,
    string? Gclid = null,
    string? Yclid = null,
    string? Fbclid = null,
    [property: JsonPropertyName("_ym_uid")] string? YmUid = null,
    DateTimeOffset? CreatedAt = null,
    long? AmocrmLeadId = null,
    bool? Push = null
)
{
    internal LeadIntake ToIntake(
        UserAccount account,
        CreativeId? creative,
        DirectionId? direction,
        IPhoneNumbers phones,
        Idempotency? idempotency
    ) =>
        new(
            account.Id,
            SourceType!.Value,
            new(Given(Name), Given(Phone), E164(account.DefaultCountry, phones), Given(ChatId), Given(Email), Given(Message)),
            direction,
            creative,
            AdIdText.Clean(AdId),
            new(Given(UtmSource), Given(UtmMedium), Given(UtmCampaign), Given(UtmTerm), SeenUtmContent),
            AmocrmLeadId is { } deal ? new DealId(deal) : null,
            IsToBePushed(account),
            CreatedAt?.ToUniversalTime(),
            idempotency
        )
        {
            Clicks = new(Given(Gclid), Given(Yclid), Given(Fbclid), Given(YmUid)),
        };

    /// <summary>Many write the id of the ad there.</summary>
    internal string? SeenUtmContent => Invisible.Without(UtmContent ?? "") is { Length: > 0 } content ? content : null;

    internal bool IsToBePushed(UserAccount account) => (Push ?? true) && account.PushLeads;

    private string? E164(string country, IPhoneNumbers phones) =>
        phones.ToE164(Given(Phone), country)
        ?? (SourceType is LeadSource.Whatsapp ? phones.FromWhatsApp(Given(ChatId)) : phones.FromChatId(Given(ChatId)));

    /// <summary>An empty field of a form says nothing.</summary>
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
