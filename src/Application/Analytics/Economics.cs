using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Costs and revenue of a cohort, as answered.</summary>
internal sealed record Economics(
    string? Currency,
    decimal? Revenue,
    decimal? Spend,
    decimal? Cpl,
    decimal? Cpql,
    decimal? Cac,
    double? Romi
)
{
    public static Economics From(Cohort cohort, OutcomeCount outcome, IReadOnlyCollection<MoneySum> spent)
    {
        var money = cohort.Money(outcome.Revenue, MoneySum.From(spent));
        var figures = new CohortEconomics(money.Spend, money.Revenue, outcome.Leads, outcome.Qualified, outcome.Won);
        return new(
            money.Currency,
            Rounded.Amount(money.Revenue),
            Rounded.Amount(money.Spend),
            Rounded.Amount(figures.Cpl),
            Rounded.Amount(figures.Cpql),
            Rounded.Amount(figures.Cac),
            Rounded.Percent(figures.Romi)
        );
    }
}
