namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// How long deals stay in a stage. A visit that is still open has lasted at least until now, so leaving it out, or taking it
/// for finished, would make the stage look faster than it is; hence Kaplan–Meier.
/// </summary>
/// <param name="Visits">Open ones included.</param>
/// <param name="MedianHours"><see langword="null"/> while fewer than half are known to have left.</param>
/// <param name="P75Hours"><see langword="null"/> while fewer than three quarters are.</param>
public sealed record StageDurations(long Visits, long Open, double? MedianHours, double? P75Hours)
{
    /// <param name="visits">Hours in the stage: until it was left, for whatever stage, else until now.</param>
    public static StageDurations From(IReadOnlyCollection<TimedOutcome> visits)
    {
        var estimate = KaplanMeier.From(visits);
        return new(
            visits.Sum(visit => visit.Count),
            visits.Where(visit => !visit.Happened).Sum(visit => visit.Count),
            estimate.TimeToReach(0.5),
            estimate.TimeToReach(0.75)
        );
    }
}
