namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>
/// The questions that figures answer, asked of the raw histories by somebody who did not write them. $1 is the account, $2 and
/// $3 the first and the last day, $4 the direction, null asks for all; $5 is the instant that the answer was counted at.
/// </summary>
internal static class FigureOracles
{
    /// <summary>Each step of each deal, with its number from the beginning and from the end.</summary>
    public const string Paths = """
        CREATE UNLOGGED TABLE oracle.path AS
          SELECT h.amocrm_lead_id AS deal, h.to_pipeline_id AS pipeline, h.to_status_id AS status, h.changed_at AS at, s.sort_order AS sort,
            s.is_qualified_stage AS flagged, row_number() OVER deal AS step,
            count(*) OVER (PARTITION BY h.amocrm_lead_id) + 1 - row_number() OVER deal AS step_from_end
          FROM amocrm_lead_status_history h
          JOIN amocrm_pipeline_stages s ON (s.user_account_id, s.pipeline_id, s.status_id) = (h.user_account_id, h.to_pipeline_id, h.to_status_id)
          WHERE h.user_account_id = '{0}'
          WINDOW deal AS (PARTITION BY h.amocrm_lead_id ORDER BY h.changed_at, h.order_in_second);
        CREATE INDEX ON oracle.path (deal, step);
        ANALYZE oracle.path
        """;

    private const string Cohort = """
        cohort AS (
          SELECT l.* FROM leads l
          WHERE l.user_account_id = $1::uuid AND l.amocrm_lead_id > 0 AND l.is_deleted IS NOT TRUE AND l.is_test IS NOT TRUE
            AND (l.created_at AT TIME ZONE 'Asia/Almaty')::date BETWEEN coalesce($2::date, '-infinity') AND coalesce($3::date, 'infinity')
            AND ($4::uuid IS NULL
              OR $4::uuid = coalesce((SELECT k.direction_id FROM creatives k WHERE k.user_account_id = $1::uuid AND k.id = l.creative_id), l.direction_id))),
        """;

    private const string LowestFlagged = """
        lowest AS (
          SELECT p.pipeline_id, (SELECT s.sort_order FROM amocrm_pipeline_stages s WHERE s.user_account_id = $1::uuid AND s.pipeline_id = p.pipeline_id
            AND s.is_qualified_stage ORDER BY s.sort_order LIMIT 1) AS sort
          FROM (SELECT DISTINCT pipeline_id FROM amocrm_pipeline_stages WHERE user_account_id = $1::uuid) p)
        """;

    /// <summary>
    /// Leads of a creative that has a direction, created on days that ended fourteen days ago, but those of a person who came
    /// within fourteen days before. The days asked for do not matter.
    /// </summary>
    private const string Judged = """
        RECURSIVE person AS (
          SELECT l.*, row_number() OVER (PARTITION BY l.creative_id, coalesce(l.phone_e164, l.id::text) ORDER BY l.created_at) AS visit
          FROM leads l JOIN creatives k ON k.user_account_id = $1::uuid AND k.id = l.creative_id AND k.direction_id IS NOT NULL
          WHERE l.user_account_id = $1::uuid AND l.amocrm_lead_id > 0 AND l.is_deleted IS NOT TRUE AND l.is_test IS NOT TRUE
            AND (l.created_at AT TIME ZONE 'Asia/Almaty')::date + 14 < ($5::timestamptz AT TIME ZONE 'Asia/Almaty')::date
            AND ($4::uuid IS NULL OR $4::uuid = k.direction_id) AND ($2::date, $3::date) IS NOT DISTINCT FROM ($2::date, $3::date)),
        walk AS (
          SELECT id, creative_id, coalesce(phone_e164, id::text) AS contact, visit, created_at AS counted, true AS counts FROM person WHERE visit = 1
          UNION ALL
          SELECT p.id, p.creative_id, w.contact, p.visit, CASE WHEN p.created_at > w.counted + interval '336 hours' THEN p.created_at ELSE w.counted END,
            p.created_at > w.counted + interval '336 hours'
          FROM walk w JOIN person p ON p.creative_id = w.creative_id AND p.phone_e164 = w.contact AND p.visit = w.visit + 1),
        cohort AS (SELECT p.* FROM person p JOIN walk w USING (id) WHERE w.counts),
        """;

    /// <summary>The deals that qualify, by mode and as of $5.</summary>
    private static string Qualifying(string mode, int days) =>
        mode switch
        {
            "current" => """
                SELECT deal FROM oracle.path p WHERE flagged AND at <= $5::timestamptz
                  AND NOT EXISTS (SELECT FROM oracle.path later WHERE later.deal = p.deal AND later.step = p.step + 1 AND later.at <= $5::timestamptz)
                """,
            "ever" => "SELECT deal FROM oracle.path WHERE at <= $5::timestamptz GROUP BY deal HAVING bool_or(flagged)",
            "within" or "judged" => $"""
                SELECT deal FROM oracle.path JOIN cohort ON amocrm_lead_id = deal
                WHERE flagged AND at <= $5::timestamptz AND extract(epoch FROM at - created_at) <= {days} * 86400
                """,
            "reached_or_passed" => """
                SELECT deal FROM oracle.path JOIN lowest ON pipeline_id = pipeline
                WHERE status <> 143 AND path.sort >= lowest.sort AND at <= $5::timestamptz
                """,
            _ => throw new ArgumentOutOfRangeException(nameof(mode)),
        };

    /// <summary>Creative, leads, qualified, old enough, won, revenue; a row a creative.</summary>
    /// <param name="days">In which a lead qualifies, where the mode asks for any.</param>
    public static string Creatives(string mode, int days) =>
        $"""
            WITH {(mode is "judged" ? Judged : Cohort)} {LowestFlagged},
            told AS (
              SELECT coalesce(c.creative_id::text, 'unknown') AS creative,
                {(mode is "within" ? $"extract(epoch FROM $5::timestamptz - c.created_at) >= {days} * 86400" : "true")} AS is_old,
                c.amocrm_lead_id IN ({Qualifying(mode, days)}) AS qualifies,
                (SELECT s.amount FROM sales s WHERE s.user_account_id = $1::uuid AND s.lead_id = c.id AND s.status = 'paid' AND s.closed_at <= $5::timestamptz) AS paid
              FROM cohort c WHERE c.created_at <= $5::timestamptz)
            SELECT creative, count(*), count(*) FILTER (WHERE qualifies AND is_old), count(*) FILTER (WHERE is_old), count(paid), coalesce(sum(paid), 0)::numeric
            FROM told GROUP BY creative
            """;

    /// <summary>Status, reached, reached or passed, current, lost from; a row a stage of pipeline 1.</summary>
    public const string Funnel = $"""
        WITH {Cohort}
        gone AS (SELECT p.* FROM oracle.path p JOIN cohort c ON c.amocrm_lead_id = p.deal WHERE p.pipeline = 1),
        now_lost AS (SELECT deal FROM gone WHERE step_from_end = 1 AND status = 143),
        before AS (
          SELECT g.deal, (array_agg(g.status ORDER BY g.step))[count(*)] AS status
          FROM gone g JOIN now_lost n ON n.deal = g.deal WHERE g.status <> 143 GROUP BY g.deal)
        SELECT s.status_id, (SELECT count(DISTINCT deal) FROM gone WHERE status = s.status_id),
          CASE WHEN s.status_id = 143 THEN 0 ELSE (SELECT count(DISTINCT deal) FROM gone WHERE status <> 143 AND sort >= s.sort_order) END,
          (SELECT count(*) FROM gone WHERE status = s.status_id AND step_from_end = 1),
          (SELECT count(*) FROM before b WHERE b.status = s.status_id)
        FROM amocrm_pipeline_stages s WHERE s.user_account_id = $1::uuid AND s.pipeline_id = 1
        """;

    /// <summary>Status, visits, open, forward, back, won, lost, elsewhere; a row a stage of pipeline 1.</summary>
    public const string TimeInStage = $"""
        WITH {Cohort}
        visit AS (
          SELECT a.status, a.sort, b.deal AS left_deal, b.pipeline AS to_pipeline, b.status AS to_status, b.sort AS to_sort
          FROM oracle.path a
          JOIN cohort c ON c.amocrm_lead_id = a.deal
          LEFT JOIN oracle.path b ON b.deal = a.deal AND b.step = a.step + 1
          WHERE a.pipeline = 1 AND a.status NOT IN (142, 143))
        SELECT status, count(*), count(*) - count(left_deal),
          count(*) FILTER (WHERE to_pipeline = 1 AND to_status NOT IN (142, 143) AND to_sort >= sort),
          count(*) FILTER (WHERE to_pipeline = 1 AND to_status NOT IN (142, 143) AND to_sort < sort),
          count(*) FILTER (WHERE to_status = 142), count(*) FILTER (WHERE to_status = 143),
          count(*) FILTER (WHERE to_pipeline <> 1 AND to_status NOT IN (142, 143))
        FROM visit GROUP BY status
        """;

    /// <summary>The first day of a week or what the period has of it, leads, won, revenue; spend of the same days.</summary>
    public const string Weeks = $"""
        WITH {Cohort}
        days AS (SELECT d::date AS day, greatest(d::date - (extract(isodow FROM d)::int - 1), $2::date) AS week FROM generate_series($2::date, $3::date, '1 day') d),
        brought AS (
          SELECT (c.created_at AT TIME ZONE 'Asia/Almaty')::date AS day, count(*) AS leads, count(s.id) AS won, sum(s.amount) AS revenue
          FROM cohort c LEFT JOIN sales s ON s.user_account_id = $1::uuid AND s.lead_id = c.id AND s.status = 'paid' GROUP BY 1),
        paid AS (
          SELECT s.date AS day, sum(s.spend) AS spend FROM ad_spend s
          WHERE s.user_account_id = $1::uuid AND ($4::uuid IS NULL OR EXISTS (
            SELECT FROM creative_ads a JOIN creatives k USING (user_account_id)
            WHERE a.user_account_id = $1::uuid AND k.id = a.creative_id AND a.ad_id = s.ad_id AND k.direction_id = $4::uuid))
          GROUP BY 1)
        SELECT week, sum(leads)::bigint, sum(won)::bigint, sum(revenue), sum(spend)
        FROM days LEFT JOIN brought USING (day) LEFT JOIN paid USING (day)
        GROUP BY week ORDER BY week
        """;

    private const string Told = """
        told AS (
          SELECT coalesce(k.id::text, 'unknown') AS creative, s.date AS day, sum(s.spend) AS spend
          FROM ad_spend s
          LEFT JOIN creative_ads a ON a.user_account_id = $1::uuid AND a.ad_id = s.ad_id
          LEFT JOIN creatives k ON k.user_account_id = $1::uuid AND k.id = a.creative_id
          WHERE s.user_account_id = $1::uuid AND s.date BETWEEN coalesce($2::date, '-infinity') AND coalesce($3::date, 'infinity')
            AND ($4::uuid IS NULL OR k.direction_id = $4::uuid)
          GROUP BY 1, 2),
        brought AS MATERIALIZED (
          SELECT coalesce(c.creative_id::text, 'unknown') AS creative, (c.created_at AT TIME ZONE 'Asia/Almaty')::date AS day,
            count(*) AS leads, count(c.first_qualified_at) AS qualified, count(s.id) AS won, sum(s.amount) AS amount
          FROM cohort c LEFT JOIN sales s ON s.user_account_id = $1::uuid AND s.amocrm_deal_id = c.amocrm_lead_id AND s.status = 'paid'
          GROUP BY 1, 2)
        """;

    /// <summary>Creative, spend, days with spend, and of these days leads, qualified, won, revenue; a row a creative with spend.</summary>
    public const string Costs = $"""
        WITH {Cohort} {Told}
        SELECT creative, sum(spend), count(*), coalesce(sum(leads), 0)::bigint, coalesce(sum(qualified), 0)::bigint, coalesce(sum(won), 0)::bigint,
          coalesce(sum(amount), 0)
        FROM told t LEFT JOIN brought b USING (creative, day) GROUP BY creative
        """;

    /// <summary>The same in all: days that have spend of whatever creative.</summary>
    public const string CostsInAll = $"""
        WITH {Cohort} {Told}
        SELECT (SELECT sum(spend) FROM told), (SELECT count(DISTINCT day) FROM told), sum(leads)::bigint, sum(qualified)::bigint,
          sum(won)::bigint, coalesce(sum(amount), 0)
        FROM brought WHERE day IN (SELECT day FROM told)
        """;

    /// <summary>Hours that half of the visits to stage 12 last, by the definition: the first at which so many have left.</summary>
    public const string MedianHours = $"""
        WITH {Cohort}
        visit AS (
          SELECT extract(epoch FROM coalesce(b.at, now()) - a.at)::bigint AS seconds, b.at IS NOT NULL AS has_left
          FROM oracle.path a JOIN cohort c ON c.amocrm_lead_id = a.deal LEFT JOIN oracle.path b ON b.deal = a.deal AND b.step = a.step + 1
          WHERE a.pipeline = 1 AND a.status = 12),
        risk AS (
          SELECT seconds, sum(has_left::int) AS leaving, sum(count(*)) OVER (ORDER BY seconds DESC) AS there
          FROM visit GROUP BY seconds),
        staying AS (
          SELECT seconds, exp(sum(ln(greatest(1 - leaving::float8 / there::float8, 1e-300))) OVER (ORDER BY seconds)) AS share FROM risk)
        SELECT min(seconds)::float8 / 3600 FROM staying WHERE share <= 0.5 + 1e-9
        """;
}
