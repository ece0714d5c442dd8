using System.Globalization;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class TrendPointTests
{
    [TestCase("2026-02-27", "2026-03-02", TrendInterval.Day, "02-27 02-28 03-01 03-02")]
    [TestCase("2026-03-04", "2026-03-18", TrendInterval.Week, "03-04..03-08 03-09..03-15 03-16..03-18")]
    [TestCase("2026-03-02", "2026-03-08", TrendInterval.Week, "03-02..03-08")]
    [TestCase(
        "2026-03-08",
        "2026-03-09",
        TrendInterval.Week,
        "03-08 03-09",
        Description = "Sunday ends a week, Monday begins one"
    )]
    [TestCase("2026-01-31", "2026-03-01", TrendInterval.Month, "01-31 02-01..02-28 03-01")]
    [TestCase("2028-02-01", "2028-02-29", TrendInterval.Month, "02-01..02-29")]
    [TestCase("2026-03-02", "2026-03-02", TrendInterval.Month, "03-02")]
    [TestCase("2026-03-02", "2026-03-01", TrendInterval.Day, "")]
    public void Points_follow_each_other_and_are_cut_off_at_both_ends(
        string first,
        string last,
        TrendInterval interval,
        string expected
    )
    {
        var points = TrendPoint.Between(Day(first), Day(last), interval);

        Assert.That(string.Join(' ', points.Select(Told)), Is.EqualTo(expected));
    }

    [TestCase(TrendInterval.Day, 3)]
    [TestCase(TrendInterval.Week, 1)]
    [TestCase(TrendInterval.Month, 1)]
    public void The_end_of_time_is_an_end(TrendInterval interval, int count)
    {
        var last = DateOnly.MaxValue; // a Friday

        var points = TrendPoint.Between(last.AddDays(-2), last, interval).ToList();

        Assert.That((points.Count, points[^1].Last), Is.EqualTo((count, last)));
    }

    [TestCase("2026-03-04", "2026-03-18", TrendInterval.Week, "03-04: 5 partial, 03-09: 7, 03-16: 3 partial")]
    [TestCase("2026-03-02", "2026-03-08", TrendInterval.Week, "03-02: 7")]
    [TestCase("2026-01-31", "2026-03-31", TrendInterval.Month, "01-31: 1 partial, 02-01: 28, 03-01: 31")]
    [TestCase("2026-03-30", "2026-04-01", TrendInterval.Day, "03-30: 1, 03-31: 1, 04-01: 1 partial")]
    [TestCase("2026-03-30", "2026-04-05", TrendInterval.Week, "03-30: 7 partial")]
    [TestCase("2026-04-01", "2026-04-30", TrendInterval.Month, "04-01: 30 partial")]
    [TestCase("2026-04-01", "2026-04-02", TrendInterval.Day, "04-01: 1 partial, 04-02: 1 partial")]
    public void A_point_that_is_cut_off_or_not_over_on_the_first_of_April_is_partial(
        string first,
        string last,
        TrendInterval interval,
        string expected
    )
    {
        var today = Day("2026-04-01");

        var points = TrendPoint.Between(Day(first), Day(last), interval);

        Assert.That(
            string.Join(", ", points.Select(p => $"{p.First:MM-dd}: {p.Days}{(p.IsPartial(today) ? " partial" : "")}")),
            Is.EqualTo(expected)
        );
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static string Told(TrendPoint point) =>
        point.First == point.Last ? $"{point.First:MM-dd}" : $"{point.First:MM-dd}..{point.Last:MM-dd}";
}
