namespace AmoCrmQualification.Sandbox.World;

/// <summary>A deal as a person, a form or another integration enters it; what is left out, amoCRM fills in.</summary>
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

    /// <summary>Made together with the deal, and its main contact.</summary>
    public NewContact? Contact { get; init; }
    public IReadOnlyList<CrmField> Fields { get; init; } = [];

    /// <summary>Values of custom fields by code or name: `UTM_CONTENT`, `Рекламная кампания`.</summary>
    public IReadOnlyDictionary<string, string> Marks { get; init; } = new Dictionary<string, string>();
    public string? Source { get; init; }
    public long? At { get; init; }
    public long By { get; init; }

    /// <summary>Later moves of the deal; the journal tells each at its time.</summary>
    public IReadOnlyList<NewMove> Path { get; init; } = [];

    /// <summary>No webhook tells of it: the deal is older than the subscription, or its webhooks were lost.</summary>
    public bool Silent { get; init; }
}

public sealed record NewMove(
    long StatusId,
    long At,
    long? PipelineId = null,
    decimal? Price = null,
    long? LossReasonId = null,
    long? By = null
);
