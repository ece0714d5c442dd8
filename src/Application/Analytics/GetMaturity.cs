using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Share of qualified leads by age, as young leads have not had the time to qualify.</summary>
public sealed record GetMaturityQuery(CohortFilter Cohort) : IRequest<MaturityFigures>, ICohortRequest;

internal sealed class GetMaturityValidator : CohortValidator<GetMaturityQuery>;

/// <param name="Curve">A point a day; shares are null where fewer than ten leads are that old.</param>
/// <param name="Won">Percent that are won within so many days: with a paid sale, or in 142. A reopened deal is open.</param>
/// <param name="Lost">Percent that are lost within so many days, as they stand now.</param>
/// <param name="Naive">Percent: qualified of all leads, young ones included; too low while leads are young.</param>
/// <param name="Qualification">What the naive share is made of.</param>
/// <param name="MatureShare">Percent of the leads that are older than <c>p90_days</c>.</param>
/// <param name="MedianDays">
/// Until half of those who qualify have done so, by all leads of the creative's direction, of the direction or of the account,
/// whatever period is asked for; null unless the oldest lead is at least twice <c>p90_days</c> old.
/// </param>
/// <param name="P90Days">Until nine of ten of them have.</param>
/// <param name="SuggestedHorizonDays">
/// For <c>horizon_days</c> of the account: the first day by which nine of ten of all its leads that qualify have done so, at
/// most 90; null while that is unknown.
/// </param>
public sealed record MaturityFigures(
    IReadOnlyList<MaturityDay> Curve,
    IReadOnlyList<MaturityHorizon> Horizons,
    IReadOnlyList<EndedDay> Won,
    IReadOnlyList<EndedDay> Lost,
    double? Naive,
    RateView Qualification,
    double? MatureShare,
    double? MedianDays,
    double? P90Days,
    int? SuggestedHorizonDays
);

/// <param name="Share">Percent of the leads that qualify within so many days.</param>
/// <param name="AtRisk">Leads that were watched so long and had not qualified before.</param>
public sealed record MaturityDay(int Day, double? Share, double? Lo, double? Hi, long AtRisk);

/// <param name="Share">Percent of the leads that qualify within so many days; null where fewer than ten are that old.</param>
/// <param name="OldEnough">Leads that old, whether they qualified or not.</param>
public sealed record MaturityHorizon(int Days, double? Share, double? Lo, double? Hi, long OldEnough);

/// <param name="Share">Percent of the leads whose deal has ended so within so many days; null where fewer than ten are that old.</param>
public sealed record EndedDay(int Day, double? Share, double? Lo, double? Hi);

internal sealed class GetMaturityHandler(CohortReader cohorts, ICohortDays leads, MaturityLookup maturity)
    : IRequestHandler<GetMaturityQuery, MaturityFigures>
{
    private const int LongestCurve = 365;
    private static readonly int[] Horizons = [7, 14, 30, 60, 90];

    public async Task<MaturityFigures> Handle(GetMaturityQuery query, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(query.Cohort, cancellationToken);
        var days = await leads.ReadAsync(cohort, LeadParts.Times | LeadParts.Ends, cancellationToken);
        var curve = maturity.Curve(cohort, days);
        var all = await maturity.CurveOfAllLeadsAsync(cohort, cancellationToken);
        var total = cohort.Count(days, cohort.MatureBefore(all.P90Days));
        var ends = cohort.TimesToEnd(days);
        var account = await maturity.CurveOfAccountAsync(cohort, cancellationToken);
        var naive = cohort.Qualification(total);
        return new(
            [.. Whole(curve.Days).Select(DayOf)],
            [.. Horizons.Select(days => HorizonOf(curve.At(days)))],
            [.. Whole(EndedCurve.From(ends, curve.Ages, DealEnd.Won).Days).Select(DayOf)],
            [.. Whole(EndedCurve.From(ends, curve.Ages, DealEnd.Lost).Days).Select(DayOf)],
            naive.Rate,
            naive,
            all.P90Days is null ? null : Rounded.Share(total.Mature, total.Leads),
            Rounded.Time(all.MedianDays),
            Rounded.Time(all.P90Days),
            account.SuggestHorizon(UserAccount.LongestHorizonDays)
        );

        IReadOnlyList<TPoint> Whole<TPoint>(Func<int, IReadOnlyList<TPoint>> days) =>
            curve.OldestDays is { } oldest ? days((int)Math.Min(LongestCurve, Math.Ceiling(oldest))) : [];
    }

    private static MaturityDay DayOf(MaturityPoint point) =>
        new(point.Day, Percent.OneDecimal(point.Share), Percent.OneDecimal(point.Lo), Percent.OneDecimal(point.Hi), point.AtRisk);

    private static EndedDay DayOf(EndedPoint point) =>
        new(point.Day, Percent.OneDecimal(point.Share), Percent.OneDecimal(point.Lo), Percent.OneDecimal(point.Hi));

    private static MaturityHorizon HorizonOf(MaturityPoint point) =>
        new(
            point.Day,
            Percent.OneDecimal(point.Share),
            Percent.OneDecimal(point.Lo),
            Percent.OneDecimal(point.Hi),
            point.OldEnough
        );
}
