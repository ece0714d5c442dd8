using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class ProbabilityOfBestTests
{
    // Five standard errors of a probability of a half.
    private const double Chance = 0.008;

    [Test]
    public void The_better_of_two_with_flat_priors()
    {
        var chances = ProbabilityOfBest.Estimate([Flat(35, 40), Flat(30, 50)]);

        Assert.That(chances[0], Is.EqualTo(0.9982).Within(0.0005));
        Assert.That(chances.Sum(), Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void The_best_of_the_six()
    {
        var prior = BetaPrior.From(Counts.Six).Distribution;

        var chances = ProbabilityOfBest.Estimate([.. Counts.Six.Select(prior.After)]);

        Assert.That(chances.Select(p => Math.Round(p, 2)), Is.EqualTo([0, 0.83, 0.17, 0, 0, 0]).Within(0.011));
        // By numerical integration of the densities.
        Assert.That(chances[1], Is.EqualTo(0.8311).Within(Chance));
        Assert.That(chances[2], Is.EqualTo(0.1649).Within(Chance));
        Assert.That(chances[5], Is.EqualTo(0.0030).Within(0.001));
    }

    // P(X > Y) of X ~ Beta(a, 1), Y ~ Beta(b, 1) is a/(a + b): shapes below, at and above 1.
    [TestCase(0.3, 0.6)]
    [TestCase(0.001, 0.003)]
    [TestCase(1, 1.5)]
    [TestCase(40, 60)]
    [TestCase(1e7, 3e7)]
    public void The_draws_follow_the_beta_distribution(double a, double b) =>
        Assert.That(ProbabilityOfBest.Estimate([new(a, 1), new(b, 1)])[0], Is.EqualTo(a / (a + b)).Within(Chance));

    [Test]
    public void Next_to_0_and_1_rates_are_still_told_apart()
    {
        // The same by symmetry, mirrored: 1 − Beta(a, 1) is Beta(1, a).
        Assert.That(ProbabilityOfBest.Estimate([new(1, 0.001), new(1, 0.003)])[0], Is.EqualTo(0.75).Within(Chance));
    }

    [Test]
    public void The_same_is_said_each_time_whatever_the_order()
    {
        BetaDistribution[] rates = [Flat(3, 9), Flat(5, 12), Flat(3, 9), Flat(0, 2), Flat(40, 100)];

        var (once, turned) = (ProbabilityOfBest.Estimate(rates), ProbabilityOfBest.Estimate([.. rates.Reverse()]));

        Assert.That(turned.Reverse(), Is.EqualTo(once));
        Assert.That(once[0], Is.EqualTo(once[2]));
        Assert.That(once.Sum(), Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void A_published_probability_stays_what_it_was()
    {
        var prior = BetaPrior.From(Counts.Six).Distribution;

        var chances = ProbabilityOfBest.Estimate([.. Counts.Six.Select(prior.After)]);

        // Of these 100 000 draws and no others; logarithms of another processor may turn one or two of them.
        Assert.That(chances, Is.EqualTo([0.00107, 0.82998, 0.16599, 0, 0.00004, 0.00292]).Within(0.00002));
    }

    [Test]
    public void Between_equals_nothing_is_preferred() =>
        Assert.That(ProbabilityOfBest.Estimate([.. Enumerable.Repeat(Flat(7, 20), 8)]), Is.All.EqualTo(0.125));

    [Test]
    public void What_is_surely_not_the_best_changes_nothing()
    {
        BetaDistribution[] rates = [Flat(300, 500), Flat(310, 500), Flat(295, 480)];
        BetaDistribution[] hopeless = [Flat(10, 500), Flat(1_000_000, 10_000_000)];

        var chances = ProbabilityOfBest.Estimate([.. rates, .. hopeless]);

        Assert.That(chances, Is.EqualTo([.. ProbabilityOfBest.Estimate(rates), 0, 0]));
    }

    [Test]
    public void What_is_left_out_would_not_have_been_drawn_as_the_best()
    {
        // On this side of the bound and on the other, the chance is far below what the draws can show.
        foreach (var hits in Enumerable.Range(0, 25).Select(step => step * 10))
            Assert.That(ProbabilityOfBest.Estimate([Flat(300, 500), Flat(hits, 500)])[1], Is.LessThan(0.001));
    }

    [Test]
    public void The_only_one_is_the_best_and_of_none_none_is()
    {
        Assert.That(ProbabilityOfBest.Estimate([Flat(0, 3)]), Is.EqualTo([1]));
        Assert.That(ProbabilityOfBest.Estimate([]), Is.Empty);
    }

    private static BetaDistribution Flat(long k, long n) => BetaDistribution.Flat.After(new(k, n));
}
