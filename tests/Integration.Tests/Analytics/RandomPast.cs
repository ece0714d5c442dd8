using System.Globalization;
using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>
/// Ten thousand leads with random histories, made in the database; and what the ledger would have made of the
/// histories: statuses, stages reached, sales.
/// </summary>
internal sealed class RandomPast
{
    public const int Leads = 10_000;

    // Flagged: Q, S and won of pipeline 1; won of 2, though it has no other; nothing of 3.
    private const string Stages = """
        INSERT INTO amocrm_pipeline_stages (user_account_id, id, pipeline_id, status_id, pipeline_name, pipeline_sort, status_name,
          status_color, sort_order, status_type, is_qualified_stage, is_archived, created_at, updated_at)
        SELECT $1, gen_random_uuid(), pipeline, status, 'P' || pipeline, pipeline, 'S' || status, '#fff', sort, type, flagged, archived, now(), now()
        FROM (VALUES (1, 10, 10, 1, false, false), (1, 11, 20, 0, false, false), (1, 12, 30, 0, true, false), (1, 13, 40, 0, false, true),
                     (1, 14, 50, 0, true, false), (1, 142, 10000, 0, true, false), (1, 143, 11000, 0, false, false),
                     (2, 21, 10, 0, false, false), (2, 22, 20, 0, false, false), (2, 142, 10000, 0, true, false), (2, 143, 11000, 0, false, false),
                     (3, 31, 10, 0, false, false), (3, 142, 10000, 0, false, false), (3, 143, 11000, 0, false, false))
          AS stages (pipeline, status, sort, type, flagged, archived)
        """;

    private const string People = """
        CREATE SCHEMA oracle;
        CREATE UNLOGGED TABLE oracle.people AS
          SELECT gen_random_uuid() AS id, CASE WHEN random() < 0.9 THEN n END AS deal,
            timestamptz '2026-01-01 00:00+00' + random() * interval '120 days' AS created_at
          FROM generate_series(1, {0}) n
        """;

    // Stages are entered one to seven at a time, some in one second. No stage follows itself, as in every history.
    private const string Histories = """
        WITH steps AS (
          SELECT p.deal, s.n, p.id, s.at, (ARRAY[1,1,1,1,1,1,1,2,2,2,2,3,3,3])[s.pick] AS pipeline,
            (ARRAY[10,11,12,13,14,142,143,21,22,142,143,31,142,143])[s.pick] AS status
          FROM oracle.people p
          CROSS JOIN LATERAL (
            SELECT n, 1 + floor(power(random(), 1.4) * 14)::int AS pick,
              date_trunc('second', p.created_at) + sum(CASE WHEN random() < 0.2 THEN interval '0' ELSE random() * interval '9 days' END)
                OVER (ORDER BY n) AS at
            FROM generate_series(1, 1 + p.deal % 7) n) s
          WHERE p.deal % 20 <> 0),
        moves AS (
          SELECT *, lag((pipeline, status)) OVER (PARTITION BY deal ORDER BY n) IS DISTINCT FROM (pipeline, status) AS moved FROM steps)
        INSERT INTO amocrm_lead_status_history (user_account_id, amocrm_lead_id, to_pipeline_id, to_status_id, changed_at, id, lead_id,
          order_in_second, received_at, position, first_source, source, source_received_at)
        SELECT $1, deal, pipeline, status, date_trunc('second', at), gen_random_uuid(), id, n, at, 0, 'webhook', 'webhook', at
        FROM moves WHERE moved AND at < now()
        ON CONFLICT DO NOTHING
        """;

    private const string Reached = """
        INSERT INTO lead_stage_reached (user_account_id, amocrm_lead_id, pipeline_id, status_id, first_entered_at, last_entered_at)
        SELECT user_account_id, amocrm_lead_id, to_pipeline_id, to_status_id, min(changed_at), max(changed_at)
        FROM amocrm_lead_status_history WHERE user_account_id = $1 GROUP BY 1, 2, 3, 4
        """;

    private const string Visits = """
        INSERT INTO amocrm_deals (user_account_id, amocrm_lead_id, first_seen_at, visit_stages, visit_starts)
        SELECT $1, amocrm_lead_id, now(), array_agg(to_pipeline_id * 4294967296 + to_status_id ORDER BY changed_at, order_in_second),
          array_agg(extract(epoch FROM changed_at)::bigint ORDER BY changed_at, order_in_second)
        FROM amocrm_lead_status_history WHERE user_account_id = $1 GROUP BY amocrm_lead_id
        """;

    private const string LeadStatuses = """
        INSERT INTO leads (user_account_id, id, source_type, creative_id, direction_id, amocrm_lead_id, amocrm_push, current_pipeline_id,
          current_status_id, is_qualified, first_qualified_at, is_deleted, is_test, phone_e164, created_at, updated_at)
        SELECT $1, p.id, 'website', ($2::uuid[])[1 + floor(random() * 1.2 * cardinality($2))::int],
          ($3::uuid[])[1 + floor(random() * 1.4 * cardinality($3))::int], p.deal, 'not_needed', h.to_pipeline_id, h.to_status_id,
          coalesce(h.flagged, false), h.first_flagged, random() < 0.05, random() < 0.03,
          CASE WHEN random() < 0.8 THEN '+7916' || floor(random() * 400)::int END, p.created_at, now()
        FROM oracle.people p
        LEFT JOIN (
          SELECT DISTINCT ON (h.amocrm_lead_id) h.amocrm_lead_id, h.to_pipeline_id, h.to_status_id, s.is_qualified_stage AS flagged,
            min(h.changed_at) FILTER (WHERE s.is_qualified_stage) OVER (PARTITION BY h.amocrm_lead_id) AS first_flagged
          FROM amocrm_lead_status_history h
          JOIN amocrm_pipeline_stages s ON s.user_account_id = $1 AND s.pipeline_id = h.to_pipeline_id AND s.status_id = h.to_status_id
          WHERE h.user_account_id = $1
          ORDER BY h.amocrm_lead_id, h.changed_at DESC, h.order_in_second DESC) h ON h.amocrm_lead_id = p.deal
        """;

    private const string Paths = """
        UPDATE leads l SET stages_reached = w.stages, lost_from_status_id = CASE WHEN l.current_status_id = 143 THEN w.last_open END
        FROM (
          SELECT h.amocrm_lead_id AS deal, array_agg(DISTINCT h.to_pipeline_id * 4294967296 + h.to_status_id) AS stages,
            (array_agg(h.to_status_id ORDER BY h.changed_at DESC, h.order_in_second DESC)
              FILTER (WHERE h.to_status_id <> 143 AND h.to_pipeline_id = l.current_pipeline_id))[1] AS last_open
          FROM amocrm_lead_status_history h JOIN leads l ON l.user_account_id = $1 AND l.amocrm_lead_id = h.amocrm_lead_id
          WHERE h.user_account_id = $1 GROUP BY 1) w
        WHERE l.user_account_id = $1 AND l.amocrm_lead_id = w.deal
        """;

    private const string Sales = """
        INSERT INTO sales (user_account_id, id, lead_id, amocrm_deal_id, amocrm_pipeline_id, amocrm_status_id, amount, currency, status,
          closed_at, created_at, updated_at)
        SELECT $1, gen_random_uuid(), id, amocrm_lead_id, current_pipeline_id, current_status_id, floor(random() * 9000)::int, 'RUB',
          CASE WHEN current_status_id = 143 THEN 'lost' WHEN random() < 0.9 THEN 'paid' ELSE 'reversed' END,
          created_at + random() * interval '40 days', now(), now()
        FROM leads WHERE user_account_id = $1 AND current_status_id IN (142, 143)
        """;

    // On some days nothing is told of an ad.
    private const string Spend = """
        INSERT INTO ad_spend (user_account_id, id, date, ad_id, spend, currency, created_at, updated_at)
        SELECT $1, gen_random_uuid(), date '2026-01-01' + d, 'ad' || a, round((random() * 100)::numeric, 2), 'RUB', now(), now()
        FROM generate_series(0, 119) d, generate_series(0, 9) a WHERE random() < 0.7
        """;

    private const string Statistics =
        "ANALYZE leads, amocrm_deals, lead_stage_reached, amocrm_lead_status_history, sales, ad_spend, amocrm_pipeline_stages";

    private RandomPast(TestAccount account, Guid[] creatives, Guid[] directions) =>
        (Account, Creatives, Directions) = (account, creatives, directions);

    public TestAccount Account { get; }

    /// <summary>Each shows the ad of its number; ads eight and nine are nobody's. The last has no direction.</summary>
    public IReadOnlyList<Guid> Creatives { get; }

    public IReadOnlyList<Guid> Directions { get; }

    public static async Task<RandomPast> MakeAsync(TestAccount account)
    {
        var directions = new[] { await account.DirectionAsync("А"), await account.DirectionAsync("Б") };
        List<Guid> creatives = [];
        for (var i = 0; i < 8; i++)
            creatives.Add(await account.CreativeAsync(i == 7 ? null : directions[i % 2], $"ad{i}"));

        var past = new RandomPast(account, [.. creatives], directions);
        await account.Service.ExecuteAsync(string.Format(CultureInfo.InvariantCulture, People, Leads));
        foreach (var sql in new[] { Stages, Histories, Reached, Visits })
            await account.Service.ExecuteAsync(sql, account.Id);
        await account.Service.ExecuteAsync(LeadStatuses, account.Id, creatives.ToArray(), directions);
        foreach (var sql in new[] { Paths, Sales, Spend })
            await account.Service.ExecuteAsync(sql, account.Id);
        await account.Service.ExecuteAsync(Statistics);
        return past;
    }
}
