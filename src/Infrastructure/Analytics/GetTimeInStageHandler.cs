using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class GetTimeInStageHandler(AppDbContext db, CohortReader cohorts, AnalyticsDatabase database)
    : IRequestHandler<GetTimeInStageQuery, TimeInStage>
{
    private const string Visits = """
        , steps AS (
          SELECT h.to_pipeline_id AS pipeline, h.to_status_id AS status, h.changed_at AS since,
            lead(h.changed_at) OVER deal AS until, lead(h.to_pipeline_id) OVER deal AS next_pipeline, lead(h.to_status_id) OVER deal AS next_status
          FROM cohort c
          JOIN amocrm_lead_status_history h ON h.user_account_id = $1 AND h.amocrm_lead_id = c.amocrm_lead_id
          WINDOW deal AS (PARTITION BY h.amocrm_lead_id ORDER BY date_trunc('second', h.changed_at), h.order_in_second)),
        visits AS (
          SELECT v.status, date_part('epoch', greatest(coalesce(v.until, $7), v.since) - v.since)::bigint AS seconds,
            CASE WHEN v.until IS NULL THEN 'open' WHEN v.next_status = 142 THEN 'won' WHEN v.next_status = 143 THEN 'lost'
              WHEN v.next_pipeline <> $9 THEN 'elsewhere' WHEN n.sort_order < s.sort_order THEN 'back' ELSE 'forward' END AS ending
          FROM steps v
          JOIN amocrm_pipeline_stages s ON s.user_account_id = $1 AND s.pipeline_id = $9 AND s.status_id = v.status
          LEFT JOIN amocrm_pipeline_stages n ON n.user_account_id = $1 AND n.pipeline_id = $9 AND n.status_id = v.next_status
          WHERE v.pipeline = $9 AND v.status NOT IN (142, 143)),
        counted AS (SELECT status, seconds, ending, count(*) AS visits FROM visits GROUP BY 1, 2, 3)
        SELECT s.status_id, s.status_name, s.status_color, s.sort_order, coalesce(v.seconds, 0), coalesce(v.ending, ''), coalesce(v.visits, 0)
        FROM amocrm_pipeline_stages s LEFT JOIN counted v ON v.status = s.status_id
        WHERE s.user_account_id = $1 AND s.pipeline_id = $9 AND s.status_id NOT IN (142, 143) AND (NOT s.is_archived OR v.status IS NOT NULL)
        ORDER BY s.sort_order, s.status_id
        """;

    public async Task<TimeInStage> Handle(GetTimeInStageQuery query, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(query.Cohort, cancellationToken);
        var stages = await db.StagesAsync(cohort.Account, query.PipelineId, cancellationToken);
        await using var command = database.Command(cohort, Visits, BatchCommands.Scalar(stages[0].PipelineId.Value));
        var endings = await command.ListAsync(
            row => new Ending(
                (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3)),
                row.GetInt64(4),
                row.GetString(5),
                row.GetInt64(6)
            ),
            cancellationToken
        );
        var visits = endings.GroupBy(e => e.Stage).Select(VisitsOf);
        return new(stages[0].PipelineId.Value, stages[0].PipelineName, [.. visits.Select(StageTime.From)]);
    }

    private static StageVisits VisitsOf(IGrouping<(long Status, string Name, string Color, int Sort), Ending> endings)
    {
        const double SecondsOfHour = 3600;
        return new(
            new(endings.Key.Status),
            endings.Key.Name,
            endings.Key.Color,
            endings.Key.Sort,
            [
                .. endings
                    .Where(e => e.Count > 0)
                    .Select(e => new TimedOutcome(e.Seconds / SecondsOfHour, e.How is not "open", e.Count)),
            ],
            new(Count("forward"), Count("back"), Count("won"), Count("lost"), Count("elsewhere"))
        );

        long Count(string how) => endings.Where(e => string.Equals(e.How, how, StringComparison.Ordinal)).Sum(e => e.Count);
    }

    private sealed record Ending((long Status, string Name, string Color, int Sort) Stage, long Seconds, string How, long Count);
}
