namespace AmoCrmQualification.Domain.Ledger;

/// <summary>One step of a deal's way: an observation that changed its stage.</summary>
/// <param name="OrderInSecond">amoCRM's times are whole seconds; this orders the steps within one.</param>
public sealed record StatusHistory(
    Observation Observation,
    AmoPipelineId? FromPipeline,
    AmoStatusId? FromStatus,
    int OrderInSecond
);

/// <summary>First and last time a deal entered a stage.</summary>
public sealed record StageReached(Stage Stage, DateTimeOffset FirstEnteredAt, DateTimeOffset LastEnteredAt);
