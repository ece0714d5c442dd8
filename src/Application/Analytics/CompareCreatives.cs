using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Leads, sales and spend per creative, with a verdict within their direction.</summary>
public sealed record CompareCreativesQuery(CohortFilter Cohort) : IRequest<CreativeFigures>, ICohortRequest;

internal sealed class CompareCreativesValidator : CohortValidator<CompareCreativesQuery>;

/// <param name="Coverage">How much of the leads the figures speak of.</param>
public sealed record CreativeFigures(IReadOnlyList<CreativeRow> Creatives, CreativeCoverage Coverage);

/// <param name="Leads">All leads of the filter that are not deleted and no tests.</param>
/// <param name="Linked">Those of them with a deal: the only ones counted elsewhere.</param>
/// <param name="WithCreative">Those of the linked that a creative is known for.</param>
/// <param name="WithSpend">Those of them for whose creative spend is known.</param>
/// <param name="People">Persons behind the linked: by phone, without one by e-mail. Fewer than the rows' sum where one answered several creatives.</param>
/// <param name="DeletedLeads">Leads of the filter whose deal was deleted; no figure counts them.</param>
/// <param name="TestLeads">Leads of the filter marked as tests, not deleted; no figure counts them.</param>
/// <param name="SpendDays">Those of the <c>Days</c> of the period that have spend, of whatever creative.</param>
/// <param name="DealsOutside">Deals of the period that no lead has: adoption leaves them out.</param>
/// <param name="DealsOutsideAmount">Sum of their prices; null where none has one.</param>
public sealed record CreativeCoverage(
    long Leads,
    long Linked,
    long WithCreative,
    long WithSpend,
    long People,
    long DeletedLeads,
    long TestLeads,
    int SpendDays,
    int Days,
    long DealsOutside,
    decimal? DealsOutsideAmount
);

internal sealed class CompareCreativesHandler(
    CohortReader cohorts,
    JudgementReader judgements,
    ICohortDays leads,
    IMoneyCounts money,
    IDealsOutside outside,
    MaturityLookup maturity
) : IRequestHandler<CompareCreativesQuery, CreativeFigures>
{
    public async Task<CreativeFigures> Handle(CompareCreativesQuery query, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(query.Cohort, cancellationToken);
        var counting = outside.CountAsync(cohort, cancellationToken); // beside the rest, which it takes as long as
        var p90 = (await maturity.CurveOfAllLeadsAsync(cohort, cancellationToken)).P90Days;
        // One creative is compared with the others too, whether they are asked for or not.
        var all = cohort.OfAllCreatives();
        var spent = await money.SpendByCreativeAsync(all, cancellationToken);
        var every = await leads.ReadAsync(all, LeadParts.Times, cancellationToken);
        var brought = all.CountByCreative(every, spent, cohort.MatureBefore(p90));
        var days = all.CountDays(every, spent);
        // What is left out is left out in every mode.
        var ever = cohort with
        {
            Mode = QualificationMode.Ever,
            Repeats = [],
        };
        var chosen = (await leads.ReadAsync(ever, LeadParts.None, cancellationToken)).Chosen();
        var people = (await leads.ReadAsync(cohort, LeadParts.People, cancellationToken)).People();
        var shown = brought.Select(b => b.Creative).Concat(spent.Select(s => s.Creative)).OfType<CreativeId>();
        var judgement = await judgements.ReadAsync(cohort, shown, cancellationToken);
        var table = new CreativeTable(cohort, days, people, chosen, judgement, p90 is not null);
        var rows = table.Rows(brought, spent).Where(row => IsAskedFor(row, query.Cohort.CreativeId)).ToList();
        var asked = rows.Select(row => row.CreativeId).ToHashSet(StringComparer.Ordinal);
        var left = await counting;
        return new(
            rows,
            new(
                chosen.Sum(count => count.Leads),
                rows.Sum(row => row.TotalLeads),
                rows.Where(row => row.IsKnown).Sum(row => row.TotalLeads),
                rows.Where(row => row is { IsKnown: true, SpendByCurrency.Count: > 0 }).Sum(row => row.TotalLeads),
                people.All,
                chosen.Sum(count => count.Deleted),
                chosen.Sum(count => count.Tests),
                spent.Where(s => asked.Contains(CreativeQualification.IdOf(s.Creative))).Days().Count,
                days,
                left.Deals,
                left.Amount
            )
        );
    }

    private static bool IsAskedFor(CreativeRow row, string? creative) =>
        creative is null || string.Equals(row.CreativeId, creative, StringComparison.OrdinalIgnoreCase);
}
