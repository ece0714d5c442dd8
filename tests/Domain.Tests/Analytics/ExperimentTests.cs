using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class ExperimentTests
{
    [TestCase(0.30, 0.45, 2, 211)]
    [TestCase(0.30, 0.45, 5, 153)]
    [TestCase(0.30, 0.45, 20, 157)]
    [TestCase(0.30, 0.40, 2, 461)]
    [TestCase(0.30, 0.40, 5, 336)]
    [TestCase(0.30, 0.40, 20, 345)]
    public void Leads_that_tell_a_difference(double others, double creative, int creatives, long leads) =>
        Assert.That(Experiment.LeadsPerCreative(others, creative, creatives), Is.EqualTo(leads));

    [Test]
    public void Equal_rates_are_never_told_apart() => Assert.That(Experiment.LeadsPerCreative(0.3, 0.3, 2), Is.Null);

    [TestCase(0, 0, 30, 100, 5, 153)]
    [TestCase(90, 100, 30, 100, 5, 53)] // the rate that is seen makes no difference
    [TestCase(0, 400, 30, 100, 5, 0)]
    [TestCase(3, 10, 0, 0, 5, null)]
    [TestCase(3, 10, 0, 50, 5, null)]
    [TestCase(3, 10, 97, 100, 5, null)] // nothing is half as high again
    public void Leads_still_wanting(
        long qualified,
        long leads,
        long othersQualified,
        long others,
        int creatives,
        long? missing
    ) =>
        Assert.That(Experiment.LeadsMissing(new(qualified, leads), new(othersQualified, others), creatives), Is.EqualTo(missing));
}
