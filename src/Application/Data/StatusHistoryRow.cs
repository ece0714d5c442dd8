using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Data;

/// <summary>A step of a deal's history: an observation that changed its stage.</summary>
public sealed class StatusHistoryRow : ObservationRow
{
    private StatusHistoryRow() { } // EF Core

    public Guid Id { get; private init; }
    public LeadId? LeadId { get; private init; }

    /// <summary>The stage before: as amoCRM said or, where it did not, as the history tells.</summary>
    public AmoPipelineId? FromPipelineId { get; private init; }

    public AmoStatusId? FromStatusId { get; private init; }
    public int OrderInSecond { get; private init; }
}
