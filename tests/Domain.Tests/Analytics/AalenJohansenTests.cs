using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class AalenJohansenTests
{
    private static readonly TimedEnd[] Ten =
    [
        new(1, DealEnd.Lost),
        new(2, DealEnd.Won),
        new(2, DealEnd.Lost),
        new(3, DealEnd.Won),
        new(4, DealEnd.Open),
        new(5, DealEnd.Lost),
        new(6, DealEnd.Won),
        new(8, DealEnd.Open),
        new(9, DealEnd.Won),
        new(12, DealEnd.Open),
    ];

    [Test]
    public void The_example_of_ten()
    {
        var won = AalenJohansen.From(Ten, DealEnd.Won);
        var lost = AalenJohansen.From(Ten, DealEnd.Lost);

        Assert.Multiple(() =>
        {
            Assert.That(won.Select(step => step.Time), Is.EqualTo([2, 3, 6, 9]));
            Assert.That(won.Select(step => step.Share), Is.EqualTo([0.10, 0.20, 0.32, 0.50]).Within(1e-9));
            Assert.That(won.Select(step => step.StandardError), Is.EqualTo([0.0949, 0.1265, 0.1539, 0.1828]).Within(0.00005));
            Assert.That(
                lost.Select(step => (step.Time, Math.Round(step.Share, 9))),
                Is.EqualTo([(1, 0.10), (2, 0.20), (5, 0.32)])
            );
        });
    }

    [Test]
    public void Without_open_deals_it_is_the_share_of_all()
    {
        TimedEnd[] deals = [new(1, DealEnd.Won, 3), new(2, DealEnd.Lost, 5), new(4, DealEnd.Won, 2)];

        var last = AalenJohansen.From(deals, DealEnd.Won)[^1];

        Assert.That(last.Share, Is.EqualTo(0.5).Within(1e-12));
        Assert.That(last.StandardError, Is.EqualTo(Math.Sqrt(0.025)).Within(1e-12));
        Assert.That(last.Lo, Is.LessThan(0.5).And.Positive);
        Assert.That(last.Hi, Is.GreaterThan(0.5).And.LessThan(1));
    }
}
