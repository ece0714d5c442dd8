using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class AlwaysValidIntervalTests
{
    [TestCase(0, 5, 0, 58.5)]
    [TestCase(3, 10, 3.3, 74.8)]
    [TestCase(30, 50, 37.5, 79.9)]
    [TestCase(35, 40, 65.5, 97.9)]
    [TestCase(300, 500, 52.1, 67.6)]
    [TestCase(0, 200, 0, 3.1)]
    [TestCase(5, 5, 41.5, 100)]
    public void It_holds_at_every_look(long qualified, long leads, double lo, double hi)
    {
        var interval = AlwaysValidInterval.From(new(qualified, leads))!.Value;

        Assert.That((interval.Lo, interval.Hi), Is.EqualTo((lo, hi)).Using<(double Lo, double Hi)>(Near));
    }

    [Test]
    public void Of_nothing_there_is_none() => Assert.That(AlwaysValidInterval.From(new(0, 0)), Is.Null);

    private static bool Near((double Lo, double Hi) a, (double Lo, double Hi) b) =>
        Math.Abs(a.Lo - b.Lo) < 0.05 && Math.Abs(a.Hi - b.Hi) < 0.05;
}
