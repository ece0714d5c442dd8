using AmoCrmQualification.Domain.Analytics;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class CreativeRankingTests
{
    [Test]
    public void The_six_compared()
    {
        var named = Counts.Named(Counts.Six);

        var ranking = CreativeRanking.From(named);

        Assert.That(ranking.Creatives.Select(c => (c.Creative, c.Rate)), Is.EqualTo(named));
        Assert.That(
            ranking.Creatives.Select(c => Percent.OneDecimal(c.ShrunkRate)),
            Is.EqualTo([59.8, 85.6, 67.8, 26.9, 16.8, 59.7])
        );
        Assert.That(ranking.Creatives.Select(c => c.BestProbability), Is.EqualTo([0, 0.83, 0.17, 0, 0, 0]).Within(0.011));
    }

    [Test]
    public void One_alone_has_nothing_to_be_compared_with()
    {
        var alone = CreativeRanking.From(Counts.Named([new(30, 50)])).Creatives.Single();

        Assert.That(alone.BestProbability, Is.EqualTo(1));
    }

    [Test]
    public void A_creative_without_leads_is_shown_but_not_compared()
    {
        var ranking = CreativeRanking.From(Counts.Named([new(0, 0), .. Counts.Six]));
        var untried = ranking.Creatives[0];

        Assert.That(untried.BestProbability, Is.Null);
        Assert.That(untried.ShrunkRate, Is.EqualTo(56.5).Within(0.05));
        Assert.That(
            ranking.Creatives.Skip(1).Select(c => c.BestProbability),
            Is.EqualTo(CreativeRanking.From(Counts.Named(Counts.Six)).Creatives.Select(c => c.BestProbability))
        );
    }

    [Test]
    public void Of_no_creatives_there_is_no_ranking() => Assert.That(CreativeRanking.From([]).Creatives, Is.Empty);

    [ManyValues(60)]
    public Property The_order_does_not_matter_and_one_is_the_best() =>
        Prop.ForAll(
            Counts.Directions(),
            direction =>
            {
                var named = Counts.Named(direction.Given);
                var (once, turned) = (CreativeRanking.From(named), CreativeRanking.From([.. named.AsEnumerable().Reverse()]));
                var sum = once.Creatives.Sum(c => c.BestProbability);
                return once.Creatives.SequenceEqual(turned.Creatives.Reverse())
                    && (named.All(c => c.Rate.Denominator == 0) ? sum == 0 : Math.Abs(sum!.Value - 1) < 1e-9);
            }
        );
}
