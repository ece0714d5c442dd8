using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Counts a cohort and the days before it.</summary>
internal sealed class SummaryReader(ICohortDays leads, IMoneyCounts money, IDataAges ages)
{
    public async Task<Summary> ReadAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        var now = await FiguresAsync(cohort, cancellationToken);
        var earlier = cohort.Previous();
        var before = earlier is null ? null : await FiguresAsync(earlier, cancellationToken);
        return new(
            new(cohort.First, cohort.Last),
            earlier is null ? null : new(earlier.First, earlier.Last),
            ComparedAt.EqualAge,
            await ages.ReadAsync(cohort.Account, cancellationToken),
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
        var counted = await leads.ReadAsync(cohort, LeadParts.None, cancellationToken);
        var outcome = cohort.CountBySpend(counted, spent.Days());
        var days = cohort.CountDays(counted, spent);
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
