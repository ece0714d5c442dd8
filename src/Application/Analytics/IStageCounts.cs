using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>How a cohort went through the stages of one pipeline.</summary>
public interface IStageCounts
{
    /// <summary>In the order of the pipeline; archived stages only where leads were.</summary>
    Task<IReadOnlyList<StageCount>> ByStageAsync(Cohort cohort, AmoPipelineId pipeline, CancellationToken cancellationToken);

    /// <summary>Visits of the cohort's leads to the open stages of a pipeline, by how they ended.</summary>
    Task<IReadOnlyList<StageVisits>> VisitsAsync(Cohort cohort, AmoPipelineId pipeline, CancellationToken cancellationToken);
}

/// <param name="ReachedOrPassed">Entered this stage or one that sorts after it; lost deals do not pass anything by that.</param>
/// <param name="LostFrom">Lost now, and this was the stage before.</param>
public sealed record StageCount(
    AmoStatusId Status,
    string Name,
    string Color,
    int SortOrder,
    bool IsIncoming,
    bool IsArchived,
    long Reached,
    long ReachedOrPassed,
    long Current,
    long LostFrom
);

/// <param name="Times">In hours; happened means that the stage was left.</param>
public sealed record StageVisits(
    AmoStatusId Status,
    string Name,
    string Color,
    int SortOrder,
    IReadOnlyList<TimedOutcome> Times,
    StageExits Exits
);

/// <summary>How visits to a stage ended.</summary>
/// <param name="Elsewhere">To an open stage of another pipeline.</param>
public sealed record StageExits(long Forward, long Back, long Won, long Lost, long Elsewhere);
