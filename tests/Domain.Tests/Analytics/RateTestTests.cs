using AmoCrmQualification.Domain.Analytics;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class RateTestTests
{
    [TestCase(30, 40, 356)]
    [TestCase(60, 75, 152)]
    [TestCase(75, 60, 152)]
    [TestCase(0, 100, 2)]
    public void The_leads_it_takes_to_tell_two_rates_apart(long percent, long other, long leads) =>
        Assert.That(RateTest.LeadsPerArm(new(percent, 100), new(other, 100)), Is.EqualTo(leads));

    [Test]
    public void Equal_or_undefined_rates_are_told_apart_by_no_number_of_leads()
    {
        Assert.That(RateTest.LeadsPerArm(new(1, 3), new(2, 6)), Is.Null);
        Assert.That(RateTest.LeadsPerArm(new(0, 0), new(2, 6)), Is.Null);
        Assert.That(RateTest.LeadsPerArm(new(2, 6), new(0, 0)), Is.Null);
        Assert.That(RateTest.LeadsPerArm(new(5_000_000, 10_000_000), new(5_000_001, 10_000_000)), Is.Null);
    }

    // By the complementary error function of a C library.
    [TestCase(35, 40, 61, 130, 5.999449227881388e-06)]
    [TestCase(10, 40, 86, 130, 4.416238161328768e-06)]
    [TestCase(30, 50, 66, 120, 0.549088453644812)]
    [TestCase(18, 30, 78, 140, 0.6674459210936288)]
    public void The_p_value_of_the_two_proportion_test(long k, long n, long otherK, long otherN, double p) =>
        Assert.That(RateTest.PValue(new(k, n), new(otherK, otherN)), Is.EqualTo(p).Within(1e-4).Percent);

    [Test]
    public void No_spread_at_all_is_no_evidence()
    {
        Assert.That(RateTest.PValue(new(0, 30), new(0, 40)), Is.EqualTo(1));
        Assert.That(RateTest.PValue(new(30, 30), new(40, 40)), Is.EqualTo(1));
        Assert.That(RateTest.PValue(new(0, 0), new(40, 40)), Is.Null);
        Assert.That(RateTest.PValue(new(40, 40), new(0, 0)), Is.Null);
    }

    [ManyValues(5_000)]
    public Property It_does_not_matter_which_is_compared_with_which() =>
        Prop.ForAll(
            Counts.Pairs(),
            pair =>
                RateTest.PValue(pair.A, pair.B) == RateTest.PValue(pair.B, pair.A)
                && RateTest.LeadsPerArm(pair.A, pair.B) == RateTest.LeadsPerArm(pair.B, pair.A)
                && RateTest.PValue(pair.A, pair.B) is >= 0 and <= 1
        );
}
