namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Share of leads that qualify within a number of days.</summary>
/// <param name="Share">Percent; <see langword="null"/> where too few leads are that old.</param>
/// <param name="Lo">Percent; <see langword="null"/> also while none has qualified, or when all have.</param>
/// <param name="AtRisk">Leads that were watched at least so long and had not qualified before.</param>
public sealed record MaturityPoint(int Day, double? Share, double? Lo, double? Hi, long AtRisk);

/// <summary>
/// How leads qualify with age. Young leads have not had the time to, so each counts only as long as it was watched: until it
/// qualified, else until now. A lost lead is watched on: it may come back, and leaving it out would flatter the others.
/// </summary>
public sealed class MaturityCurve
{
    /// <summary>Fewest leads left of which anything is said.</summary>
    public const long FewestAtRisk = 10;

    private readonly KaplanMeier _estimate;

    private MaturityCurve(KaplanMeier estimate)
    {
        _estimate = estimate;
        ReliableUntil = estimate.LastTimeWith(FewestAtRisk);
        MedianDays = DaysUntil(0.5);
        P90Days = DaysUntil(0.9);
    }

    /// <summary>The last age, in days, that enough leads have reached; <see langword="null"/> when there are too few leads.</summary>
    public double? ReliableUntil { get; }

    /// <summary>
    /// Days until half of those who qualify have done so: the smallest t with F(t) ≥ ½ F(last reliable t).
    /// <see langword="null"/> when none has within the reliable part.
    /// </summary>
    public double? MedianDays { get; }

    /// <summary>The same for nine of ten: older leads are called mature.</summary>
    public double? P90Days { get; }

    /// <param name="leads">
    /// Their times in days and fractions: to the qualification, else their age now. Times rounded down to whole days would make
    /// the share of day d that of d + 1 days.
    /// </param>
    public static MaturityCurve From(IEnumerable<TimedOutcome> leads) => new(KaplanMeier.From(leads));

    /// <summary>Returns the share that qualifies within a number of days.</summary>
    public MaturityPoint At(int day)
    {
        var atRisk = _estimate.AtRisk(day);
        if (atRisk < FewestAtRisk)
            return new(day, null, null, null, atRisk);
        var step = _estimate.LastStep(day);
        return new(day, 100 * (step?.Share ?? 0), 100 * step?.Lo, 100 * step?.Hi, atRisk);
    }

    /// <summary>Every day from 0 to the last, both included.</summary>
    public IReadOnlyList<MaturityPoint> Days(int last) => [.. Enumerable.Range(0, last + 1).Select(At)];

    private double? DaysUntil(double ofThoseWhoQualify)
    {
        if (ReliableUntil is not { } end || _estimate.Share(end) is not (> 0 and var share))
            return null;
        return _estimate.TimeToReach(ofThoseWhoQualify * share);
    }
}
