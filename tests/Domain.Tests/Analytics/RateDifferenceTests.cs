using AmoCrmQualification.Domain.Analytics;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class RateDifferenceTests
{
    [TestCase(35, 40, 30, 50, 27.5, 9.1, 43.0)]
    [TestCase(3, 4, 30, 50, 15.0, -31.6, 39.7)]
    // Computed apart from this code.
    [TestCase(56, 70, 48, 80, 20.0, 5.2, 33.4)]
    [TestCase(9, 10, 3, 10, 60.0, 17.1, 80.9)]
    [TestCase(10, 10, 0, 10, 100.0, 60.8, 100.0)]
    public void A_difference_is_published_with_its_Newcombe_interval(
        long k,
        long n,
        long otherK,
        long otherN,
        double points,
        double lo,
        double hi
    )
    {
        var difference = new RateDifference(new(k, n), new(otherK, otherN));

        Assert.That(
            new[] { difference.Points, difference.Lo, difference.Hi }.Select(Percent.OneDecimal),
            Is.EqualTo([points, lo, hi])
        );
        Assert.That(difference.ExcludesZero, Is.EqualTo(lo > 0));
    }

    [Test]
    public void With_an_undefined_rate_there_is_no_difference()
    {
        RateDifference[] undefined = [new(new(0, 0), new(1, 2)), new(new(1, 2), new(0, 0)), new(new(0, 0), new(0, 0))];

        Assert.That(undefined.SelectMany(d => new[] { d.Points, d.Lo, d.Hi }), Is.All.Null);
        Assert.That(undefined.Select(d => d.ExcludesZero), Is.All.False);
    }

    [ManyValues(5_000)]
    public Property The_difference_the_other_way_round_is_its_negative() =>
        Prop.ForAll(
            Counts.Pairs(),
            pair =>
            {
                var (there, back) = (new RateDifference(pair.A, pair.B), new RateDifference(pair.B, pair.A));
                return there.Points == -back.Points && there.Lo == -back.Hi && there.Hi == -back.Lo;
            }
        );

    [ManyValues(5_000)]
    public Property The_interval_contains_the_difference_and_is_possible() =>
        Prop.ForAll(
            Counts.Pairs(),
            pair =>
            {
                var d = new RateDifference(pair.A, pair.B);
                return d.Lo >= -100 - 1e-9 && d.Lo <= d.Points && d.Points <= d.Hi && d.Hi <= 100 + 1e-9;
            }
        );

    [ManyValues(1_000)]
    public Property A_rate_does_not_differ_from_itself() =>
        Prop.ForAll(Counts.DefinedRates(), rate => !new RateDifference(rate, rate).ExcludesZero);
}
