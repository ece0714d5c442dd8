using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Data;

/// <summary>An observation as it is stored, in whichever table. The ledger writes it, never a database context.</summary>
public abstract class ObservationRow : ITenantOwned
{
    public UserAccountId UserAccountId { get; private init; }
    public DealId AmocrmLeadId { get; private init; }
    public DateTimeOffset ChangedAt { get; private init; }
    public AmoPipelineId ToPipelineId { get; private init; }
    public AmoStatusId ToStatusId { get; private init; }

    /// <summary>The former stage, as reported by amoCRM.</summary>
    public AmoPipelineId? OriginPipelineId { get; private init; }

    public AmoStatusId? OriginStatusId { get; private init; }
    public DateTimeOffset ReceivedAt { get; private init; }
    public int Position { get; private init; }
    public ReportSource FirstSource { get; private init; }
    public ReportSource Source { get; private init; }
    public DateTimeOffset SourceReceivedAt { get; private init; }
    public bool SeenInEvents { get; private init; }

    /// <summary>The entity as reported, JSON.</summary>
    public string? WebhookData { get; private init; }
}
