namespace AmoCrmQualification.Application.Data;

/// <summary>First and last entry of a deal into a stage. The ledger writes it; here it is only read.</summary>
public sealed class StageReachedRow : ITenantOwned
{
    private StageReachedRow() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public DealId AmocrmLeadId { get; private init; }
    public AmoPipelineId PipelineId { get; private init; }
    public AmoStatusId StatusId { get; private init; }
    public DateTimeOffset FirstEnteredAt { get; private init; }
    public DateTimeOffset LastEnteredAt { get; private init; }
}
