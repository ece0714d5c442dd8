namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Evidence that a creative's leads qualify at another rate than the others' of the same days. E is an e-process: while both
/// rates are equal on each day, whatever they are, P(ever E ≥ 1/α) ≤ α (Ville), so it may be looked at daily. Kept as
/// logarithms, for E overflows.
/// </summary>
/// <param name="LnHigher">ln E⁺: that its rate is higher.</param>
/// <param name="LnLower">ln E⁻: that its rate is lower.</param>
public readonly record struct Evidence(double LnHigher, double LnLower)
{
    /// <summary>Nothing is known: E = 1.</summary>
    public static readonly Evidence None = new(0, 0);

    /// <summary>ln of the mean of both.</summary>
    public double Ln => LogMean([LnHigher, LnLower]);

    /// <summary>E, at most a million.</summary>
    public double Capped => Math.Exp(Math.Min(Ln, Math.Log(1e6)));

    public bool IsHigher => LnHigher > LnLower;

    /// <summary>The smaller of each: it keeps the guarantee of either.</summary>
    public Evidence Smallest(Evidence other) => new(Math.Min(LnHigher, other.LnHigher), Math.Min(LnLower, other.LnLower));

    /// <summary>ln of the mean of what is given as logarithms.</summary>
    internal static double LogMean(ReadOnlySpan<double> logarithms)
    {
        var highest = double.NegativeInfinity;
        foreach (var one in logarithms)
            highest = Math.Max(highest, one);
        var sum = 0.0;
        foreach (var one in logarithms)
            sum += Math.Exp(one - highest);
        return highest + Math.Log(sum / logarithms.Length);
    }
}
