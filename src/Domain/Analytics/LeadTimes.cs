namespace AmoCrmQualification.Domain.Analytics;

/// <summary>So many leads of an age.</summary>
/// <param name="Days">Since creation, with fractions; less than 0, where two clocks disagree, is 0.</param>
public readonly record struct LeadAge(double Days, long Count = 1)
{
    public double Days { get; } = Math.Max(0, Days);
}

/// <summary>How long leads took to qualify, and how old they are, whether they qualified or not.</summary>
/// <param name="Outcomes">In days and fractions: to the qualification, else their age now.</param>
/// <param name="Ages">Of the same leads.</param>
public sealed record LeadTimes(IReadOnlyCollection<TimedOutcome> Outcomes, IReadOnlyCollection<LeadAge> Ages);
