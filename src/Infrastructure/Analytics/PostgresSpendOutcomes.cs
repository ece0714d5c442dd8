using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresSpendOutcomes(AnalyticsDatabase database) : ISpendOutcomes
{
    // Days that follow each other are one span, so that each lead is compared with few.
    private static string Total(Cohort cohort) =>
        $"""
            SELECT coalesce(c.created_at <@ d.days, false), coalesce(c.created_at < $13, true), {CohortSql.Outcome}
            FROM cohort c {CohortSql.PaidSales(cohort)}
            CROSS JOIN (
              SELECT range_agg(tstzrange(start, until)) AS days FROM unnest($11::timestamptz[], $12::timestamptz[]) AS span (start, until)) d
            GROUP BY 1, 2
            """;

    private static string ByCreative(Cohort cohort) =>
        $"""
            SELECT c.creative_id, coalesce(c.created_at <@ d.days, false), coalesce(c.created_at < $14, true), {CohortSql.Outcome}
            FROM cohort c {CohortSql.PaidSales(cohort)}
            LEFT JOIN (
              SELECT creative_id, range_agg(tstzrange(start, until)) AS days
              FROM unnest($11::timestamptz[], $12::timestamptz[], $13::uuid[]) AS span (start, until, creative_id)
              GROUP BY creative_id) d ON d.creative_id = coalesce(c.creative_id, '00000000-0000-0000-0000-000000000000')
            GROUP BY 1, 2, 3
            """;

    public async Task<SpendOutcome> TotalAsync(
        Cohort cohort,
        IEnumerable<DateOnly> spendDays,
        CancellationToken cancellationToken
    ) => SpendOutcome.From(await database.ListAsync(Total(cohort, spendDays), cancellationToken));

    public static CountStatement<SpendOutcomePart> Total(Cohort cohort, IEnumerable<DateOnly> spendDays)
    {
        var spans = Period.Spans(spendDays, cohort.Zone).ToList();
        return CohortSql.Statement(
            cohort,
            Total(cohort),
            row => Part(row, 0),
            BatchCommands.Scalar<DateTimeOffset?>(null),
            BatchCommands.Scalar(cohort.Currency),
            spans.Column(span => span.From),
            spans.Column(span => span.Until),
            OldEnoughUntil(cohort)
        );
    }

    public async Task<IReadOnlyList<CreativeCount>> ByCreativeAsync(
        Cohort cohort,
        DateTimeOffset? matureBefore,
        IReadOnlyCollection<SpendCount> spent,
        CancellationToken cancellationToken
    )
    {
        var spans = spent
            .GroupBy(s => s.Creative, s => s.Days)
            .SelectMany(own => Period.Spans(own.SelectMany(days => days), cohort.Zone), (own, Span) => (Creative: own.Key, Span))
            .ToList();
        await using var command = database.Command(
            cohort,
            ByCreative(cohort),
            BatchCommands.Scalar(matureBefore),
            BatchCommands.Scalar(cohort.Currency),
            spans.Column(span => span.Span.From),
            spans.Column(span => span.Span.Until),
            spans.Column(span => (span.Creative ?? default).Value),
            OldEnoughUntil(cohort)
        );
        var parts = await command.ListAsync(row => (Creative: row.Creative(0), Part: Part(row, 1)), cancellationToken);
        return
        [
            .. parts
                .GroupBy(part => part.Creative)
                .Select(own => new CreativeCount(own.Key, SpendOutcome.From(own.Select(part => part.Part)))),
        ];
    }

    private static NpgsqlParameter OldEnoughUntil(Cohort cohort) =>
        BatchCommands.Scalar(
            cohort.LastOldEnough is { } last ? Period.StartOf(last.AddDays(1), cohort.Zone) : (DateTimeOffset?)null
        );

    private static SpendOutcomePart Part(NpgsqlDataReader row, int first) =>
        new(row.GetBoolean(first), row.GetBoolean(first + 1), row.Outcome(first + 2));
}
