namespace AmoCrmQualification.Domain.Analytics;

/// <summary>So many of the observed, of whom something happened, or until when it had not.</summary>
/// <param name="Time">
/// Since the observation began, in the unit the caller chooses: until it happened, else until now. Less than 0, where two
/// clocks disagree, is 0.
/// </param>
/// <param name="Happened">Otherwise the observed was watched no longer (censored).</param>
public readonly record struct TimedOutcome(double Time, bool Happened, long Count = 1)
{
    public double Time { get; } = double.IsNaN(Time) ? throw new ArgumentOutOfRangeException(nameof(Time)) : Math.Max(0, Time);
    public long Count { get; } = Count < 0 ? throw new ArgumentOutOfRangeException(nameof(Count)) : Count;
}
