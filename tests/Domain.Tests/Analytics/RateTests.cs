using AmoCrmQualification.Domain.Analytics;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class RateTests
{
    [TestCase(0, 5, 0, 0, 43.4)]
    [TestCase(3, 10, 30, 10.8, 60.3)]
    [TestCase(30, 50, 60, 46.2, 72.4)]
    [TestCase(35, 40, 87.5, 73.9, 94.5)]
    [TestCase(300, 500, 60, 55.6, 64.2)]
    [TestCase(5, 5, 100, 56.6, 100)]
    [TestCase(0, 10_000_000, 0, 0, 0)]
    [TestCase(5_000_000, 10_000_000, 50, 50, 50)]
    public void A_rate_is_published_with_its_Wilson_interval(long k, long n, double percent, double lo, double hi)
    {
        var rate = new Rate(k, n);

        Assert.That(new[] { rate.Percent, rate.Lo, rate.Hi }.Select(Percent.OneDecimal), Is.EqualTo([percent, lo, hi]));
    }

    [Test]
    public void Of_nobody_there_is_no_rate()
    {
        var nothing = new Rate(0, 0);

        Assert.That(new[] { nothing.Percent, nothing.Lo, nothing.Hi }, Is.All.Null);
        Assert.That(Percent.OneDecimal(nothing.Percent), Is.Null);
    }

    [TestCase(1, 0)]
    [TestCase(6, 5)]
    [TestCase(-1, 5)]
    [TestCase(0, -1)]
    public void A_part_is_no_larger_than_the_whole(long k, long n) =>
        Assert.That(() => new Rate(k, n), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void The_ends_are_exact_where_nobody_or_everybody_counts()
    {
        Assert.That(Enumerable.Range(1, 500).Select(n => new Rate(0, n).Lo), Is.All.EqualTo(0.0));
        Assert.That(Enumerable.Range(1, 500).Select(n => new Rate(n, n).Hi), Is.All.EqualTo(100.0));
    }

    [TestCase(0.25, 0.3)]
    [TestCase(12.75, 12.8)]
    [TestCase(33.333, 33.3)]
    public void A_half_is_rounded_up(double percent, double rounded) =>
        Assert.That(Percent.OneDecimal(percent), Is.EqualTo(rounded));

    [ManyValues(5_000)]
    public Property The_interval_contains_the_rate_and_is_contained_in_0_to_100() =>
        Prop.ForAll(
            Counts.DefinedRates(),
            rate => rate.Lo >= 0 && rate.Lo <= rate.Percent && rate.Percent <= rate.Hi && rate.Hi <= 100
        );

    [ManyValues(5_000)]
    public Property With_more_leads_of_the_same_rate_the_interval_is_narrower() =>
        Prop.ForAll(
            Counts.DefinedRates(),
            rate =>
            {
                var more = rate + rate;
                return more.Percent == rate.Percent && more.Hi - more.Lo < rate.Hi - rate.Lo;
            }
        );

    [ManyValues(2_000)]
    public Property Those_who_do_not_count_have_the_mirrored_interval() =>
        Prop.ForAll(
            Counts.DefinedRates(),
            rate =>
            {
                var others = new Rate(rate.Denominator - rate.Numerator, rate.Denominator);
                return Math.Abs(others.Lo!.Value - (100 - rate.Hi!.Value)) < 1e-9;
            }
        );

    [ManyValues(1_000)]
    public Property What_is_added_can_be_taken_away() => Prop.ForAll(Counts.Pairs(), pair => pair.A + pair.B - pair.B == pair.A);
}
