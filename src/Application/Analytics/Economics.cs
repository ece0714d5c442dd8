using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Costs and revenue of a cohort, as answered: costs of the leads created on days that have spend.</summary>
internal sealed record Economics(
    string? Currency,
    decimal? Revenue,
    decimal? Spend,
    decimal? SpendOldEnough,
    int SpendDays,
    decimal? RevenueWithSpend,
    decimal? Cpl,
    decimal? Cpql,
    decimal? Cac,
    double? Romi
)
{
    public static Economics From(Cohort cohort, SpendOutcome outcome, IReadOnlyCollection<SpendCount> spent)
    {
        var money = cohort.Money(outcome.All.Revenue, MoneySum.From([.. spent.Select(s => s.Spend)]));
        var paid = outcome.WithSpend;
        var revenue = paid.Revenue.In(money.Currency);
        var oldEnough = MoneySum.From([.. spent.Select(s => s.OldEnough)]).In(money.Currency);
        var figures = new CohortEconomics(money.Spend, revenue, paid.Leads, outcome.QualifiedWithSpend, paid.Won)
        {
            SpendOldEnough = oldEnough,
        };
        return new(
            money.Currency,
            Rounded.Amount(money.Revenue),
            Rounded.Amount(money.Spend),
            Rounded.Amount(oldEnough),
            spent.Days().Count,
            Rounded.Amount(revenue),
            Rounded.Amount(figures.Cpl),
            Rounded.Amount(figures.Cpql),
            Rounded.Amount(figures.Cac),
            Rounded.Percent(figures.Romi)
        );
    }
}
