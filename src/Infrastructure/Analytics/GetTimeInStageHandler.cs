using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Infrastructure.Ledger;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class GetTimeInStageHandler(AppDbContext db, CohortReader cohorts, AnalyticsDatabase database)
    : IRequestHandler<GetTimeInStageQuery, TimeInStage>
{
    // Visits that are alike are one row. A visit ends where the next begins, the last has lasted until now; how long leads are won or
    // lost is of no interest. All pipelines are counted first, as the planner has no idea how many visits a pipeline has and would sort them.
    private const string Visits = $"""
        , visits AS (
          SELECT unnest(d.visit_stages) AS stage, unnest(d.visit_stages[2:]) AS next, unnest(d.visit_starts) AS since,
            unnest(d.visit_starts[2:] || floor(date_part('epoch', $7))::bigint) AS until
          FROM cohort c JOIN amocrm_deals d ON d.user_account_id = $1 AND d.amocrm_lead_id = c.amocrm_lead_id),
        counted AS MATERIALIZED (
          SELECT stage, next, CASE WHEN stage & {StageNumber.StatusMask} NOT IN (142, 143) THEN greatest(until - since, 0) END AS seconds, count(*) AS visits
          FROM visits GROUP BY 1, 2, 3)
        SELECT stage, next, seconds, visits FROM counted WHERE stage >> 32 = $9 AND seconds IS NOT NULL
        """;

    public async Task<TimeInStage> Handle(GetTimeInStageQuery query, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(query.Cohort, cancellationToken);
        var stages = await db.StagesAsync(cohort.Account, query.PipelineId, cancellationToken);
        await using var command = database.Command(cohort, Visits, BatchCommands.Scalar(stages[0].PipelineId.Value));
        var visits = await command.ListAsync(
            row => new VisitCount(
                StageNumber.Stage(row.GetInt64(0)),
                row.IsDBNull(1) ? null : StageNumber.Stage(row.GetInt64(1)),
                row.GetInt64(2),
                row.GetInt64(3)
            ),
            cancellationToken
        );
        return new(
            stages[0].PipelineId.Value,
            stages[0].PipelineName,
            [.. StageVisits.From(stages, visits).Select(StageTime.From)]
        );
    }
}
