namespace AmoCrmQualification.Application.Campaigns;

/// <summary>The sums of ad spend by currency, the largest first.</summary>
public sealed record GetAdSpendTotalsQuery(UserAccountId Account, AdSpendFilter Filter) : IRequest<AdSpendTotals>;

public sealed record AdSpendTotals(IReadOnlyList<AdSpendTotal> Totals);

/// <param name="Ctr">Clicks of 100 impressions; null without impressions.</param>
/// <param name="Cpc">Spend of a click, of the rows that tell clicks; null without clicks.</param>
public sealed record AdSpendTotal(
    string? Currency,
    int Rows,
    decimal Spend,
    long? Impressions,
    long? Clicks,
    decimal? Ctr,
    decimal? Cpc
);

internal sealed class GetAdSpendTotalsHandler(IAppDbContext db) : IRequestHandler<GetAdSpendTotalsQuery, AdSpendTotals>
{
    private const decimal Percent = 100;

    public async Task<AdSpendTotals> Handle(GetAdSpendTotalsQuery query, CancellationToken cancellationToken)
    {
        var sums = await query
            .Filter.Apply(db, query.Account)
            .GroupBy(s => s.Currency)
            .Select(rows => new
            {
                Currency = rows.Key,
                Rows = rows.Count(),
                Spend = rows.Sum(s => s.Spend),
                Impressions = rows.Sum(s => s.Impressions),
                Clicks = rows.Sum(s => s.Clicks),
                TellImpressions = rows.Any(s => s.Impressions != null),
                TellClicks = rows.Any(s => s.Clicks != null),
                Clicked = rows.Sum(s => s.Clicks == null ? 0 : s.Spend),
                Seen = rows.Sum(s => s.Clicks == null ? 0 : s.Impressions),
            })
            .ToListAsync(cancellationToken);
        return new([
            .. sums.OrderByDescending(sum => sum.Spend)
                .Select(sum => new AdSpendTotal(
                    sum.Currency,
                    sum.Rows,
                    sum.Spend,
                    sum.TellImpressions ? sum.Impressions : null,
                    sum.TellClicks ? sum.Clicks : null,
                    sum.Seen > 0 ? Percent * sum.Clicks / sum.Seen : null,
                    sum.Clicks > 0 ? sum.Clicked / sum.Clicks : null
                )),
        ]);
    }
}
