using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Time that the leads of a cohort spend in the stages of one pipeline, and their exits.</summary>
public sealed record GetTimeInStageQuery(CohortFilter Cohort, long? PipelineId) : IRequest<TimeInStage>, ICohortRequest;

internal sealed class GetTimeInStageValidator : CohortValidator<GetTimeInStageQuery>;

internal sealed class GetTimeInStageHandler(IAppDbContext db, CohortReader cohorts, ICohortDays leads)
    : IRequestHandler<GetTimeInStageQuery, TimeInStage>
{
    public async Task<TimeInStage> Handle(GetTimeInStageQuery query, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(query.Cohort, cancellationToken);
        var stages = await db.StagesAsync(cohort.Account, query.PipelineId, cancellationToken);
        var days = await leads.ReadAsync(cohort, LeadParts.Visits, cancellationToken);
        var visits = cohort.Visits(days, stages[0].PipelineId);
        return new(
            stages[0].PipelineId.Value,
            stages[0].PipelineName,
            [.. StageVisits.From(stages, visits).Select(StageTime.From)]
        );
    }
}

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
            visits.Stage.StatusId.Value,
            visits.Stage.StatusName,
            visits.Stage.StatusColor,
            visits.Stage.SortOrder,
            durations.Visits,
            durations.Open,
            Rounded.Time(durations.MedianHours),
            Rounded.Time(durations.P75Hours),
            visits.Exits
        );
    }
}

/// <summary>Exits from a stage.</summary>
/// <param name="Elsewhere">To an open stage of another pipeline.</param>
public sealed record StageExits(long Forward, long Back, long Won, long Lost, long Elsewhere);
