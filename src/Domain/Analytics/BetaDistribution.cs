namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Belief about a rate: as if <paramref name="A"/> leads had counted and <paramref name="B"/> had not. Both are positive
/// and need not be whole.
/// </summary>
public readonly record struct BetaDistribution(double A, double B)
{
    /// <summary>Before anything is known: every rate is as likely as another.</summary>
    public static BetaDistribution Flat => new(1, 1);

    /// <summary>0–1.</summary>
    public double Mean => A / (A + B);

    /// <summary>The belief after leads have been counted.</summary>
    public BetaDistribution After(Rate rate) => new(A + rate.Numerator, B + (rate.Denominator - rate.Numerator));
}
