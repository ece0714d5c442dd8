namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Is there a difference between two rates, and how many leads does it take to tell?</summary>
public static class RateTest
{
    // More leads than any direction will ever bring.
    private const double Unreachable = 1e9;

    /// <summary>
    /// Two-sided p-value of the two-proportion z-test with pooled variance. 1 when all or none count on both
    /// sides; <see langword="null"/> when either rate is undefined.
    /// </summary>
    public static double? PValue(Rate a, Rate b)
    {
        if (a.Percent is null || b.Percent is null)
            return null;
        var (pooled, n, m) = (a + b, (double)a.Denominator, (double)b.Denominator);
        if (pooled.Numerator == 0 || pooled.Numerator == pooled.Denominator)
            return 1;

        var p = Share(pooled);
        return Normal.TwoSidedP((Share(a) - Share(b)) / Math.Sqrt(p * (1 - p) * ((1 / n) + (1 / m))));
    }

    /// <summary>
    /// Leads that each of two creatives with these rates needs in all before a two-sided test at 5 % finds the difference
    /// in four of five cases (Fleiss, Statistical Methods for Rates and Proportions, without continuity correction).
    /// <see langword="null"/> when the rates are undefined, or so nearly equal that no number of leads tells them apart.
    /// </summary>
    public static long? LeadsPerArm(Rate a, Rate b)
    {
        if (a.Percent is null || b.Percent is null || a.Percent == b.Percent)
            return null;

        var (p, q) = (Share(a), Share(b));
        var mean = (p + q) / 2;
        var root = (Normal.Z975 * Math.Sqrt(2 * mean * (1 - mean))) + (Normal.Z80 * Math.Sqrt((p * (1 - p)) + (q * (1 - q))));
        var leads = Math.Ceiling(root * root / ((p - q) * (p - q)));
        return leads < Unreachable ? (long)leads : null;
    }

    private static double Share(Rate rate) => (double)rate.Numerator / rate.Denominator;
}
