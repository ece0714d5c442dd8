using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresCohortCounts(AnalyticsDatabase database) : ICohortCounts
{
    private const double MinutesOfDay = 24 * 60;

    // Each person once per creative first: groups are found by hashing, where count(DISTINCT) would sort all leads twice.
    // A lead of nobody known is a person of its own.
    private const string People = """
        , person AS MATERIALIZED (
          SELECT c.creative_id, coalesce(c.phone_e164, lower(c.email)) COLLATE "C" AS contact, count(*) AS leads FROM cohort c GROUP BY 1, 2)
        SELECT creative_id, false, sum(CASE WHEN contact IS NULL THEN leads ELSE 1 END)::bigint FROM person GROUP BY creative_id
        UNION ALL SELECT NULL, true, coalesce(sum(CASE WHEN contact IS NULL THEN leads ELSE 1 END), 0)::bigint
        FROM (SELECT contact, sum(leads) AS leads FROM person GROUP BY contact) AS once
        """;

    private const string QualifiedByCreative = """
        SELECT c.creative_id, count(*), count(*) FILTER (WHERE c.qualified)
        FROM cohort c
        GROUP BY c.creative_id ORDER BY count(*) DESC, c.creative_id
        """;

    // Whole minutes keep a million leads to a hundred thousand rows. Who qualified within a minute has done so by its end;
    // who has not been watched through one was watched until its start.
    private const string TimesToQualify = """
        SELECT grouping(age) = 0 AS is_age, coalesce(age, minutes, 0), qualified, count(*)
        FROM (
          SELECT c.qualified, floor(date_part('epoch', $7 - c.created_at) / 60)::bigint AS age,
            CASE WHEN c.qualified THEN ceil(date_part('epoch', c.qualified_at - c.created_at) / 60)
              ELSE floor(date_part('epoch', $7 - c.created_at) / 60) END::bigint AS minutes
          FROM cohort c) AS lead
        GROUP BY GROUPING SETS ((minutes, qualified), (age))
        """;

    private const string Losses = """
        SELECT s.loss_reason, c.creative_id, count(*)
        FROM cohort c
        LEFT JOIN sales s ON s.user_account_id = $1 AND s.amocrm_deal_id = c.amocrm_lead_id AND s.status = 'lost'
        WHERE c.current_status_id = 143
        GROUP BY 1, 2
        """;

    private const string Span = "SELECT min(c.created_at), max(c.created_at) FROM cohort c";

    // A sale may be known before the stage, or the stage before the sale.
    private static string TimesToEnd(Cohort cohort) =>
        $"""
            SELECT ending, greatest(CASE WHEN ending = 'open' THEN floor(seconds / 60) ELSE ceil(seconds / 60) END, 0)::bigint AS minutes, count(*)
            FROM (
              SELECT e.ending, date_part('epoch', CASE WHEN e.ending = 'open' THEN $7 ELSE coalesce(s.closed_at, r.last_entered_at) END - c.created_at) AS seconds
              FROM cohort c {CohortSql.PaidSales(cohort)}
              CROSS JOIN LATERAL (SELECT CASE
                WHEN s.id IS NOT NULL OR c.current_status_id = 142 THEN 'won' WHEN c.current_status_id = 143 THEN 'lost' ELSE 'open' END AS ending) e
              LEFT JOIN lead_stage_reached r ON e.ending <> 'open' AND r.user_account_id = $1 AND r.amocrm_lead_id = c.amocrm_lead_id
                AND r.pipeline_id = c.current_pipeline_id AND r.status_id = c.current_status_id) AS lead
            GROUP BY 1, 2
            """;

    public async Task<OutcomeCount> TotalAsync(Cohort cohort, DateTimeOffset? matureBefore, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            cohort,
            $"SELECT {CohortSql.Outcome} FROM cohort c {CohortSql.PaidSales(cohort)}",
            BatchCommands.Scalar(matureBefore),
            BatchCommands.Scalar(cohort.Currency)
        );
        return (await command.ListAsync(row => row.Outcome(0), cancellationToken))[0];
    }

    public async Task<PeopleCount> PeopleAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var command = database.Command(cohort, People);
        var counts = await command.ListAsync(
            row => (Creative: row.Creative(0), IsAll: row.GetBoolean(1), People: row.GetInt64(2)),
            cancellationToken
        );
        return new(
            counts.Single(count => count.IsAll).People,
            counts.Where(count => !count.IsAll).ToDictionary(count => count.Creative ?? default, count => count.People)
        );
    }

    public async Task<IReadOnlyList<QualifiedCount>> QualifiedByCreativeAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var command = database.Command(cohort, QualifiedByCreative);
        return await command.ListAsync(
            row => new QualifiedCount(row.Creative(0), row.GetInt64(1), row.GetInt64(2)),
            cancellationToken
        );
    }

    public async Task<IReadOnlyDictionary<int, OutcomeCount>> ByPointAsync(
        Cohort cohort,
        IReadOnlyList<DateTimeOffset> starts,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(
            cohort,
            $"SELECT width_bucket(c.created_at, $11) - 1, {CohortSql.Outcome} FROM cohort c {CohortSql.PaidSales(cohort)} GROUP BY 1",
            BatchCommands.Scalar<DateTimeOffset?>(null),
            BatchCommands.Scalar(cohort.Currency),
            starts.Column(start => start)
        );
        var points = await command.ListAsync(row => (Point: row.GetInt32(0), Outcome: row.Outcome(1)), cancellationToken);
        return points.ToDictionary(p => p.Point, p => p.Outcome);
    }

    public async Task<LeadTimes> TimesToQualifyAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var command = database.Command(cohort, TimesToQualify);
        var rows = await command.ListAsync(
            row =>
                (
                    Days: row.GetInt64(1) / MinutesOfDay,
                    IsQualified: row.GetBoolean(0) ? (bool?)null : row.GetBoolean(2),
                    Count: row.GetInt64(3)
                ),
            cancellationToken
        );
        return new(
            [
                .. rows.Where(row => row.IsQualified is not null)
                    .Select(row => new TimedOutcome(row.Days, row.IsQualified is true, row.Count)),
            ],
            [.. rows.Where(row => row.IsQualified is null).Select(row => new LeadAge(row.Days, row.Count))]
        );
    }

    public async Task<IReadOnlyList<TimedEnd>> TimesToEndAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var command = database.Command(cohort, TimesToEnd(cohort));
        return await command.ListAsync(
            row => new TimedEnd(row.GetInt64(1) / MinutesOfDay, SnakeCaseEnum<DealEnd>.Parse(row.GetString(0)), row.GetInt64(2)),
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<LossCount>> LossesAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var command = database.Command(cohort, Losses);
        return await command.ListAsync(
            row => new LossCount(row.IsDBNull(0) ? null : row.GetString(0), row.Creative(1), row.GetInt64(2)),
            cancellationToken
        );
    }

    public async Task<(DateTimeOffset? First, DateTimeOffset? Last)> SpanAsync(
        Cohort cohort,
        CancellationToken cancellationToken
    ) => (await database.ListAsync(SpanIn(cohort), cancellationToken))[0];

    public static CountStatement<(DateTimeOffset? First, DateTimeOffset? Last)> SpanIn(Cohort cohort) =>
        CohortSql.Statement(cohort, Span, row => (row.Instant(0), row.Instant(1)));
}
