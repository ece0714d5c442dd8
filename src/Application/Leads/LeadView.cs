using System.Linq.Expressions;
using System.Text.Json.Serialization;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Leads;

/// <summary>A lead as users see it. Unknown is null.</summary>
/// <param name="PushError">Why amoCRM refused it.</param>
public sealed record LeadView(
    Guid Id,
    Guid UserAccountId,
    LeadSource SourceType,
    string? Name,
    string? Phone,
    string? PhoneE164,
    string? Email,
    string? ChatId,
    string? Message,
    Guid? DirectionId,
    Guid? CreativeId,
    string? AdId,
    string? UtmSource,
    string? UtmMedium,
    string? UtmCampaign,
    string? UtmTerm,
    string? UtmContent,
    string? Gclid,
    string? Yclid,
    string? Fbclid,
    [property: JsonPropertyName("_ym_uid")] string? YmUid,
    long? AmocrmLeadId,
    long? AmocrmContactId,
    AmoPush AmocrmPush,
    string? PushError,
    long? CurrentPipelineId,
    long? CurrentStatusId,
    bool IsQualified,
    DateTimeOffset? FirstQualifiedAt,
    bool IsDeleted,
    bool IsTest,
    string? LossReason,
    long? ResponsibleUserId,
    long? DealPrice,
    AttributionView Attribution,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    /// <summary>All its marks, the earliest first; a list leaves them out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LeadMarkView>? Marks { get; init; }

    /// <summary>A lead with what its deal and its sale say, as far as the caller may see it.</summary>
    /// <param name="account">The account of all the leads.</param>
    internal static Expression<Func<Lead, LeadView>> Projection(IAppDbContext db, ICaller caller, UserAccountId account)
    {
        var sees = caller.SeesContacts;
        return l => new LeadView(
            l.Id.Value,
            l.UserAccountId.Value,
            l.SourceType,
            sees ? l.Name : null,
            sees ? l.Phone : null,
            sees ? l.PhoneE164 : null,
            sees ? l.Email : null,
            sees ? l.ChatId : null,
            sees ? l.Message : null,
            l.DirectionId == null ? null : l.DirectionId.Value.Value,
            l.CreativeId == null ? null : l.CreativeId.Value.Value,
            l.AdId,
            l.UtmSource,
            l.UtmMedium,
            l.UtmCampaign,
            l.UtmTerm,
            l.UtmContent,
            l.Gclid,
            l.Yclid,
            l.Fbclid,
            l.YmUid,
            l.AmocrmLeadId == null ? null : l.AmocrmLeadId.Value.Value,
            l.AmocrmContactId == null ? null : l.AmocrmContactId.Value.Value,
            l.AmocrmPush,
            sees ? l.PushError : null, // amoCRM may repeat what it was sent
            l.CurrentPipelineId == null ? null : l.CurrentPipelineId.Value.Value,
            l.CurrentStatusId == null ? null : l.CurrentStatusId.Value.Value,
            l.IsQualified,
            l.FirstQualifiedAt,
            l.IsDeleted,
            l.IsTest,
            db.Sales.Where(s => s.UserAccountId == account && s.AmocrmDealId == l.AmocrmLeadId)
                .Select(s => s.LossReason)
                .FirstOrDefault(),
            db.Deals.Where(d => d.UserAccountId == account && d.AmocrmLeadId == l.AmocrmLeadId)
                .Select(d => d.ResponsibleUserId == null ? null : (long?)d.ResponsibleUserId.Value.Value)
                .FirstOrDefault(),
            db.Deals.Where(d => d.UserAccountId == account && d.AmocrmLeadId == l.AmocrmLeadId)
                .Select(d => d.Price)
                .FirstOrDefault(),
            new AttributionView(
                l.CreativeId == null ? null : l.CreativeId.Value.Value,
                l.AttributionAdId,
                l.AttributionRule ?? AttributionRule.None,
                l.AttributionCode == null || (!sees && l.AttributionCode.StartsWith(TrackingCodes.OwnField))
                    ? null
                    : new MarkEvidenceView(l.AttributionCode, l.AttributionValue!),
                l.AttributedAt
            ),
            l.CreatedAt,
            l.UpdatedAt
        );
    }
}

/// <summary>The creative of a lead and the rule that gave it.</summary>
/// <param name="AdId">The ad that its mark names.</param>
/// <param name="Rule"><c>given</c>, <c>mapped_field</c>, the code of the mark, <c>creative_mark</c>, <c>token</c> or <c>none</c>.</param>
/// <param name="Evidence">The mark that decided it.</param>
public sealed record AttributionView(
    Guid? CreativeId,
    string? AdId,
    string Rule,
    MarkEvidenceView? Evidence,
    DateTimeOffset? DecidedAt
);

/// <summary>A mark as evidence.</summary>
public sealed record MarkEvidenceView(string Code, string Value);
