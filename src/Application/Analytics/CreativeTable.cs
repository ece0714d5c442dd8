using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

internal sealed record CreativeLabel(CreativeId Id, string Title, DirectionId? Direction);

/// <summary>Puts what creatives brought and cost side by side; those that only cost are there too.</summary>
internal sealed class CreativeTable(
    Cohort cohort,
    IReadOnlyDictionary<CreativeId, CreativeLabel> creatives,
    PeopleCount people,
    bool isMaturityKnown
)
{
    public IEnumerable<CreativeRow> Rows(IReadOnlyList<CreativeCount> brought, IReadOnlyList<SpendCount> spent)
    {
        var spend = spent.ToLookup(s => s.Creative, s => s.Spend);
        var counts = brought.ToDictionary(b => b.Creative ?? default);
        var ids = brought.Select(b => b.Creative).Concat(spent.Select(s => s.Creative)).Distinct().ToList();
        var comparisons = Compare(ids.OfType<CreativeId>(), counts);
        return ids.Select(id =>
                Row(
                    id is { } known ? creatives.GetValueOrDefault(known) : null,
                    counts.GetValueOrDefault(id ?? default) ?? new(id, OutcomeCount.None),
                    [.. spend[id]],
                    comparisons.GetValueOrDefault(id ?? default)
                )
            )
            .OrderByDescending(row => row.TotalLeads)
            .ThenBy(row => row.CreativeId, StringComparer.Ordinal);
    }

    /// <summary>Creatives compete within their direction; those without one, among themselves.</summary>
    private Dictionary<CreativeId, CreativeComparison> Compare(
        IEnumerable<CreativeId> ids,
        Dictionary<CreativeId, CreativeCount> counts
    ) =>
        ids.GroupBy(id => creatives.GetValueOrDefault(id)?.Direction)
            .SelectMany(rivals =>
                CreativeRanking.From([.. rivals.Select(id => (id, RateOf(counts.GetValueOrDefault(id))))]).Creatives
            )
            .ToDictionary(c => c.Creative);

    private static Rate RateOf(CreativeCount? count) =>
        count is null ? new(0, 0) : new(count.Outcome.Qualified, count.Outcome.Leads);

    private CreativeRow Row(
        CreativeLabel? creative,
        CreativeCount count,
        IReadOnlyList<MoneySum> spent,
        CreativeComparison? comparison
    )
    {
        var outcome = count.Outcome;
        var figures = Economics.From(cohort, outcome, spent);
        return new(
            count.Creative?.Value.ToString() ?? CreativeQualification.UnknownCreative,
            creative?.Title,
            creative?.Direction?.Value,
            outcome.Leads,
            people.ByCreative.GetValueOrDefault(count.Creative ?? default),
            outcome.Qualified,
            RateView.From(outcome.Qualified, outcome.Leads),
            Percent.OneDecimal(comparison?.ShrunkRate),
            comparison?.BestProbability is { } best ? Math.Round(best, 4) : null,
            comparison?.Verdict ?? Verdict.TooEarly,
            comparison?.LeadsNeeded,
            outcome.Won,
            RateView.From(outcome.WonQualified, outcome.Qualified),
            figures.Revenue,
            figures.Currency,
            figures.Spend,
            MoneyView.From(spent),
            figures.Cpl,
            figures.Cpql,
            figures.Cac,
            figures.Romi,
            isMaturityKnown ? Rounded.Share(outcome.Mature, outcome.Leads) : null
        );
    }
}
