using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresCohortCounts(AnalyticsDatabase database) : ICohortCounts
{
    private const string Total = $"SELECT {CohortSql.Outcome} FROM cohort c {CohortSql.PaidSales}";

    private const string ByCreative = $"""
        SELECT c.creative_id, {CohortSql.Outcome}
        FROM cohort c {CohortSql.PaidSales}
        GROUP BY c.creative_id
        """;

    private const string QualifiedByCreative = """
        SELECT c.creative_id, count(*), count(*) FILTER (WHERE c.qualified)
        FROM cohort c
        GROUP BY c.creative_id ORDER BY count(*) DESC, c.creative_id
        """;

    private const string ByPoint = $"""
        SELECT width_bucket(c.created_at, $9) - 1, {CohortSql.Outcome}
        FROM cohort c {CohortSql.PaidSales}
        GROUP BY 1
        """;

    // Whole minutes keep a million leads to a hundred thousand rows. Who qualified within a minute has done so by its end;
    // who has not been watched through one was watched until its start.
    private const string TimesToQualify = """
        SELECT CASE WHEN c.qualified THEN ceil(date_part('epoch', c.qualified_at - c.created_at) / 60)
          ELSE floor(date_part('epoch', $7 - c.created_at) / 60) END::bigint AS minutes, c.qualified, count(*)
        FROM cohort c
        GROUP BY 1, 2
        """;

    private const string Span = "SELECT min(c.created_at), max(c.created_at) FROM cohort c";

    public async Task<OutcomeCount> TotalAsync(Cohort cohort, DateTimeOffset? matureBefore, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            cohort,
            Total,
            BatchCommands.Scalar(matureBefore),
            BatchCommands.Scalar(cohort.Currency)
        );
        return (await command.ListAsync(row => row.Outcome(0), cancellationToken))[0];
    }

    public async Task<IReadOnlyList<CreativeCount>> ByCreativeAsync(
        Cohort cohort,
        DateTimeOffset? matureBefore,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(
            cohort,
            ByCreative,
            BatchCommands.Scalar(matureBefore),
            BatchCommands.Scalar(cohort.Currency)
        );
        return await command.ListAsync(row => new CreativeCount(row.Creative(0), row.Outcome(1)), cancellationToken);
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
            ByPoint,
            BatchCommands.Scalar<DateTimeOffset?>(null),
            BatchCommands.Scalar(cohort.Currency),
            starts.Column(start => start)
        );
        var points = await command.ListAsync(row => (Point: row.GetInt32(0), Outcome: row.Outcome(1)), cancellationToken);
        return points.ToDictionary(p => p.Point, p => p.Outcome);
    }

    public async Task<IReadOnlyList<TimedOutcome>> TimesToQualifyAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        const double MinutesOfDay = 24 * 60;
        await using var command = database.Command(cohort, TimesToQualify, BatchCommands.Scalar(cohort.Now));
        return await command.ListAsync(
            row => new TimedOutcome(row.IsDBNull(0) ? 0 : row.GetInt64(0) / MinutesOfDay, row.GetBoolean(1), row.GetInt64(2)),
            cancellationToken
        );
    }

    public async Task<(DateTimeOffset? First, DateTimeOffset? Last)> SpanAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var command = database.Command(cohort, Span);
        return (await command.ListAsync(row => (row.Instant(0), row.Instant(1)), cancellationToken))[0];
    }
}
