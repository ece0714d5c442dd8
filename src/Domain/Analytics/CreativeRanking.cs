using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Compares the creatives of one direction by the leads that count among those they brought.</summary>
/// <param name="Creatives">In the order given.</param>
public sealed record CreativeRanking(BetaPrior Prior, IReadOnlyList<CreativeComparison> Creatives)
{
    /// <summary>With fewer leads a creative is not judged.</summary>
    public const int FewestLeads = 20;

    /// <summary>With more creatives than this the verdicts are corrected for their number.</summary>
    public const int MostUncorrected = 5;

    /// <summary>At most this share of the corrected verdicts is owed to chance, on average.</summary>
    public const double FalseDiscoveryRate = 0.05;

    /// <summary>
    /// Creatives without leads are shown, but neither compared nor counted. The correction is over the creatives that have
    /// leads enough to be judged: how many leads a creative has says nothing of its rate, so leaving out the others is fair.
    /// </summary>
    public static CreativeRanking From(IReadOnlyList<(CreativeId Creative, Rate Rate)> creatives)
    {
        var tried = creatives.Select(c => c.Rate).Where(rate => rate.Denominator > 0).ToList();
        var all = tried.Aggregate(new Rate(0, 0), (sum, rate) => sum + rate);
        var prior = BetaPrior.From(tried);
        var chances = ProbabilityOfBest.Estimate([.. tried.Select(prior.Distribution.After)]);
        var chanceOf = tried.Zip(chances).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
        var threshold = tried.Count > MostUncorrected ? Threshold(tried, all) : 1;
        return new(prior, [.. creatives.Select(c => Compare(c.Creative, new(c.Rate, all - c.Rate)))]);

        CreativeComparison Compare(CreativeId creative, RateDifference difference) =>
            new(
                creative,
                difference.Rate,
                prior.Shrink(difference.Rate),
                difference.Rate.Denominator > 0 ? chanceOf[difference.Rate] : null,
                difference,
                Judge(difference, threshold),
                RateTest.LeadsPerArm(difference.Rate, difference.Other)
            );
    }

    private static double Threshold(List<Rate> rates, Rate all) =>
        FalseDiscovery.Threshold(
            rates.Where(IsJudged).Select(rate => RateTest.PValue(rate, all - rate)).OfType<double>(),
            FalseDiscoveryRate
        );

    private static Verdict Judge(RateDifference difference, double threshold)
    {
        if (!IsJudged(difference.Rate) || !difference.ExcludesZero)
            return Verdict.TooEarly;
        if (RateTest.PValue(difference.Rate, difference.Other) is not { } p || p > threshold)
            return Verdict.TooEarly;
        return difference.Points > 0 ? Verdict.Better : Verdict.Worse;
    }

    private static bool IsJudged(Rate rate) => rate.Denominator >= FewestLeads;
}
