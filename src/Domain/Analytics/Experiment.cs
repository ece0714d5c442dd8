namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Size of a comparison that can find a difference.</summary>
public static class Experiment
{
    private const double LiftShown = 1.5;
    private const double HighestShown = 0.95;

    /// <summary>
    /// Leads that each of several creatives needs until E tells a difference of rates: n = ⌈(ln(m/α) + ln 4)/g⌉ with
    /// g = kl(p_a, p_0) + (m − 1)·kl(p_b, p_0), p_0 = (p_a + (m − 1)·p_b)/m.
    /// </summary>
    /// <param name="others">Rate of the others, 0–1.</param>
    /// <param name="creative">Rate of the creative, 0–1.</param>
    /// <param name="creatives">Creatives of the direction, this one included; at least two.</param>
    /// <returns><see langword="null"/> where the rates are equal.</returns>
    public static long? LeadsPerCreative(double others, double creative, int creatives)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(creatives, 2);
        var rest = creatives - 1;
        var common = (creative + (rest * others)) / creatives;
        var growth = Divergence(creative, common) + (rest * Divergence(others, common));
        return growth > 0 ? (long)Math.Ceiling((Math.Log(creatives / DirectionVerdicts.Error) + Math.Log(4)) / growth) : null;
    }

    /// <summary>Leads still wanting to tell one and a half times the others' rate, never computed from the difference that is seen.</summary>
    public static long? LeadsMissing(Rate creative, Rate others, int creatives)
    {
        if (others is { Numerator: 0 } or { Denominator: 0 } || creatives < 2)
            return null;
        var rate = (double)others.Numerator / others.Denominator;
        var shown = Math.Min(LiftShown * rate, HighestShown);
        if (shown <= rate)
            return null;
        return Math.Max(0, LeadsPerCreative(rate, shown, creatives)!.Value - creative.Denominator);
    }

    // Kullback and Leibler, of one lead.
    private static double Divergence(double p, double q) => Part(p, q) + Part(1 - p, 1 - q);

    private static double Part(double p, double q) => p > 0 ? p * Math.Log(p / q) : 0;
}
