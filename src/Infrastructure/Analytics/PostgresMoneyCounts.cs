using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Infrastructure.Campaigns;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresMoneyCounts(AnalyticsDatabase database) : IMoneyCounts
{
    /// <summary>
    /// The sum of the sales <c>s</c> and its currency; nulls when there are several, or an amount is missing. 0 is the same in
    /// every currency.
    /// </summary>
    private const string Revenue = $"""
        CASE WHEN {WithoutAmount} = 0 AND {FirstCurrency} IS NOT DISTINCT FROM {LastCurrency} THEN coalesce(sum(s.amount), 0) END,
        CASE WHEN {FirstCurrency} = {LastCurrency} THEN nullif({FirstCurrency}, '') END
        """;

    private const string WithoutAmount = "count(s.id) FILTER (WHERE s.amount IS NULL)";
    private const string FirstCurrency = "min(coalesce(s.currency, $9, '')) FILTER (WHERE s.amount <> 0)";
    private const string LastCurrency = "max(coalesce(s.currency, $9, '')) FILTER (WHERE s.amount <> 0)";

    public async Task<IReadOnlyList<SpendCount>> SpendByCreativeAsync(Cohort cohort, CancellationToken cancellationToken) =>
        await database.ListAsync(SpendByCreative(cohort), cancellationToken);

    public Task<IReadOnlyList<IReadOnlyList<SpendCount>>> SpendByCreativeEachAsync(
        IReadOnlyList<Cohort> cohorts,
        CancellationToken cancellationToken
    ) => database.ListEachAsync(cohorts.Select(SpendByCreative), cancellationToken);

    private static CountStatement<SpendCount> SpendByCreative(Cohort cohort) =>
        new(
            $"""
            SELECT t.creative_id, sum(t.spend), t.currency, coalesce(sum(t.spend) FILTER (WHERE t.date <= $7), 0), t.currency,
              array_agg(DISTINCT t.date)
            FROM {Spent(cohort)} GROUP BY t.creative_id, t.currency
            """,
            [.. SpendParameters(cohort), BatchCommands.Scalar(cohort.LastOldEnough ?? DateOnly.MaxValue)],
            row => new SpendCount(row.Creative(0), row.Money(1), row.Money(3), row.GetFieldValue<DateOnly[]>(5))
        );

    public async Task<ILookup<int, MoneySum>> SpendByPointAsync(
        Cohort cohort,
        IReadOnlyList<DateOnly> starts,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(
            $"SELECT width_bucket(t.date, $7) - 1, sum(t.spend), t.currency FROM {Spent(cohort)} GROUP BY 1, 3",
            [.. SpendParameters(cohort), starts.Column(start => start)]
        );
        var sums = await command.ListAsync(row => (Point: row.GetInt32(0), Spend: row.Money(1)), cancellationToken);
        return sums.ToLookup(s => s.Point, s => s.Spend);
    }

    public async Task<IReadOnlyDictionary<int, CashCount>> CashByPointAsync(
        Cohort cohort,
        IReadOnlyList<DateTimeOffset> starts,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(
            $"""
            SELECT width_bucket(s.closed_at, $8) - 1, count(*), {Revenue}
            FROM sales s
            JOIN leads l ON l.user_account_id = $1 AND l.amocrm_lead_id = s.amocrm_deal_id AND NOT l.is_deleted AND NOT l.is_test AND {CohortSql.Chosen(
                cohort
            )}
            WHERE s.user_account_id = $1 AND s.status = 'paid' AND s.closed_at IS NOT NULL
              {CohortSql.When(cohort.Created.From is not null, "AND s.closed_at >= $2")}
              {CohortSql.When(cohort.Created.Until is not null, "AND s.closed_at < $3")}
              {CohortSql.When(cohort.IsPast, "AND s.closed_at <= $6")}
            GROUP BY 1
            """,
            [.. CohortSql.Parameters(cohort), starts.Column(start => start), BatchCommands.Scalar(cohort.Currency)]
        );
        var counts = await command.ListAsync(
            row => (Point: row.GetInt32(0), Cash: new CashCount(row.GetInt64(1), row.Money(2))),
            cancellationToken
        );
        return counts.ToDictionary(c => c.Point, c => c.Cash);
    }

    /// <summary>Spend <c>t</c> of the creatives and days of a cohort. A direction's is that of its creatives.</summary>
    private static string Spent(Cohort cohort) =>
        $"""
            ({AttributedSpend.Build(Days(cohort), "$6")}) t
            {CohortSql.When(
                cohort.Direction is not null,
                "JOIN creatives k ON k.user_account_id = $1 AND k.id = t.creative_id AND k.direction_id = $4"
            )}
            WHERE true
              {CohortSql.When(cohort.Creative is not null, "AND t.creative_id = $5")}
              {CohortSql.When(cohort.WithoutCreative, "AND t.creative_id IS NULL")}
            """;

    private static string Days(Cohort cohort) =>
        CohortSql.When(cohort.First is not null, "AND s.date >= $2 ")
        + CohortSql.When(cohort.Last is not null, "AND s.date <= $3");

    private static IEnumerable<NpgsqlParameter> SpendParameters(Cohort cohort) =>
        [
            BatchCommands.Scalar(cohort.Account.Value),
            BatchCommands.Scalar(cohort.First),
            BatchCommands.Scalar(cohort.IsPast && cohort.Last > cohort.Today ? cohort.Today : cohort.Last),
            BatchCommands.Scalar(cohort.Direction?.Value),
            BatchCommands.Scalar(cohort.Creative?.Value),
            BatchCommands.Scalar(cohort.Currency),
        ];
}
