namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Probability of each of several rates to be the highest, by drawing them together many times.</summary>
public static class ProbabilityOfBest
{
    /// <summary>The error of a probability of a half is then 0.16 points; with a fixed seed it is the same error each time.</summary>
    public const int Draws = 100_000;

    private const ulong Seed = 19_270_601;

    // A rate less likely than this to be the highest is not drawn: on average it would win in a hundredth of one draw.
    private const double Negligible = 1e-7;

    /// <returns>
    /// 0–1 in the order given, summing to 1; empty of nothing. The order makes no difference, and equals get the same.
    /// </returns>
    /// <remarks>
    /// Costs two gamma draws, about 60 ns, per rate and draw: 6 ms for each rate that may be the highest. Logarithms are the
    /// platform's, so that between processors a probability may differ in its fifth digit.
    /// </remarks>
    public static IReadOnlyList<double> Estimate(IReadOnlyList<BetaDistribution> rates)
    {
        var contenders = Contenders(rates).OrderBy(rate => rate.A).ThenBy(rate => rate.B).ToList();
        var wins = Wins(contenders);
        var chances = contenders
            .Zip(wins)
            .GroupBy(rate => rate.First)
            .ToDictionary(equal => equal.Key, equal => equal.Average(rate => rate.Second) / Draws);
        return [.. rates.Select(rate => chances.GetValueOrDefault(rate))];
    }

    /// <summary>
    /// Leaves out what is surely below the leader. A beta rate is sub-Gaussian with variance proxy 1/(4(a + b + 1)) (Marchal
    /// and Arbel 2017), so P(rate ≥ leader) ≤ exp(−gap²/(2 · sum of both proxies)): a bound, not an approximation.
    /// </summary>
    private static IEnumerable<BetaDistribution> Contenders(IReadOnlyList<BetaDistribution> rates)
    {
        if (rates.Count == 0)
            return [];
        var leader = rates.MaxBy(rate => rate.Mean - (2 * Math.Sqrt(Proxy(rate))));
        return rates.Where(rate =>
            rate.Mean >= leader.Mean
            || Math.Pow(leader.Mean - rate.Mean, 2) < -2 * Math.Log(Negligible) * (Proxy(rate) + Proxy(leader))
        );
    }

    private static double Proxy(BetaDistribution rate) => 1 / (4 * (rate.A + rate.B + 1));

    private static int[] Wins(List<BetaDistribution> rates)
    {
        var random = new RandomStream(Seed);
        var highest = new double[Draws];
        var winners = new int[Draws];
        Array.Fill(highest, double.NegativeInfinity);
        for (var i = 0; i < rates.Count; i++)
        {
            var (a, b) = (new GammaSampler(rates[i].A), new GammaSampler(rates[i].B));
            for (var draw = 0; draw < Draws; draw++)
            {
                var odds = LogOdds(a.Draw(random), b.Draw(random));
                if (odds > highest[draw])
                    (highest[draw], winners[draw]) = (odds, i);
            }
        }

        var wins = new int[rates.Count];
        if (rates.Count > 0)
        {
            foreach (var winner in winners)
                wins[winner]++;
        }
        return wins;
    }

    /// <summary>
    /// The rate drawn is x/(x + y). Its logarithmic odds have the same order and, unlike itself, tell apart rates that are
    /// next to 0 or 1.
    /// </summary>
    private static double LogOdds((double Value, double LogFactor) x, (double Value, double LogFactor) y) =>
        Math.Log(x.Value / y.Value) + x.LogFactor - y.LogFactor;
}
