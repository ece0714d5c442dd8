using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>
/// Runs the statements of one account's figures for many accounts, each kind in one round trip. Each still names its account by
/// equality, so that each is answered where that account lives.
/// </summary>
internal sealed class PostgresAccountCounts(AnalyticsDatabase database) : IAccountCounts
{
    private const string ByDay = """
        SELECT width_bucket(c.created_at, $9) - 1, count(*) FROM cohort c GROUP BY 1
        """;

    public async Task<IReadOnlyList<AccountCount>> CountAsync(IReadOnlyList<Cohort> cohorts, CancellationToken cancellationToken)
    {
        var spent = await database.ListEachAsync(cohorts.Select(PostgresMoneyCounts.SpendByCreative), cancellationToken);
        var totals = await database.ListEachAsync(
            cohorts.Zip(spent, (cohort, own) => PostgresSpendOutcomes.Total(cohort, own.Days())),
            cancellationToken
        );
        return [.. cohorts.Select((cohort, i) => new AccountCount(cohort, SpendOutcome.From(totals[i]), spent[i]))];
    }

    public async Task<IReadOnlyList<IReadOnlyList<long>>> ByDayAsync(
        IReadOnlyList<Cohort> cohorts,
        CancellationToken cancellationToken
    )
    {
        var counts = await database.ListEachAsync(
            cohorts.Select(cohort =>
                CohortSql.Statement(
                    cohort,
                    ByDay,
                    row => (Day: row.GetInt32(0), Leads: row.GetInt64(1)),
                    DaysOf(cohort).Column(day => Period.StartOf(day, cohort.Zone))
                )
            ),
            cancellationToken
        );
        return [.. cohorts.Select((cohort, i) => Fill(DaysOf(cohort).Count, counts[i]))];
    }

    public async Task<IReadOnlyList<AccountJudged>> JudgeAsync(IReadOnlyList<Cohort> judged, CancellationToken cancellationToken)
    {
        var repeats = await database.ListEachAsync(judged.Select(PostgresJudgedLeads.Repeated), cancellationToken);
        var all = judged.Zip(repeats, (c, own) => c with { Repeats = PostgresJudgedLeads.RepeatsIn(c, own) }).ToList();
        var spans = await database.ListEachAsync(all.Select(PostgresCohortCounts.SpanIn), cancellationToken);
        // An account without judged leads has no days to count.
        var withLeads = all.Zip(spans, (Cohort, span) => (Cohort, span[0].First)).Where(pair => pair.First is not null).ToList();
        var days = await database.ListEachAsync(
            withLeads.Select(pair => PostgresJudgedLeads.ByCreative(pair.Cohort, pair.First!.Value)),
            cancellationToken
        );
        var counted = withLeads
            .Zip(days, (pair, rows) => (pair.Cohort.Account, Creatives: PostgresJudgedLeads.CreativesOf(rows)))
            .ToDictionary(pair => pair.Account, pair => pair.Creatives);
        var spent = await database.ListEachAsync(all.Select(PostgresMoneyCounts.SpendByCreative), cancellationToken);
        return [.. all.Select((cohort, i) => new AccountJudged(cohort, counted.GetValueOrDefault(cohort.Account, []), spent[i]))];
    }

    private static List<DateOnly> DaysOf(Cohort cohort) => Period.Days(cohort.First!.Value, cohort.Last!.Value);

    private static long[] Fill(int days, IEnumerable<(int Day, long Leads)> counts)
    {
        var filled = new long[days];
        foreach (var (day, leads) in counts)
            filled[day] = leads;
        return filled;
    }
}
