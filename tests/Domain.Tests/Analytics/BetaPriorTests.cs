using AmoCrmQualification.Domain.Analytics;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class BetaPriorTests
{
    [Test]
    public void The_prior_of_the_six()
    {
        var prior = BetaPrior.From(Counts.Six);

        Assert.That(prior.Mean, Is.EqualTo(0.5647).Within(0.00005));
        Assert.That(prior.Correlation, Is.EqualTo(0.2823).Within(0.00005));
        Assert.That(prior.Distribution.A, Is.EqualTo(1.436).Within(0.0005));
        Assert.That(prior.Distribution.B, Is.EqualTo(1.107).Within(0.0005));
        Assert.That(
            Counts.Six.Select(rate => Percent.OneDecimal(prior.Shrink(rate))),
            Is.EqualTo([59.8, 85.6, 67.8, 26.9, 16.8, 59.7])
        );
    }

    [Test]
    public void Fewer_than_four_creatives_tell_nothing()
    {
        var prior = BetaPrior.From([new(30, 50), new(35, 40), new(10, 40), new(0, 0)]);

        Assert.That(prior.Distribution, Is.EqualTo(BetaDistribution.Flat));
        Assert.That(prior.Correlation, Is.Null);
        Assert.That(prior.Shrink(new(0, 3)), Is.EqualTo(20));
    }

    [Test]
    public void Of_single_leads_nobody_can_say_how_creatives_differ() =>
        Assert.That(BetaPrior.From([new(1, 1), new(0, 1), new(1, 1), new(0, 1)]).Distribution, Is.EqualTo(BetaDistribution.Flat));

    [Test]
    public void A_creative_without_leads_says_nothing_and_is_expected_to_be_as_the_others()
    {
        var prior = BetaPrior.From(Counts.Six.Prepend(new(0, 0)));

        Assert.That(prior, Is.EqualTo(BetaPrior.From(Counts.Six)));
        Assert.That(prior.Shrink(new(0, 0)), Is.EqualTo(100 * prior.Mean));
    }

    [Test]
    public void Where_creatives_do_not_differ_the_prior_weighs_as_many_leads_as_it_was_learnt_from()
    {
        var prior = BetaPrior.From(Enumerable.Repeat(new Rate(10, 50), 4));

        Assert.That(prior.Distribution.A, Is.EqualTo(40).Within(1e-9));
        Assert.That(prior.Distribution.B, Is.EqualTo(160).Within(1e-9));
        Assert.That(prior.Shrink(new(10, 50)), Is.EqualTo(20).Within(1e-9));
    }

    [Test]
    public void Where_each_creative_is_all_or_nothing_the_prior_weighs_next_to_nothing()
    {
        var prior = BetaPrior.From([new(50, 50), new(0, 50), new(50, 50), new(0, 50)]);

        Assert.That(prior.Correlation, Is.EqualTo(0.99));
        Assert.That(prior.Shrink(new(1, 4)), Is.EqualTo(25).Within(0.1));
    }

    [TestCase(0, 0.05)]
    [TestCase(100, 99.95)]
    public void Where_nobody_or_everybody_counts_the_next_lead_may_be_the_first(long percent, double expected)
    {
        var prior = BetaPrior.From(Enumerable.Repeat(new Rate(percent * 250 / 100, 250), 4));

        Assert.That(prior.Shrink(new(0, 0)), Is.EqualTo(expected).Within(0.001));
    }

    [ManyValues(2_000)]
    public Property Every_direction_has_a_proper_prior_whatever_the_order() =>
        Prop.ForAll(
            Counts.Directions(),
            direction =>
            {
                var prior = BetaPrior.From(direction.Given);
                return prior == BetaPrior.From(direction.Shuffled)
                    && double.IsFinite(prior.Distribution.A + prior.Distribution.B)
                    && prior.Distribution is { A: > 0, B: > 0 };
            }
        );

    [ManyValues(2_000)]
    public Property A_rate_is_pulled_towards_the_mean_and_not_past_it() =>
        Prop.ForAll(
            Counts.Directions(),
            direction =>
            {
                var prior = BetaPrior.From(direction.Given);
                var mean = 100 * prior.Distribution.Mean;
                return direction
                    .Given.Where(rate => rate.Denominator > 0)
                    .All(rate =>
                        prior.Shrink(rate) >= Math.Min(mean, rate.Percent!.Value) - 1e-9
                        && prior.Shrink(rate) <= Math.Max(mean, rate.Percent!.Value) + 1e-9
                    );
            }
        );
}
