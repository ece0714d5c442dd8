namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Share of deals that have ended in one way within a number of days.</summary>
/// <param name="Share">Percent; <see langword="null"/> where too few deals are that old.</param>
public sealed record EndedPoint(int Day, double? Share, double? Lo, double? Hi);

/// <summary>How deals come to one end with age, while others are still open.</summary>
public sealed class EndedCurve
{
    private readonly IReadOnlyList<EndedShare> _steps;
    private readonly TimeCounts _ages;
    private readonly TimeCounts _ended;
    private readonly double _firstOpen;

    private EndedCurve(IReadOnlyCollection<TimedEnd> deals, IEnumerable<LeadAge> ages, DealEnd end)
    {
        _steps = AalenJohansen.From(deals, end);
        _ages = new(ages.Select(age => (age.Days, age.Count)));
        _ended = Counts(deals, end);
        _firstOpen = Counts(deals, DealEnd.Open).First ?? double.PositiveInfinity;
    }

    /// <param name="deals">Their times in days: to the end as it stands now, else their age.</param>
    /// <param name="ages">Of the same deals, open or not.</param>
    public static EndedCurve From(IReadOnlyCollection<TimedEnd> deals, IEnumerable<LeadAge> ages, DealEnd end) =>
        new(deals, ages, end);

    /// <summary>Every day from 0 to the last, both included; said of as few as <see cref="MaturityCurve"/> says it.</summary>
    public IReadOnlyList<EndedPoint> Days(int last)
    {
        var reached = 0;
        List<EndedPoint> points = [];
        for (var day = 0; day <= last; day++)
        {
            while (reached < _steps.Count && _steps[reached].Time <= day)
                reached++;
            points.Add(At(day, reached == 0 ? null : _steps[reached - 1]));
        }
        return points;
    }

    private EndedPoint At(int day, EndedShare? step)
    {
        var oldEnough = _ages.AtLeast(day);
        if (oldEnough < MaturityCurve.FewestOldEnough)
            return new(day, null, null, null);
        if (_firstOpen >= day)
            return Plain(new(_ended.AtMost(day), _ages.Total));
        return step is null ? Plain(new(0, oldEnough)) : new(day, 100 * step.Share, 100 * step.Lo, 100 * step.Hi);

        EndedPoint Plain(Rate rate) => new(day, rate.Percent, rate.Lo, rate.Hi);
    }

    private static TimeCounts Counts(IEnumerable<TimedEnd> deals, DealEnd end) =>
        new(deals.Where(deal => deal.End == end).Select(deal => (Math.Max(0, deal.Time), deal.Count)));
}
