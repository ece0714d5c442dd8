using AmoCrmQualification.Infrastructure.Ledger;

namespace AmoCrmQualification.Infrastructure.Rollups;

/// <summary>A result of the histories of an account ($1), stored so that it is read and not computed.</summary>
/// <param name="Differing">
/// Common table expressions that end with <c>differing</c>: the rows that are not what the histories say, as these say them. Its
/// columns <c>subject</c>, <c>stored</c> and <c>computed</c> tell a person so.
/// </param>
/// <param name="Repairs">Statements after the same that make them so.</param>
internal sealed record Rollup(string Name, string Differing, params IReadOnlyList<string> Repairs)
{
    // The order of the ledger: amoCRM's seconds, then the order within each.
    private const string InOrder = "ORDER BY date_trunc('second', h.changed_at), h.order_in_second";

    private static readonly Rollup Visits = new(
        "visits",
        $"""
        computed AS (
          SELECT h.amocrm_lead_id AS deal, array_agg(coalesce({StageNumber.StepSql}, 0) {InOrder}) AS stages,
            array_agg(floor(date_part('epoch', h.changed_at))::bigint {InOrder}) AS starts
          FROM amocrm_lead_status_history h WHERE h.user_account_id = $1 GROUP BY 1),
        differing AS (
          SELECT d.amocrm_lead_id AS deal, c.stages, c.starts, format('deal %s', d.amocrm_lead_id) AS subject,
            format('%s from %s', d.visit_stages, d.visit_starts) AS stored, format('%s from %s', c.stages, c.starts) AS computed
          FROM amocrm_deals d LEFT JOIN computed c ON c.deal = d.amocrm_lead_id
          WHERE d.user_account_id = $1 AND (d.visit_stages, d.visit_starts) IS DISTINCT FROM (c.stages, c.starts))
        """,
        """
        UPDATE amocrm_deals d SET visit_stages = x.stages, visit_starts = x.starts
        FROM differing x WHERE d.user_account_id = $1 AND d.amocrm_lead_id = x.deal
        """
    );

    private static readonly Rollup StagesReached = new(
        "stages reached",
        """
        computed AS (
          SELECT amocrm_lead_id AS deal, to_pipeline_id AS pipeline, to_status_id AS status, min(changed_at) AS first, max(changed_at) AS last
          FROM amocrm_lead_status_history WHERE user_account_id = $1 GROUP BY 1, 2, 3),
        kept AS (
          SELECT amocrm_lead_id AS deal, pipeline_id AS pipeline, status_id AS status, first_entered_at, last_entered_at
          FROM lead_stage_reached WHERE user_account_id = $1),
        differing AS (
          SELECT deal, pipeline, status, c.first, c.last, format('deal %s stage %s/%s', deal, pipeline, status) AS subject,
            format('%s to %s', k.first_entered_at, k.last_entered_at) AS stored, format('%s to %s', c.first, c.last) AS computed
          FROM kept k FULL JOIN computed c USING (deal, pipeline, status)
          WHERE (k.first_entered_at, k.last_entered_at) IS DISTINCT FROM (c.first, c.last))
        """,
        """
        DELETE FROM lead_stage_reached r USING differing x
        WHERE r.user_account_id = $1 AND r.amocrm_lead_id = x.deal AND r.pipeline_id = x.pipeline AND r.status_id = x.status AND x.first IS NULL
        """,
        """
        INSERT INTO lead_stage_reached (user_account_id, amocrm_lead_id, pipeline_id, status_id, first_entered_at, last_entered_at)
        SELECT $1, deal, pipeline, status, first, last FROM differing WHERE first IS NOT NULL
        ON CONFLICT (user_account_id, amocrm_lead_id, pipeline_id, status_id)
        DO UPDATE SET first_entered_at = excluded.first_entered_at, last_entered_at = excluded.last_entered_at
        """
    );

    private static readonly Rollup Leads = new(
        "leads",
        $"""
        steps AS (
          SELECT h.amocrm_lead_id AS deal, h.to_pipeline_id AS pipeline, h.to_status_id AS status, h.changed_at, {StageNumber.StepSql} AS number,
            coalesce(s.is_qualified_stage, false) AS counts, row_number() OVER deal AS place,
            last_value(h.to_pipeline_id) OVER (deal RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last_pipeline
          FROM amocrm_lead_status_history h
          LEFT JOIN amocrm_pipeline_stages s ON s.user_account_id = $1 AND s.pipeline_id = h.to_pipeline_id AND s.status_id = h.to_status_id
          WHERE h.user_account_id = $1
          WINDOW deal AS (PARTITION BY h.amocrm_lead_id {InOrder})),
        computed AS (
          SELECT deal, last_pipeline AS pipeline, (array_agg(status ORDER BY place DESC))[1] AS status, (array_agg(counts ORDER BY place DESC))[1] AS counts,
            min(changed_at) FILTER (WHERE counts) AS first_qualified_at,
            (array_agg(DISTINCT number) FILTER (WHERE number IS NOT NULL))[:{StageNumber.Most}] AS reached,
            (array_agg(status ORDER BY place DESC) FILTER (WHERE pipeline = last_pipeline AND status <> 143))[1] AS before_lost
          FROM steps GROUP BY deal, last_pipeline),
        told AS (
          SELECT l.id, c.pipeline, c.status, coalesce(c.counts, false) AS counts, c.first_qualified_at, c.reached,
            CASE WHEN c.status = 143 THEN c.before_lost END AS lost_from
          FROM leads l LEFT JOIN computed c ON c.deal = l.amocrm_lead_id WHERE l.user_account_id = $1),
        differing AS (
          SELECT t.*, format('lead %s', t.id) AS subject,
            concat_ws(' ', l.current_pipeline_id, l.current_status_id, l.is_qualified, l.first_qualified_at, l.stages_reached, l.lost_from_status_id) AS stored,
            concat_ws(' ', t.pipeline, t.status, t.counts, t.first_qualified_at, t.reached, t.lost_from) AS computed
          FROM told t JOIN leads l ON l.user_account_id = $1 AND l.id = t.id
          WHERE (l.current_pipeline_id, l.current_status_id, l.is_qualified, l.first_qualified_at, l.stages_reached, l.lost_from_status_id)
            IS DISTINCT FROM (t.pipeline, t.status, t.counts, t.first_qualified_at, t.reached, t.lost_from))
        """,
        """
        UPDATE leads l SET current_pipeline_id = x.pipeline, current_status_id = x.status, is_qualified = x.counts,
          first_qualified_at = x.first_qualified_at, stages_reached = x.reached, lost_from_status_id = x.lost_from, updated_at = now()
        FROM differing x WHERE l.user_account_id = $1 AND l.id = x.id
        """
    );

    /// <summary>In the order in which the ledger locks.</summary>
    public static IReadOnlyList<Rollup> All { get; } = [Visits, StagesReached, Leads];
}
