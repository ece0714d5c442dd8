using System.Linq.Expressions;
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
    long? AmocrmLeadId,
    long? AmocrmContactId,
    AmoPush AmocrmPush,
    string? PushError,
    long? CurrentPipelineId,
    long? CurrentStatusId,
    bool IsQualified,
    DateTimeOffset? FirstQualifiedAt,
    bool IsDeleted,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    internal static readonly Expression<Func<Lead, LeadView>> Projection = l => new LeadView(
        l.Id.Value,
        l.UserAccountId.Value,
        l.SourceType,
        l.Name,
        l.Phone,
        l.PhoneE164,
        l.Email,
        l.ChatId,
        l.Message,
        l.DirectionId == null ? null : l.DirectionId.Value.Value,
        l.CreativeId == null ? null : l.CreativeId.Value.Value,
        l.AdId,
        l.UtmSource,
        l.UtmMedium,
        l.UtmCampaign,
        l.UtmTerm,
        l.UtmContent,
        l.AmocrmLeadId == null ? null : l.AmocrmLeadId.Value.Value,
        l.AmocrmContactId == null ? null : l.AmocrmContactId.Value.Value,
        l.AmocrmPush,
        l.PushError,
        l.CurrentPipelineId == null ? null : l.CurrentPipelineId.Value.Value,
        l.CurrentStatusId == null ? null : l.CurrentStatusId.Value.Value,
        l.IsQualified,
        l.FirstQualifiedAt,
        l.IsDeleted,
        l.CreatedAt,
        l.UpdatedAt
    );
}
