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

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static string Told(TrendPoint point) =>
        point.First == point.Last ? $"{point.First:MM-dd}" : $"{point.First:MM-dd}..{point.Last:MM-dd}";
}
