namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Share of leads that qualify within a number of days.</summary>
/// <param name="Share">Percent; <see langword="null"/> where too few leads are that old.</param>
/// <param name="Lo">Percent; <see langword="null"/> also where all have qualified of those who were watched long enough.</param>
/// <param name="AtRisk">Leads that were watched at least so long and had not qualified before.</param>
/// <param name="OldEnough">Leads that old, whether they qualified before or not.</param>
public sealed record MaturityPoint(int Day, double? Share, double? Lo, double? Hi, long AtRisk, long OldEnough);

/// <summary>
/// How leads qualify with age. Young leads have not had the time to, so each counts only as long as it was watched: until it
/// qualified, else until now. A lost lead is watched on: it may come back, and leaving it out would flatter the others.
/// </summary>
public sealed class MaturityCurve
{
    /// <summary>Fewest leads of an age of which anything is said.</summary>
    public const long FewestOldEnough = 10;

    // Where the oldest lead is hardly older than the slowest known, slower ones may still come.
    private const double TimesWatched = 2;

    private readonly KaplanMeier _estimate;
    private readonly TimeCounts _ages;
    private readonly TimeCounts _qualified;
    private readonly double _firstCensored;

    private MaturityCurve(LeadTimes leads)
    {
        Ages = leads.Ages;
        _estimate = KaplanMeier.From(leads.Outcomes);
        _ages = new(leads.Ages.Select(lead => (lead.Days, lead.Count)));
        _qualified = Counts(leads, happened: true);
        _firstCensored = Counts(leads, happened: false).First ?? double.PositiveInfinity;
        var p90 = DaysUntil(0.9);
        (MedianDays, P90Days) = OldestDays >= TimesWatched * p90 ? (DaysUntil(0.5), p90) : (null, null);
    }

    /// <summary>Of all its leads, qualified or not.</summary>
    public IReadOnlyCollection<LeadAge> Ages { get; }

    /// <summary>Age of the oldest lead, in days.</summary>
    public double? OldestDays => _ages.Last;

    /// <summary>The last age, in days, that enough leads have reached; <see langword="null"/> when there are too few leads.</summary>
    public double? ReliableUntil => _ages.LastTimeWith(FewestOldEnough);

    /// <summary>
    /// Days until half of those who qualify have done so: the smallest t with F(t) ≥ ½ F(last reliable t).
    /// <see langword="null"/> when none has within the reliable part, or leads were not watched twice as long as nine of ten take.
    /// </summary>
    public double? MedianDays { get; }

    /// <summary>The same for nine of ten: older leads are called mature.</summary>
    public double? P90Days { get; }

    /// <summary>
    /// Times are in days and fractions: rounded down to whole days they would make the share of day d that of d + 1 days.
    /// </summary>
    public static MaturityCurve From(LeadTimes leads) => new(leads);

    /// <summary>
    /// Returns the share that qualifies within a number of days. As long as each lead was watched that long it is a plain rate.
    /// </summary>
    public MaturityPoint At(int day)
    {
        var (atRisk, oldEnough) = (_estimate.AtRisk(day), _ages.AtLeast(day));
        if (oldEnough < FewestOldEnough)
            return new(day, null, null, null, atRisk, oldEnough);
        if (_firstCensored >= day)
            return Plain(new(_qualified.AtMost(day), _ages.Total));
        // Kaplan and Meier have no interval of 0; that of the leads which are old enough is wider.
        return _estimate.LastStep(day) is { } step
            ? new(day, 100 * step.Share, 100 * step.Lo, 100 * step.Hi, atRisk, oldEnough)
            : Plain(new(0, oldEnough));

        MaturityPoint Plain(Rate rate) => new(day, rate.Percent, rate.Lo, rate.Hi, atRisk, oldEnough);
    }

    /// <summary>Every day from 0 to the last, both included.</summary>
    public IReadOnlyList<MaturityPoint> Days(int last) => [.. Enumerable.Range(0, last + 1).Select(At)];

    /// <summary>The first whole day by which nine of ten of those who qualify have done so; null while that is unknown.</summary>
    public int? SuggestHorizon(int longest) => P90Days is { } days ? Math.Clamp((int)Math.Ceiling(days), 1, longest) : null;

    private static TimeCounts Counts(LeadTimes leads, bool happened) =>
        new(leads.Outcomes.Where(lead => lead.Happened == happened).Select(lead => (lead.Time, lead.Count)));

    private double? DaysUntil(double ofThoseWhoQualify)
    {
        if (ReliableUntil is not { } end || _estimate.Share(end) is not (> 0 and var share))
            return null;
        return _estimate.TimeToReach(ofThoseWhoQualify * share);
    }
}
