using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>How a cohort went through the stages of one pipeline.</summary>
public interface IStageCounts
{
    /// <summary>The ways that leads went through the stages of a pipeline: of a hundred thousand leads some thousand.</summary>
    Task<IReadOnlyCollection<StagePath>> StagePathsAsync(
        Cohort cohort,
        AmoPipelineId pipeline,
        CancellationToken cancellationToken
    );

    /// <summary>Visits of the cohort's leads to the open stages of a pipeline, by how they ended.</summary>
    Task<IReadOnlyList<StageVisits>> VisitsAsync(Cohort cohort, AmoPipelineId pipeline, CancellationToken cancellationToken);
}

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
