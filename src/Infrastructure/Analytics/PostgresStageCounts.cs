using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Pipelines;
using AmoCrmQualification.Infrastructure.Persistence;
using Npgsql;

namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>How a cohort went through the stages of one pipeline.</summary>
internal sealed class PostgresStageCounts(NpgsqlDataSource database) : IStageCounts
{
    // A deal has passed what sorts before the furthest stage it entered; being lost passes nothing, being won everything.
    // Where a deal that is lost now was before: the stage it entered last of the others.
    private const string ByStage = """
        , stages AS (
          SELECT status_id, status_name, status_color, sort_order, status_type = 1 AS is_incoming, is_archived,
            CASE status_id WHEN 142 THEN 2147483647 WHEN 143 THEN NULL ELSE sort_order END AS far
          FROM amocrm_pipeline_stages WHERE user_account_id = $1 AND pipeline_id = $10),
        entered AS (
          SELECT r.amocrm_lead_id, r.status_id, s.far,
            r.status_id <> 143 AND c.current_pipeline_id = $10 AND c.current_status_id = 143 AND r.last_entered_at = max(r.last_entered_at)
              FILTER (WHERE r.status_id <> 143) OVER (PARTITION BY r.amocrm_lead_id) AS was_last
          FROM cohort c
          JOIN lead_stage_reached r ON r.user_account_id = $1 AND r.amocrm_lead_id = c.amocrm_lead_id AND r.pipeline_id = $10
          JOIN stages s ON s.status_id = r.status_id),
        by_stage AS (
          SELECT status_id, count(*) AS reached, count(*) FILTER (WHERE was_last) AS lost_from FROM entered GROUP BY status_id),
        furthest AS (SELECT far, count(*) AS leads FROM (SELECT max(far) AS far FROM entered GROUP BY amocrm_lead_id) f GROUP BY far),
        here AS (SELECT current_status_id AS status_id, count(*) AS leads FROM cohort WHERE current_pipeline_id = $10 GROUP BY 1)
        SELECT s.status_id, s.status_name, s.status_color, s.sort_order, s.is_incoming, s.is_archived, coalesce(b.reached, 0),
          (SELECT coalesce(sum(f.leads), 0)::bigint FROM furthest f WHERE f.far >= s.far), coalesce(h.leads, 0), coalesce(b.lost_from, 0)
        FROM stages s
        LEFT JOIN by_stage b ON b.status_id = s.status_id
        LEFT JOIN here h ON h.status_id = s.status_id
        WHERE NOT s.is_archived OR b.reached > 0 OR h.leads > 0
        ORDER BY s.sort_order, s.status_id
        """;

    private const string Visits = """
        , steps AS (
          SELECT h.amocrm_lead_id, h.to_pipeline_id AS pipeline, h.to_status_id AS status, h.changed_at AS since,
            lead(h.changed_at) OVER deal AS until, lead(h.to_pipeline_id) OVER deal AS next_pipeline, lead(h.to_status_id) OVER deal AS next_status
          FROM cohort c
          JOIN amocrm_lead_status_history h ON h.user_account_id = $1 AND h.amocrm_lead_id = c.amocrm_lead_id
          WINDOW deal AS (PARTITION BY h.amocrm_lead_id ORDER BY date_trunc('second', h.changed_at), h.order_in_second)),
        visits AS (
          SELECT v.status, ceil(extract(epoch FROM greatest(coalesce(v.until, $11), v.since) - v.since) / 60)::bigint AS minutes,
            CASE WHEN v.until IS NULL THEN 'open' WHEN v.next_pipeline <> $10 THEN 'elsewhere' WHEN v.next_status = 142 THEN 'won'
              WHEN v.next_status = 143 THEN 'lost' WHEN n.sort_order < s.sort_order THEN 'back' ELSE 'forward' END AS ending
          FROM steps v
          JOIN amocrm_pipeline_stages s ON s.user_account_id = $1 AND s.pipeline_id = $10 AND s.status_id = v.status
          LEFT JOIN amocrm_pipeline_stages n ON n.user_account_id = $1 AND n.pipeline_id = $10 AND n.status_id = v.next_status
          WHERE v.pipeline = $10 AND v.status NOT IN (142, 143))
        SELECT s.status_id, s.status_name, s.sort_order, v.minutes, v.ending, count(v.status)
        FROM amocrm_pipeline_stages s LEFT JOIN visits v ON v.status = s.status_id
        WHERE s.user_account_id = $1 AND s.pipeline_id = $10 AND s.status_id NOT IN (142, 143) AND (NOT s.is_archived OR v.status IS NOT NULL)
        GROUP BY 1, 2, 3, 4, 5
        ORDER BY s.sort_order, s.status_id
        """;

    public async Task<IReadOnlyList<StageCount>> ByStageAsync(
        Cohort cohort,
        AmoPipelineId pipeline,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(cohort, ByStage, BatchCommands.Scalar(pipeline.Value));
        return await command.ListAsync(
            row => new StageCount(
                new(row.GetInt64(0)),
                row.GetString(1),
                row.GetString(2),
                row.GetInt32(3),
                row.GetBoolean(4),
                row.GetBoolean(5),
                row.GetInt64(6),
                row.GetInt64(7),
                row.GetInt64(8),
                row.GetInt64(9)
            ),
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<StageVisits>> VisitsAsync(
        Cohort cohort,
        AmoPipelineId pipeline,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(
            cohort,
            Visits,
            BatchCommands.Scalar(pipeline.Value),
            BatchCommands.Scalar(cohort.Now)
        );
        var endings = await command.ListAsync(
            row => new Ending(
                (row.GetInt64(0), row.GetString(1), row.GetInt32(2)),
                row.IsDBNull(3) ? 0 : row.GetInt64(3),
                row.IsDBNull(4) ? "" : row.GetString(4),
                row.GetInt64(5)
            ),
            cancellationToken
        );
        return [.. endings.GroupBy(e => e.Stage).Select(VisitsOf)];
    }

    private static StageVisits VisitsOf(IGrouping<(long Status, string Name, int Sort), Ending> endings)
    {
        return new(
            new(endings.Key.Status),
            endings.Key.Name,
            endings.Key.Sort,
            [
                .. endings
                    .Where(e => e.Count > 0)
                    .Select(e => new TimedOutcome(e.Minutes / 60.0, !string.Equals(e.How, "open", StringComparison.Ordinal), e.Count)),
            ],
            new(Count("forward"), Count("back"), Count("won"), Count("lost"), Count("elsewhere"))
        );

        long Count(string how) => endings.Where(e => string.Equals(e.How, how, StringComparison.Ordinal)).Sum(e => e.Count);
    }

    /// <param name="Minutes">How long the visits lasted, rounded up.</param>
    private sealed record Ending((long Status, string Name, int Sort) Stage, long Minutes, string How, long Count);
}
