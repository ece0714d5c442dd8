using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Time that the leads of a cohort spend in the stages of one pipeline, and their exits.</summary>
public sealed record GetTimeInStageQuery(CohortFilter Cohort, long? PipelineId) : IRequest<TimeInStage>, ICohortRequest;

internal sealed class GetTimeInStageValidator : CohortValidator<GetTimeInStageQuery>;

public sealed record TimeInStage(long PipelineId, string PipelineName, IReadOnlyList<StageTime> Stages);

/// <param name="Visits">A lead that comes back visits again.</param>
/// <param name="Open">Visits that go on.</param>
/// <param name="MedianHours">Null while fewer than half are known to have left; open visits count as long as they have lasted.</param>
public sealed record StageTime(
    long StatusId,
    string StatusName,
    string StatusColor,
    int SortOrder,
    long Visits,
    long Open,
    double? MedianHours,
    double? P75Hours,
    StageExits Exits
)
{
    public static StageTime From(StageVisits visits)
    {
        var durations = StageDurations.From(visits.Times);
        return new(
            visits.Status.Value,
            visits.Name,
            visits.Color,
            visits.SortOrder,
            durations.Visits,
            durations.Open,
            Rounded.Time(durations.MedianHours),
            Rounded.Time(durations.P75Hours),
            visits.Exits
        );
    }
}

/// <summary>Visits of the cohort's leads to an open stage of the pipeline, by how they ended.</summary>
/// <param name="Times">In hours; happened means that the stage was left.</param>
public sealed record StageVisits(
    AmoStatusId Status,
    string Name,
    string Color,
    int SortOrder,
    IReadOnlyList<TimedOutcome> Times,
    StageExits Exits
);

/// <summary>Exits from a stage.</summary>
/// <param name="Elsewhere">To an open stage of another pipeline.</param>
public sealed record StageExits(long Forward, long Back, long Won, long Lost, long Elsewhere);
