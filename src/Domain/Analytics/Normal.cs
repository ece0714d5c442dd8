namespace AmoCrmQualification.Domain.Analytics;

/// <summary>The standard normal distribution, as far as intervals and tests need it.</summary>
internal static class Normal
{
    /// <summary>97.5 % quantile: two-sided 95 %.</summary>
    public const double Z975 = 1.959963984540054;

    /// <summary>80 % quantile: the power of a planned comparison.</summary>
    public const double Z80 = 0.8416212335729143;

    /// <summary>
    /// P(|Z| ≥ |z|) = erfc(|z|/√2), by the Chebyshev fit of Press et al., Numerical Recipes (1992), §6.2: relative error
    /// below 1.2e-7 everywhere, so that the order of tiny p-values is kept.
    /// </summary>
    public static double TwoSidedP(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (x / 2));
        double[] fit =
        [
            -1.26551223,
            1.00002368,
            0.37409196,
            0.09678418,
            -0.18628806,
            0.27886807,
            -1.13520398,
            1.48851587,
            -0.82215223,
            0.17087277,
        ];
        var sum = 0.0;
        for (var i = fit.Length - 1; i >= 0; i--)
            sum = (sum * t) + fit[i];
        return Math.Min(1, t * Math.Exp(sum - (x * x)));
    }
}
