namespace AmoCrmQualification.Sandbox.World;

public sealed record CrmTag(long Id, string Name);

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
    public IReadOnlyList<CrmTag> Tags { get; init; } = [];
    public IReadOnlyList<long> ContactIds { get; init; } = [];
    public IReadOnlyList<CrmField> Fields { get; init; } = [];

    internal bool IsClosed => StatusId is CrmStage.Won or CrmStage.Lost;

    internal bool SamePlace(CrmLead other) => (PipelineId, StatusId) == (other.PipelineId, other.StatusId);
}

/// <summary>What a person or a program enters for a new deal; what is left out, amoCRM fills in.</summary>
public sealed record NewLead
{
    public long? Id { get; init; }
    public string? Name { get; init; }
    public decimal Price { get; init; }
    public long? PipelineId { get; init; }
    public long? StatusId { get; init; }
    public long? LossReasonId { get; init; }
    public long? ResponsibleUserId { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<long> ContactIds { get; init; } = [];
    public IReadOnlyList<CrmField> Fields { get; init; } = [];

    /// <summary>Values of custom fields by code or name: `UTM_CONTENT`, `Рекламная кампания`.</summary>
    public IReadOnlyDictionary<string, string> Marks { get; init; } = new Dictionary<string, string>();
    public long? At { get; init; }
    public long By { get; init; }
}
