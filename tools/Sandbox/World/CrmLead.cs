namespace AmoCrmQualification.Sandbox.World;

public sealed record CrmTag(long Id, string Name);

/// <summary>The channel that made the deal: a form service, a chat, telephony.</summary>
public sealed record CrmSource(long Id, string Name);

/// <summary>A deal as amoCRM holds it at one moment. Times are epoch seconds, as on the wire.</summary>
public sealed record CrmLead
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public decimal Price { get; init; }
    public required long PipelineId { get; init; }
    public required long StatusId { get; init; }
    public long? LossReasonId { get; init; }
    public long ResponsibleUserId { get; init; }
    public long CreatedBy { get; init; }
    public long UpdatedBy { get; init; }
    public required long CreatedAt { get; init; }
    public required long UpdatedAt { get; init; }
    public long? ClosedAt { get; init; }
    public bool IsDeleted { get; init; }
    public CrmSource? Source { get; init; }
    public IReadOnlyList<CrmTag> Tags { get; init; } = [];
    public IReadOnlyList<long> ContactIds { get; init; } = [];
    public IReadOnlyList<CrmField> Fields { get; init; } = [];

    internal bool IsClosed => StatusId is CrmStage.Won or CrmStage.Lost;

    internal bool SamePlace(CrmLead other) => (PipelineId, StatusId) == (other.PipelineId, other.StatusId);
}
