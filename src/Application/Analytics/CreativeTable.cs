using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Puts what creatives brought and cost side by side; those that only cost are there too.</summary>
internal sealed class CreativeTable(
    Cohort cohort,
    int days,
    PeopleCount people,
    IReadOnlyList<ChosenCount> chosen,
    Judgement judgement,
    bool isMaturityKnown
)
{
    private readonly Dictionary<CreativeId, ChosenCount> _chosen = chosen.ToDictionary(count => count.Creative ?? default);

    public IEnumerable<CreativeRow> Rows(IReadOnlyList<CreativeCount> brought, IReadOnlyList<SpendCount> spent)
    {
        var spend = spent.ToLookup(s => s.Creative);
        var counts = brought.ToDictionary(b => b.Creative ?? default);
        var ids = brought.Select(b => b.Creative).Concat(spent.Select(s => s.Creative)).Distinct().ToList();
        return ids.Select(id =>
                Row(
                    id is { } known ? judgement.Creatives.GetValueOrDefault(known) : null,
                    counts.GetValueOrDefault(id ?? default) ?? new(id, SpendOutcome.None),
                    [.. spend[id]]
                )
            )
            .OrderByDescending(row => row.TotalLeads)
            .ThenBy(row => row.CreativeId, StringComparer.Ordinal);
    }

    private CreativeRow Row(CreativeLabel? creative, CreativeCount count, IReadOnlyList<SpendCount> spent)
    {
        var outcome = count.Outcome.All;
        var verdict = judgement.Verdicts.VerdictOn(count.Creative);
        var rank = judgement.Verdicts.RankOf(count.Creative);
        var aims = judgement.Targets.On(creative);
        var figures = Economics.From(cohort, count.Outcome, spent);
        var leftOut = _chosen.GetValueOrDefault(count.Creative ?? default);
        return new(
            CreativeQualification.IdOf(count.Creative),
            creative?.Title,
            creative?.Direction?.Value,
            outcome.Leads,
            people.ByCreative.GetValueOrDefault(count.Creative ?? default),
            outcome.Qualified,
            outcome.QualifiedNow,
            outcome.QualifiedEver,
            cohort.Qualification(outcome),
            Percent.OneDecimal(rank?.ShrunkRate),
            rank?.BestProbability is { } best ? Math.Round(best, 4) : null,
            verdict.Verdict,
            Math.Round(verdict.Evidence.Capped, 4),
            Math.Round(verdict.Evidence.Ln, 4),
            verdict.Rate.Denominator,
            verdict.Rate.Numerator,
            RateView.Judged(verdict.Rate, cohort.AsOf),
            RateView.Judged(verdict.Others, cohort.AsOf),
            judgement.Verdicts.HorizonDays,
            judgement.Verdicts.Until,
            verdict.LeadsNeeded,
            TargetsView.From(aims),
            creative is null ? null : AdviceView.From(Advice.From(verdict.Verdict, aims)),
            outcome.Won,
            cohort.Conversion(outcome),
            figures.Revenue,
            figures.Currency,
            figures.Spend,
            MoneyView.From(spent.Select(s => s.Spend)),
            figures.SpendDays,
            days,
            count.Outcome.WithSpend.Leads,
            count.Outcome.QualifiedWithSpend,
            count.Outcome.WithSpend.Won,
            figures.SpendOldEnough,
            figures.RevenueWithSpend,
            outcome.WonWithoutAmount,
            figures.Cpl,
            figures.Cpql,
            figures.Cac,
            figures.Romi,
            isMaturityKnown ? Rounded.Share(outcome.Mature, outcome.Leads) : null,
            leftOut?.Deleted ?? 0,
            leftOut?.Tests ?? 0
        );
    }
}
