namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Prior of a creative from the others of its direction, before its own leads are counted: their mean rate, and how much
/// alike they are. It pulls the rate of a creative with few leads towards the others (empirical Bayes).
/// </summary>
/// <param name="Mean">m, 0–1.</param>
/// <param name="Correlation">ρ, 0–1: of two leads of one creative; <see langword="null"/> where it was not estimated.</param>
public sealed record BetaPrior(BetaDistribution Distribution, double Mean, double? Correlation)
{
    /// <summary>Fewer creatives than this tell nothing of how creatives differ.</summary>
    public const int FewestCreatives = 4;

    // At 1 every creative would be all or nothing and the prior improper; this one weighs a hundredth of a lead.
    private const double HighestCorrelation = 0.99;

    private static BetaPrior Flat => new(BetaDistribution.Flat, BetaDistribution.Flat.Mean, Correlation: null);

    /// <summary>
    /// By the method of moments (Kleinman 1973, each creative weighted by its leads). With k of n leads counting,
    /// m = Σk/Σn and X² = Σ(k − nm)²/(nm(1 − m)), ρ makes X² what is expected of it:
    /// E X² = I − 1 + ρ Σ(n − 1)(1 − n/Σn).
    /// </summary>
    /// <remarks>
    /// Creatives without leads say nothing and are left out. Fewer than four with leads, or none with more than one lead:
    /// flat. Where creatives differ no more than chance explains, ρ ≤ 0 would give one's own leads no weight at all; the prior
    /// weighs as many leads as it was learnt from instead, and no more. Where all leads count, or none, the mean is held
    /// half a lead away from the edge, for the next lead may be the first.
    /// </remarks>
    public static BetaPrior From(IEnumerable<Rate> creatives)
    {
        // In one order, for a sum of fractions depends on it and a creative's place must not matter.
        var rates = creatives.Where(r => r.Denominator > 0).OrderBy(r => r.Denominator).ThenBy(r => r.Numerator).ToList();
        if (rates.Count < FewestCreatives)
            return Flat;

        var all = rates.Aggregate((sum, rate) => sum + rate);
        double n = all.Denominator;
        var information = rates.Sum(rate => (rate.Denominator - 1) * (1 - (rate.Denominator / n)));
        if (information <= 0)
            return Flat;

        var isAtEdge = all.Numerator == 0 || all.Numerator == all.Denominator;
        var mean = isAtEdge ? (all.Numerator + 0.5) / (n + 1) : all.Numerator / n;
        var estimate = isAtEdge ? 0 : (ChiSquared(rates, mean) - (rates.Count - 1)) / information;
        var correlation = Math.Clamp(estimate, 1 / (n + 1), HighestCorrelation);
        var weight = (1 - correlation) / correlation;
        return new(new(mean * weight, (1 - mean) * weight), mean, correlation);
    }

    /// <summary>(a + k)/(a + b + n), in percent. A creative without leads is expected to be as the others.</summary>
    public double Shrink(Rate rate) => 100 * Distribution.After(rate).Mean;

    private static double ChiSquared(List<Rate> rates, double mean) =>
        rates.Sum(rate =>
        {
            var off = rate.Numerator - (rate.Denominator * mean);
            return off * off / (rate.Denominator * mean * (1 - mean));
        });
}
