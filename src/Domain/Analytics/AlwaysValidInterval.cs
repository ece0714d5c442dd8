namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Interval of a rate that holds at every look: the rates p with Bin(k; n, p) ≥ α · BetaBin(k; n, ½, ½), the mixture of all
/// rates by Jeffreys' prior (Ville's inequality).
/// </summary>
public static class AlwaysValidInterval
{
    private const double Error = 0.05;
    private const int Halvings = 60;

    /// <returns>Percent; <see langword="null"/> of nothing.</returns>
    public static (double Lo, double Hi)? From(Rate rate)
    {
        if (rate.Denominator == 0)
            return null;
        var (k, n) = (rate.Numerator, rate.Denominator);
        var least = Math.Log(Error) + LogMixture(k, n - k);
        var middle = (double)k / n;
        return (100 * Edge(inside: middle, outside: 0), 100 * Edge(inside: middle, outside: 1));

        double Edge(double inside, double outside)
        {
            if (inside == outside)
                return inside;
            for (var i = 0; i < Halvings; i++)
            {
                var between = (inside + outside) / 2;
                if (LogLikelihood(between) >= least)
                    inside = between;
                else
                    outside = between;
            }
            return inside;
        }

        double LogLikelihood(double p) => Part(k, p) + Part(n - k, 1 - p);
    }

    private static double Part(long count, double share) => count == 0 ? 0 : count * Math.Log(share);

    /// <summary>ln of B(k + ½, m + ½)/B(½, ½), by the products that the gamma function is of halves.</summary>
    private static double LogMixture(long k, long m)
    {
        var sum = 0.0;
        for (var i = 1; i <= k; i++)
            sum += Math.Log((i - 0.5) / i);
        for (var i = 1; i <= m; i++)
            sum += Math.Log((i - 0.5) / (k + i));
        return sum;
    }
}
