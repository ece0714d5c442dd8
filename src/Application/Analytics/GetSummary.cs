using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>
/// The figures of a cohort in one look, each beside that of as many days before at equal age. Without a first day there is no period
/// before; without a last one it goes to today.
/// </summary>
public sealed record GetSummaryQuery(CohortFilter Cohort) : IRequest<Summary>, ICohortRequest;

internal sealed class GetSummaryValidator : CohortValidator<GetSummaryQuery>;

/// <param name="Currency">Of all amounts of the period; those in another are null.</param>
/// <param name="DataAsOf">Until when it is known what happened in amoCRM: its latest delivery, or the latest reconciliation.</param>
/// <param name="QualifiedNow">Of the leads of the period: in a flagged stage now, whatever the mode.</param>
/// <param name="QualifiedEver">Of the leads of the period: ever in a flagged stage, whatever the mode.</param>
/// <param name="Revenue">Of the leads created in the period, whenever their sales were closed.</param>
/// <param name="SpendDays">
/// Days of the period, of <c>Days</c>, that have spend. CPL, CPQL, CAC and ROMI are of the leads of these days alone:
/// <c>LeadsWithSpend</c>, and of what they brought; with mode within CPQL is of those days all of whose leads are old enough.
/// </param>
/// <param name="WonWithoutAmount">Won leads whose sale has no known amount; the revenue is null with any.</param>
/// <param name="Cash">The other view: sales that were closed in the period, whenever their leads were created.</param>
public sealed record Summary(
    SummaryPeriod Period,
    SummaryPeriod? PreviousPeriod,
    ComparedAt ComparedAt,
    DateTimeOffset? DataAsOf,
    string? Currency,
    string? PreviousCurrency,
    Compared<long> Leads,
    Compared<long> Qualified,
    long QualifiedNow,
    long QualifiedEver,
    ComparedRate Qualification,
    Compared<long> Won,
    ComparedRate Conversion,
    Compared<decimal> Revenue,
    Compared<decimal> Spend,
    Compared<int> SpendDays,
    Compared<int> Days,
    Compared<long> LeadsWithSpend,
    Compared<decimal> RevenueWithSpend,
    Compared<long> WonWithoutAmount,
    Compared<decimal> Cpl,
    Compared<decimal> Cpql,
    Compared<decimal> Cac,
    Compared<double> Romi,
    CashSummary Cash,
    IReadOnlyList<MoneyView> SpendByCurrency
);

/// <summary>How two periods are compared.</summary>
public enum ComparedAt
{
    /// <summary>
    /// The period before is counted as it stood when its leads were as old as those of the period are now: what came later is
    /// left out.
    /// </summary>
    EqualAge,
}

/// <summary>Days, both included; an open end is null.</summary>
public sealed record SummaryPeriod(DateOnly? From, DateOnly? To);

/// <summary>A figure and that of the period before; null where it is not known.</summary>
public sealed record Compared<T>(T? Value, T? Previous)
    where T : struct;

/// <summary>A rate and that of the period before.</summary>
public sealed record ComparedRate(RateView Value, RateView? Previous);

/// <summary>Sales by the day they were closed.</summary>
public sealed record CashSummary(Compared<long> WonDeals, Compared<decimal> Revenue);

internal sealed class GetSummaryHandler(
    CohortReader cohorts,
    ICohortCounts counts,
    ISpendOutcomes outcomes,
    IMoneyCounts money,
    DataAge age
) : IRequestHandler<GetSummaryQuery, Summary>
{
    public async Task<Summary> Handle(GetSummaryQuery query, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(query.Cohort, cancellationToken);
        var now = await FiguresAsync(cohort, cancellationToken);
        var earlier = cohort.Previous();
        var before = earlier is null ? null : await FiguresAsync(earlier, cancellationToken);
        return new(
            new(cohort.First, cohort.Last),
            earlier is null ? null : new(earlier.First, earlier.Last),
            ComparedAt.EqualAge,
            await age.DataAsOfAsync(cohort.Account, cancellationToken),
            now.Economics.Currency,
            before?.Economics.Currency,
            new(now.Outcome.Leads, before?.Outcome.Leads),
            new(now.Outcome.Qualified, before?.Outcome.Qualified),
            now.Outcome.QualifiedNow,
            now.Outcome.QualifiedEver,
            new(now.Qualification, before?.Qualification),
            new(now.Outcome.Won, before?.Outcome.Won),
            new(now.Conversion, before?.Conversion),
            new(now.Economics.Revenue, before?.Economics.Revenue),
            new(now.Economics.Spend, before?.Economics.Spend),
            new(now.Economics.SpendDays, before?.Economics.SpendDays),
            new(now.Days, before?.Days),
            new(now.BySpend.WithSpend.Leads, before?.BySpend.WithSpend.Leads),
            new(now.Economics.RevenueWithSpend, before?.Economics.RevenueWithSpend),
            new(now.Outcome.WonWithoutAmount, before?.Outcome.WonWithoutAmount),
            new(now.Economics.Cpl, before?.Economics.Cpl),
            new(now.Economics.Cpql, before?.Economics.Cpql),
            new(now.Economics.Cac, before?.Economics.Cac),
            new(now.Economics.Romi, before?.Economics.Romi),
            new(new(now.Cash.Won, before?.Cash.Won), new(now.CashRevenue, before?.CashRevenue)),
            MoneyView.From(now.Spent.Select(s => s.Spend))
        );
    }

    private async Task<Figures> FiguresAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        var spent = await money.SpendByCreativeAsync(cohort, cancellationToken);
        var outcome = await outcomes.TotalAsync(cohort, spent.Days(), cancellationToken);
        var days = await counts.DaysAsync(cohort, spent, cancellationToken);
        var start = cohort.Created.From ?? DateTimeOffset.MinValue;
        var cash = await money.CashByPointAsync(cohort, [start], cancellationToken);
        return new(cohort, days, outcome, spent, cash.GetValueOrDefault(0, CashCount.None));
    }

    private sealed record Figures(Cohort Cohort, int Days, SpendOutcome BySpend, IReadOnlyList<SpendCount> Spent, CashCount Cash)
    {
        public Economics Economics { get; } = Economics.From(Cohort, BySpend, Spent);
        public OutcomeCount Outcome => BySpend.All;
        public RateView Qualification => Cohort.Qualification(Outcome);
        public RateView Conversion => Cohort.Conversion(Outcome);
        public decimal? CashRevenue => Rounded.Amount(Cash.Revenue.In(Economics.Currency));
    }
}
