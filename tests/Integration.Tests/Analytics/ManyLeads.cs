namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Leads straight into the table: more than a test could take in.</summary>
internal static class ManyLeads
{
    /// <summary>Linked leads of one creative, the first of them qualified.</summary>
    public static Task InsertLeadsAsync(this TestAccount account, int count, Guid? creative, int qualified) =>
        account.Service.ExecuteAsync(
            """
            INSERT INTO leads (user_account_id, id, source_type, creative_id, amocrm_lead_id, amocrm_push,
                               is_qualified, first_qualified_at, is_deleted, created_at, updated_at)
            SELECT $1, gen_random_uuid(), 'website', $2::uuid, base + n, 'not_needed', n <= $4, CASE WHEN n <= $4 THEN now() END,
                   false, now(), now()
            FROM generate_series(1, $3) n,
                 (SELECT coalesce(max(amocrm_lead_id), 0) AS base FROM leads WHERE user_account_id = $1) known
            """,
            account.Id,
            creative is { } id ? id : DBNull.Value,
            count,
            qualified
        );

    /// <summary>Leads of every kind that the statistics tell apart, over half a year.</summary>
    public static Task InsertRandomLeadsAsync(this TestAccount account, int count, Guid[] creatives, Guid[] directions) =>
        account.Service.ExecuteAsync(
            """
            INSERT INTO leads (user_account_id, id, source_type, creative_id, direction_id, amocrm_lead_id, amocrm_push,
                               is_qualified, is_deleted, created_at, updated_at)
            SELECT $1, gen_random_uuid(), 'website',
                   ($2::uuid[])[1 + floor(power(random(), 2) * 1.15 * cardinality($2))::int],
                   ($3::uuid[])[1 + floor(random() * 1.3 * cardinality($3))::int],
                   CASE WHEN random() < 0.9 THEN n END, 'not_needed',
                   random() < 0.4, random() < 0.1,
                   timestamptz '2026-01-01 00:00+00' + random() * interval '180 days', now()
            FROM generate_series(1, $4) n
            """,
            account.Id,
            creatives,
            directions,
            count
        );
}
