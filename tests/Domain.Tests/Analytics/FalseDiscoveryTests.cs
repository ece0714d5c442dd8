using AmoCrmQualification.Domain.Analytics;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class FalseDiscoveryTests
{
    // Benjamini and Hochberg (1995), the example of section 3.2: four of fifteen, where Bonferroni leaves three.
    private static readonly double[] Thrombolysis =
    [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1.0000,
    ];

    [Test]
    public void The_published_example() => Assert.That(FalseDiscovery.Threshold(Thrombolysis, 0.05), Is.EqualTo(0.0095));

    [Test]
    public void A_value_above_its_own_line_counts_when_a_larger_one_is_below_its() =>
        Assert.That(FalseDiscovery.Threshold([0.04, 0.03, 0.045], 0.05), Is.EqualTo(0.045));

    [Test]
    public void Of_nothing_nothing_counts()
    {
        Assert.That(FalseDiscovery.Threshold([], 0.05), Is.LessThan(0));
        Assert.That(FalseDiscovery.Threshold([0.9, 0.6], 0.05), Is.LessThan(0));
    }

    [ManyValues(2_000)]
    public Property The_order_does_not_matter_and_the_correction_only_takes_away() =>
        Prop.ForAll(
            (
                from given in Gen.Choose(0, 1_000).Select(p => p / 1_000.0).ArrayOf()
                from shuffled in Gen.Shuffle(given)
                select (given, shuffled)
            ).ToArbitrary(),
            values =>
            {
                var threshold = FalseDiscovery.Threshold(values.given, 0.05);
                return threshold.Equals(FalseDiscovery.Threshold(values.shuffled, 0.05)) && threshold <= 0.05;
            }
        );
}
