using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>How long the leads of a cohort stay in the stages of one pipeline, and how they leave them.</summary>
public sealed record GetTimeInStageQuery(CohortFilter Cohort, long? PipelineId)
    : IRequest<TimeInStage>,
        ICohortRequest,
        IPipelineRequest;

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
);

internal sealed class GetTimeInStageHandler(IAppDbContext db, IStageCounts counts, TimeProvider clock)
    : IRequestHandler<GetTimeInStageQuery, TimeInStage>
{
    public async Task<TimeInStage> Handle(GetTimeInStageQuery query, CancellationToken cancellationToken)
    {
        var cohort = await db.CohortAsync(query.Cohort, clock.GetUtcNow(), cancellationToken);
        var pipeline = query.Pipeline();
        var stages = await db.StagesAsync(cohort.Account, pipeline, cancellationToken);
        var visits = await counts.VisitsAsync(cohort, pipeline, cancellationToken);
        return new(pipeline.Value, stages[0].PipelineName, [.. visits.Select(StageOf)]);
    }

    private static StageTime StageOf(StageVisits visits)
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
