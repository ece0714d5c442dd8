using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class EndedCurveTests
{
    /// <summary>The published example of ten deals, each ten times.</summary>
    private static readonly TimedEnd[] Hundred =
    [
        new(1, DealEnd.Lost, 10),
        new(2, DealEnd.Won, 10),
        new(2, DealEnd.Lost, 10),
        new(3, DealEnd.Won, 10),
        new(4, DealEnd.Open, 10),
        new(5, DealEnd.Lost, 10),
        new(6, DealEnd.Won, 10),
        new(8, DealEnd.Open, 10),
        new(9, DealEnd.Won, 10),
        new(12, DealEnd.Open, 10),
    ];

    private static readonly LeadAge[] Ages = [new(4, 10), new(8, 10), new(12, 80)];

    [Test]
    public void The_share_that_has_ended_so_by_each_day()
    {
        var won = EndedCurve.From(Hundred, Ages, DealEnd.Won).Days(13);
        var lost = EndedCurve.From(Hundred, Ages, DealEnd.Lost).Days(13);

        Assert.That(
            won.Select(point => Percent.OneDecimal(point.Share)),
            Is.EqualTo(new double?[] { 0, 0, 10, 20, 20, 20, 32, 32, 32, 50, 50, 50, 50, null })
        );
        Assert.That(
            lost.Select(point => Percent.OneDecimal(point.Share)),
            Is.EqualTo(new double?[] { 0, 10, 20, 20, 20, 32, 32, 32, 32, 32, 32, 32, 32, null })
        );
        Assert.That(won.SkipLast(1).All(point => point.Lo <= point.Share && point.Share <= point.Hi));
    }

    [Test]
    public void As_long_as_all_were_watched_it_is_a_plain_rate()
    {
        var third = EndedCurve.From(Hundred, Ages, DealEnd.Won).Days(3)[3];

        var rate = new Rate(20, 100);
        Assert.That(third, Is.EqualTo(new EndedPoint(3, rate.Percent, rate.Lo, rate.Hi)));
    }

    [Test]
    public void While_none_has_ended_so_the_interval_is_of_those_who_are_old_enough()
    {
        TimedEnd[] deals = [new(2, DealEnd.Open, 30), new(9, DealEnd.Lost, 12)];

        var last = EndedCurve.From(deals, [new(2, 30), new(9, 12)], DealEnd.Won).Days(9)[9];

        Assert.That((last.Share, last.Lo, last.Hi), Is.EqualTo((0.0, 0.0, new Rate(0, 12).Hi)));
    }
}
