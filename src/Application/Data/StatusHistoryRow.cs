using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Data;

/// <summary>A step of a deal's history as it is stored. The ledger writes it; here it is only read.</summary>
public sealed class StatusHistoryRow : ITenantOwned
{
    private StatusHistoryRow() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public Guid Id { get; private init; }
    public DealId AmocrmLeadId { get; private init; }
    public LeadId? LeadId { get; private init; }
    public AmoPipelineId? FromPipelineId { get; private init; }
    public AmoStatusId? FromStatusId { get; private init; }
    public AmoPipelineId ToPipelineId { get; private init; }
    public AmoStatusId ToStatusId { get; private init; }
    public DateTimeOffset ChangedAt { get; private init; }
    public int OrderInSecond { get; private init; }
    public DateTimeOffset ReceivedAt { get; private init; }
    public int Position { get; private init; }
    public ReportSource FirstSource { get; private init; }
    public ReportSource Source { get; private init; }
    public DateTimeOffset SourceReceivedAt { get; private init; }
    public bool SeenInEvents { get; private init; }

    /// <summary>What amoCRM itself said of the stage before, as against <c>From…</c>, which may be derived.</summary>
    public AmoPipelineId? OriginPipelineId { get; private init; }

    public AmoStatusId? OriginStatusId { get; private init; }

    /// <summary>The entity as reported, JSON.</summary>
    public string? WebhookData { get; private init; }
}
