using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Share of qualified leads by age, as young leads have not had the time to qualify.</summary>
public sealed record GetMaturityQuery(CohortFilter Cohort) : IRequest<MaturityFigures>, ICohortRequest;

internal sealed class GetMaturityValidator : CohortValidator<GetMaturityQuery>;

/// <param name="Curve">A point a day; shares are null where fewer than ten leads are left.</param>
/// <param name="Naive">Percent: qualified of all leads, young ones included; too low while leads are young.</param>
/// <param name="Qualification">What the naive share is made of.</param>
/// <param name="MatureShare">Percent of the leads that are older than <c>p90_days</c>.</param>
/// <param name="MedianDays">Until half of those who qualify have done so.</param>
/// <param name="P90Days">Until nine of ten of them have.</param>
public sealed record MaturityFigures(
    IReadOnlyList<MaturityDay> Curve,
    IReadOnlyList<MaturityHorizon> Horizons,
    double? Naive,
    RateView Qualification,
    double? MatureShare,
    double? MedianDays,
    double? P90Days
);

/// <param name="Share">Percent of the leads that qualify within so many days.</param>
/// <param name="AtRisk">Leads that were watched so long and had not qualified before.</param>
public sealed record MaturityDay(int Day, double? Share, double? Lo, double? Hi, long AtRisk);

/// <param name="Share">Percent of the leads that qualify within so many days.</param>
public sealed record MaturityHorizon(int Days, double? Share, double? Lo, double? Hi);

internal sealed class GetMaturityHandler(IAppDbContext db, ICohortCounts counts, TimeProvider clock)
    : IRequestHandler<GetMaturityQuery, MaturityFigures>
{
    private const int LongestCurve = 365;
    private static readonly int[] Horizons = [7, 14, 30, 60, 90];

    public async Task<MaturityFigures> Handle(GetMaturityQuery query, CancellationToken cancellationToken)
    {
        var cohort = await db.CohortAsync(query.Cohort, clock.GetUtcNow(), cancellationToken);
        var times = await counts.TimesToQualifyAsync(cohort, cancellationToken);
        var curve = MaturityCurve.From(times);
        var total = await counts.TotalAsync(cohort, cohort.MatureBefore(curve.P90Days), cancellationToken);
        var naive = new Rate(total.Qualified, total.Leads);
        return new(
            times.Count == 0 ? [] : [.. curve.Days(LastDay(times)).Select(DayOf)],
            [.. Horizons.Select(days => HorizonOf(curve.At(days)))],
            Percent.OneDecimal(naive.Percent),
            RateView.From(naive),
            curve.P90Days is null ? null : Rounded.Share(total.Mature, total.Leads),
            Rounded.Time(curve.MedianDays),
            Rounded.Time(curve.P90Days)
        );
    }

    private static int LastDay(IEnumerable<TimedOutcome> times) =>
        (int)Math.Min(LongestCurve, Math.Ceiling(times.Max(t => t.Time)));

    private static MaturityDay DayOf(MaturityPoint point) =>
        new(point.Day, Percent.OneDecimal(point.Share), Percent.OneDecimal(point.Lo), Percent.OneDecimal(point.Hi), point.AtRisk);

    private static MaturityHorizon HorizonOf(MaturityPoint point) =>
        new(point.Day, Percent.OneDecimal(point.Share), Percent.OneDecimal(point.Lo), Percent.OneDecimal(point.Hi));
}
