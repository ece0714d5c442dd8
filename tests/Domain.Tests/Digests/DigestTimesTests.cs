using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Domain.Tests.Digests;

internal sealed class DigestTimesTests
{
    // Berlin's clock leaps from 2 to 3 on 29 March 2026, and comes from 3 to 2 on 25 October.
    [TestCase("2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z")]
    [TestCase("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    [TestCase("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z")]
    [TestCase("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    public void Its_time_comes_once_a_day_though_clocks_change(string after, string next)
    {
        var times = new DigestTimes(DigestFrequency.Daily, new(2, 30), "Europe/Berlin");

        Assert.That(times.Next(At(after)), Is.EqualTo(At(next)));
    }

    [Test]
    public void Every_day_of_a_year_has_one_by_the_clock_of_its_zone()
    {
        var times = new DigestTimes(DigestFrequency.Daily, new(2, 30), "Europe/Berlin");
        var days = new List<DateOnly>();
        for (var at = At("2026-01-01T00:00:00Z"); at.Year == 2026; days.Add(times.DayOf(at)))
            at = times.Next(at);

        Assert.That(days, Is.Unique.And.Ordered);
        Assert.That(days[^1].DayNumber - days[0].DayNumber, Is.EqualTo(days.Count - 1));
    }

    [TestCase("2026-11-30T05:59:00Z", "2026-11-30T06:00:00Z")]
    [TestCase("2026-11-30T06:00:00Z", "2026-12-07T06:00:00Z")]
    public void A_weekly_one_comes_on_Mondays(string after, string next)
    {
        var times = new DigestTimes(DigestFrequency.Weekly, new(9, 0), "Europe/Moscow");

        Assert.That(times.Next(At(after)), Is.EqualTo(At(next)));
        Assert.That(times.Days, Is.EqualTo(7));
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
