namespace AmoCrmQualification.Infrastructure.Rollups;

/// <summary>
/// Counts the leads of days. A statement begins with <c>day (day, start, until)</c>, and with <see cref="CountingStages"/> where it asks for
/// stages reached; $1 is the account.
/// </summary>
internal static class CohortDaySql
{
    /// <summary>The creative of leads that none is known for, and the direction of those without one.</summary>
    public const string Nobody = "'00000000-0000-0000-0000-000000000000'";

    /// <summary>The key of a row and what it counts.</summary>
    public const string Columns = $"""
        {Counts}, created, is_qualified, qualified_after, reached_after, sold, amounts, won_after, lost_after, people, visits
        """;

    /// <summary>The same without each lead's own.</summary>
    public const string Counts = """
        day, creative_id, direction_id, currency, chosen, deleted, tests, leads, qualified_now, qualified_ever, qualified_reached,
        won, won_now, won_ever, won_reached, won_without_amount, amount
        """;

    /// <summary>The stages that count as reached: 143 never, 142 as soon as any stage of its pipeline is flagged.</summary>
    public const string CountingStages = """
        counting AS (
          SELECT s.pipeline_id, s.status_id
          FROM amocrm_pipeline_stages s
          JOIN (
            SELECT pipeline_id, min(sort_order) FILTER (WHERE status_id <> 143) AS lowest
            FROM amocrm_pipeline_stages WHERE user_account_id = $1 AND is_qualified_stage
            GROUP BY pipeline_id) f USING (pipeline_id)
          WHERE s.user_account_id = $1 AND s.status_id <> 143 AND (s.sort_order >= f.lowest OR s.status_id = 142))
        """;

    /// <summary>The digest of the stages as they are now; see <see cref="CohortSettings.Stages"/>.</summary>
    public const string Stages = """
        (SELECT md5(coalesce(string_agg(concat_ws(' ', s.pipeline_id, s.status_id, s.sort_order, s.is_qualified_stage), ','
            ORDER BY s.pipeline_id, s.status_id), ''))
          FROM amocrm_pipeline_stages s WHERE s.user_account_id = $1)
        """;

    /// <summary>True for a <c>day</c> that was counted since its leads changed, with the stages and the time zone ($5) of now.</summary>
    public const string IsFresh = $"""
        (EXISTS (SELECT FROM cohort_settings c WHERE c.user_account_id = $1 AND c.time_zone = $5 AND c.stages = {Stages})
          AND NOT EXISTS (
            SELECT FROM stale_days t
            WHERE t.user_account_id = $1 AND t.utc_day >= (day.start AT TIME ZONE 'UTC')::date
              AND t.utc_day <= ((day.until - interval '1 microsecond') AT TIME ZONE 'UTC')::date))
        """;

    // Numbers one after the other, 8, 4 or 1 bytes each: an array is sent number by number, which takes more than twice as long.
    private const string Each = $"""
        , string_agg(timestamptz_send(created_at), '') FILTER (WHERE counted) AS created,
        string_agg(boolsend(is_qualified), '') FILTER (WHERE counted) AS is_qualified,
        string_agg(int4send(coalesce(qualified_after, {NoInt})), '') FILTER (WHERE counted) AS qualified_after,
        string_agg(int4send(coalesce(reached_after, {NoInt})), '') FILTER (WHERE counted) AS reached_after,
        string_agg(boolsend(sold), '') FILTER (WHERE counted) AS sold,
        string_agg(int8send(coalesce(amount, {NoLong})), '') FILTER (WHERE counted) AS amounts,
        string_agg(int4send(coalesce(won_after, {NoInt})), '') FILTER (WHERE counted) AS won_after,
        string_agg(int4send(coalesce(lost_after, {NoInt})), '') FILTER (WHERE counted) AS lost_after,
        string_agg(int8send(coalesce(person, {NoLong})), '') FILTER (WHERE counted) AS people,
        string_agg(visits, '') FILTER (WHERE counted) AS visits
        """;

    private const string NoInt = "(-2147483648)";
    private const string NoLong = "(-9223372036854775808)";

    private const string IsCounted = "(l.amocrm_lead_id IS NOT NULL AND NOT l.is_deleted AND NOT l.is_test)";

    // A sale may be known before the stage, or the stage before the sale.
    private const string Endings = """
        CROSS JOIN LATERAL (SELECT CASE
          WHEN s.id IS NOT NULL OR l.current_status_id = 142 THEN 'won' WHEN l.current_status_id = 143 THEN 'lost' END AS ending) e
        LEFT JOIN lead_stage_reached t ON e.ending IS NOT NULL AND t.user_account_id = $1 AND t.amocrm_lead_id = l.amocrm_lead_id
          AND t.pipeline_id = l.current_pipeline_id AND t.status_id = l.current_status_id
        """;

    // Their number, then the stage and the second of each.
    private const string Visits = """
        LEFT JOIN amocrm_deals d ON d.user_account_id = $1 AND d.amocrm_lead_id = l.amocrm_lead_id
        CROSS JOIN LATERAL (
          SELECT int4send(count(*)::int) || coalesce(string_agg(int8send(v.stage) || int8send(v.start), ''), '') AS visits
          FROM unnest(d.visit_stages, d.visit_starts) AS v (stage, start)) p
        """;

    /// <summary>As the leads are now, with all that is stored.</summary>
    public static string Count { get; } =
        CountAs(LeadTerms.Now with { AsksReached = true, AsksEnds = true, AsksEach = true, AsksVisits = true });

    /// <summary>A query of the <see cref="Columns"/>; of leads, what the terms do not ask for is null.</summary>
    // Rows are in the order of creation before they are gathered: ordered one by one, the columns would sort them for each.
    public static string CountAs(LeadTerms terms) =>
        $"""
            SELECT day, creative_id, direction_id, currency,
              count(*) FILTER (WHERE NOT is_deleted AND NOT is_test) AS chosen, count(*) FILTER (WHERE is_deleted) AS deleted,
              count(*) FILTER (WHERE is_test AND NOT is_deleted) AS tests,
              count(*) FILTER (WHERE counted) AS leads, count(*) FILTER (WHERE counted AND is_qualified) AS qualified_now,
              count(qualified_after) FILTER (WHERE counted) AS qualified_ever, count(reached_after) FILTER (WHERE counted) AS qualified_reached,
              count(*) FILTER (WHERE counted AND sold) AS won, count(*) FILTER (WHERE counted AND sold AND is_qualified) AS won_now,
              count(qualified_after) FILTER (WHERE counted AND sold) AS won_ever, count(reached_after) FILTER (WHERE counted AND sold) AS won_reached,
              count(*) FILTER (WHERE counted AND sold AND amount IS NULL) AS won_without_amount,
              coalesce(sum(amount) FILTER (WHERE counted AND sold), 0) AS amount
              {(terms.AsksEach ? Each : "")}
            FROM (
              SELECT day.day, coalesce(l.creative_id, {Nobody}) AS creative_id, coalesce(l.direction_id, {Nobody}) AS direction_id,
                CASE WHEN s.amount <> 0 AND {IsCounted} THEN coalesce(s.currency, 'XXX') ELSE '' END AS currency,
                l.is_deleted, l.is_test, {IsCounted} AS counted, {terms.IsQualified} AS is_qualified, l.created_at,
                {MinutesUntil(terms.QualifiedAt)} AS qualified_after,
                {(terms.AsksReached ? MinutesUntil("r.at") : "NULL::int")} AS reached_after,
                s.id IS NOT NULL AS sold, s.amount,
                {(terms.AsksEnds ? Ended("won") : "NULL::int")} AS won_after, {(
                terms.AsksEnds ? Ended("lost") : "NULL::int"
            )} AS lost_after,
                hashtextextended(coalesce(l.phone_e164, lower(l.email)), 0) & -2 | (l.phone_e164 IS NOT NULL)::int AS person,
                {(terms.AsksVisits ? "p.visits" : "NULL::bytea")} AS visits
              FROM day
              JOIN leads l ON l.user_account_id = $1 AND l.created_at >= day.start AND l.created_at < day.until {terms.Which}
              LEFT JOIN sales s ON s.user_account_id = $1 AND s.amocrm_deal_id = l.amocrm_lead_id AND s.status = 'paid' {terms.WhichSales}
              {(terms.AsksEnds ? Endings : "")}
              {(terms.AsksReached ? ReachedAt(terms) : "")}
              {(terms.AsksVisits ? Visits : "")}
              {(terms.AsksEach ? "ORDER BY day.day, creative_id, direction_id, currency, l.created_at, l.id" : "")}) AS lead
            GROUP BY day, creative_id, direction_id, currency
            """;

    private static string ReachedAt(LeadTerms terms) =>
        $"""
            LEFT JOIN LATERAL (
              SELECT min(r.first_entered_at) AS at FROM lead_stage_reached r JOIN counting c USING (pipeline_id, status_id)
              WHERE r.user_account_id = $1 AND r.amocrm_lead_id = l.amocrm_lead_id {terms.WhichReached}) r ON true
            """;

    private static string Ended(string ending) =>
        $"CASE e.ending WHEN '{ending}' THEN greatest({MinutesUntil("coalesce(s.closed_at, t.last_entered_at)")}, 0) END";

    private static string MinutesUntil(string instant) => $"ceil(date_part('epoch', {instant} - l.created_at) / 60)::int";
}

/// <summary>Expressions over a lead <c>l</c> and its sale <c>s</c>, in SQL.</summary>
/// <param name="IsQualified">Whether its stage is flagged.</param>
/// <param name="QualifiedAt">When it first entered a flagged stage.</param>
/// <param name="AsksEach">Whether each lead is told beside the counts.</param>
/// <param name="Which">Further conditions on leads, as those on sales and stages reached (<c>r</c>) begin with AND.</param>
internal sealed record LeadTerms(
    string IsQualified,
    string QualifiedAt,
    string Which,
    string WhichSales,
    string WhichReached,
    bool AsksReached,
    bool AsksEnds,
    bool AsksEach,
    bool AsksVisits
)
{
    public static readonly LeadTerms Now = new(
        "l.is_qualified",
        "l.first_qualified_at",
        Which: "",
        WhichSales: "",
        WhichReached: "",
        AsksReached: false,
        AsksEnds: false,
        AsksEach: false,
        AsksVisits: false
    );
}
