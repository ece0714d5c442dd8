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
        Assert.That(
            ranking.Creatives.Select(c => c.Verdict),
            Is.EqualTo([Verdict.TooEarly, Verdict.Better, Verdict.TooEarly, Verdict.Worse, Verdict.TooEarly, Verdict.TooEarly])
        );
        Assert.That(ranking.Creatives[1].AgainstRest.Other, Is.EqualTo(new Rate(61, 130)));
        Assert.That(ranking.Creatives[1].LeadsNeeded, Is.EqualTo(RateTest.LeadsPerArm(new(35, 40), new(61, 130))));
    }

    [TestCase(19, Verdict.TooEarly)]
    [TestCase(20, Verdict.Better)]
    public void With_few_leads_nothing_is_said_however_clear_it_looks(long leads, Verdict expected) =>
        Assert.That(Verdicts(new(leads, leads), new(10, 500)), Has.ItemAt(0).EqualTo(expected));

    [Test]
    public void A_difference_that_chance_explains_is_none() =>
        Assert.That(Verdicts(new(30, 50), new(25, 50)), Is.All.EqualTo(Verdict.TooEarly));

    [Test]
    public void Of_two_one_is_better_and_the_other_worse() =>
        Assert.That(Verdicts(new(35, 40), new(30, 50)), Is.EqualTo([Verdict.Better, Verdict.Worse]));

    [Test]
    public void Among_many_what_is_one_in_twenty_by_chance_is_called_nothing()
    {
        // 33/60 against 40 % of the rest has p = 0.02: something between two, nothing among ten.
        var (lucky, usual) = (new Rate(33, 60), new Rate(40, 100));

        Assert.That(Verdicts([lucky, .. Enumerable.Repeat(usual, 4)])[0], Is.EqualTo(Verdict.Better));
        Assert.That(Verdicts([lucky, .. Enumerable.Repeat(usual, 9)]), Is.All.EqualTo(Verdict.TooEarly));
    }

    [Test]
    public void Creatives_too_young_to_be_judged_do_not_take_part_in_the_correction()
    {
        Rate[] judged = [new(36, 60), .. Enumerable.Repeat(new Rate(40, 100), 5)];
        var young = Enumerable.Repeat(new Rate(2, 5), 60);

        Assert.That(Verdicts([.. judged, .. young])[0], Is.EqualTo(Verdict.Better));
    }

    [Test]
    public void One_alone_has_nothing_to_be_compared_with()
    {
        var alone = CreativeRanking.From(Counts.Named([new(30, 50)])).Creatives.Single();

        Assert.That(alone.Verdict, Is.EqualTo(Verdict.TooEarly));
        Assert.That(alone.BestProbability, Is.EqualTo(1));
        Assert.That(alone.AgainstRest.Points, Is.Null);
        Assert.That(alone.LeadsNeeded, Is.Null);
    }

    [Test]
    public void A_creative_without_leads_is_shown_but_not_compared()
    {
        var ranking = CreativeRanking.From(Counts.Named([new(0, 0), .. Counts.Six]));
        var untried = ranking.Creatives[0];

        Assert.That(untried.BestProbability, Is.Null);
        Assert.That(untried.LeadsNeeded, Is.Null);
        Assert.That(untried.Verdict, Is.EqualTo(Verdict.TooEarly));
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

    private static List<Verdict> Verdicts(params Rate[] rates) =>
        [.. CreativeRanking.From(Counts.Named(rates)).Creatives.Select(c => c.Verdict)];
}
