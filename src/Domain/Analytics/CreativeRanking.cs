using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Ranks the creatives of one direction by their judged leads.</summary>
/// <param name="Creatives">In the order given.</param>
public sealed record CreativeRanking(BetaPrior Prior, IReadOnlyList<CreativeComparison> Creatives)
{
    /// <summary>Creatives without leads are shown, but not compared.</summary>
    public static CreativeRanking From(IReadOnlyList<(CreativeId Creative, Rate Rate)> creatives)
    {
        var tried = creatives.Select(c => c.Rate).Where(rate => rate.Denominator > 0).ToList();
        var prior = BetaPrior.From(tried);
        var chances = ProbabilityOfBest.Estimate([.. tried.Select(prior.Distribution.After)]);
        var chanceOf = tried.Zip(chances).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
        return new(
            prior,
            [
                .. creatives.Select(c => new CreativeComparison(
                    c.Creative,
                    c.Rate,
                    prior.Shrink(c.Rate),
                    c.Rate.Denominator > 0 ? chanceOf[c.Rate] : null
                )),
            ]
        );
    }
}
