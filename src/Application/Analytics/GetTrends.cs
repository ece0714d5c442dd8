using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>The figures of a cohort by the time its leads were created. Without an end it goes to today.</summary>
public sealed record GetTrendsQuery(CohortFilter Cohort, TrendInterval? Interval) : IRequest<Trends>, ICohortRequest;

internal sealed class GetTrendsValidator : CohortValidator<GetTrendsQuery>;

/// <param name="Currency">Of all amounts; those in another are null.</param>
public sealed record Trends(TrendInterval Interval, string? Currency, IReadOnlyList<TrendFigures> Points);

/// <param name="Date">The first day.</param>
/// <param name="LastDate">The last day; weeks and months are cut off where the period ends.</param>
/// <param name="IsPartial">Whether it is less than a whole day, week or month: cut off by the period, or not over yet.</param>
/// <param name="Revenue">Of the leads created in these days, whenever their sales were closed.</param>
/// <param name="Mature">Whether the leads of these days have had their time to qualify; until then the rate is too low.</param>
/// <param name="Cash">The other view: sales that were closed in these days, whenever their leads were created.</param>
public sealed record TrendFigures(
    DateOnly Date,
    DateOnly LastDate,
    int Days,
    bool IsPartial,
    long TotalLeads,
    long QualifiedLeads,
    RateView Qualification,
    long WonDeals,
    decimal? Revenue,
    decimal? Spend,
    bool Mature,
    CashFigures Cash
);

/// <summary>Sales by the day they were closed.</summary>
public sealed record CashFigures(long WonDeals, decimal? Revenue);

internal sealed class GetTrendsHandler(CohortReader cohorts, ICohortDays leads, IMoneyCounts money, MaturityLookup maturity)
    : IRequestHandler<GetTrendsQuery, Trends>
{
    private const int MostPoints = 3700;

    public async Task<Trends> Handle(GetTrendsQuery query, CancellationToken cancellationToken)
    {
        var interval = query.Interval ?? TrendInterval.Day;
        var asked = await cohorts.ReadAsync(query.Cohort, cancellationToken);
        var counted = await leads.ReadAsync(asked, LeadParts.None, cancellationToken);
        if (DaysOf(asked, counted) is not { } days)
            return new(interval, asked.Currency, []);

        var cohort = asked.CreatedIn(days.First, days.Last);
        var points = TrendPoint.Between(days.First, days.Last, interval).Take(MostPoints + 1).ToList();
        if (points.Count > MostPoints)
            throw new DomainException(
                Refusal.Invalid("from", Reasons.PeriodTooLong, $"A trend has at most {MostPoints} points.")
            );
        var starts = points.ConvertAll(p => Period.StartOf(p.First, cohort.Zone));
        var p90 = (await maturity.CurveOfAllLeadsAsync(cohort, cancellationToken)).P90Days;
        var brought = ByPoint(cohort, counted, points.ConvertAll(p => p.First));
        var spent = await money.SpendByPointAsync(cohort, points.ConvertAll(p => p.First), cancellationToken);
        var cash = await money.CashByPointAsync(cohort, starts, cancellationToken);
        var total = cohort.Money(
            MoneySum.From([.. brought.Values.Select(b => b.Revenue).Where(r => r.Amount != 0)]),
            MoneySum.From([.. spent.SelectMany(s => s)])
        );
        var mature = cohort.MatureBefore(p90);
        return new(interval, total.Currency, [.. points.Select((point, i) => PointOf(point, i))]);

        TrendFigures PointOf(TrendPoint point, int i)
        {
            var outcome = brought.GetValueOrDefault(i, OutcomeCount.None);
            var came = cash.GetValueOrDefault(i, CashCount.None);
            return new(
                point.First,
                point.Last,
                point.Days,
                point.IsPartial(cohort.Today),
                outcome.Leads,
                outcome.Qualified,
                cohort.Qualification(outcome),
                outcome.Won,
                Rounded.Amount(outcome.Revenue.In(total.Currency)),
                Rounded.Amount(MoneySum.From([.. spent[i]]).In(total.Currency)),
                mature is { } until && EndOf(point, cohort.Zone) <= until,
                new(came.Won, Rounded.Amount(came.Revenue.In(total.Currency)))
            );
        }
    }

    private static Dictionary<int, OutcomeCount> ByPoint(Cohort cohort, IEnumerable<CohortDay> counted, List<DateOnly> firstDays)
    {
        return counted.GroupBy(day => PointOf(day.Day)).ToDictionary(own => own.Key, own => cohort.Count(own));

        int PointOf(DateOnly day) => firstDays.BinarySearch(day) is >= 0 and var place ? place : ~firstDays.BinarySearch(day) - 1;
    }

    private static DateTimeOffset EndOf(TrendPoint point, TimeZoneInfo zone) =>
        Period.OfDays(point.First, point.Last, zone).Until ?? DateTimeOffset.MaxValue;

    /// <summary>The days asked for; where an end is open, from the first lead, or to today. Nothing when there is no lead.</summary>
    private static (DateOnly First, DateOnly Last)? DaysOf(Cohort cohort, IEnumerable<CohortDay> counted)
    {
        if (cohort is { First: { } first, Last: { } last })
            return (first, last);
        var days = counted.Where(day => day.Leads > 0).Select(day => day.Day).ToList();
        var from = cohort.First ?? (days.Count == 0 ? null : days.Min());
        var to = cohort.Last ?? days.Append(cohort.Today).Max();
        return from is { } f && f <= to ? (f, to) : null;
    }
}
