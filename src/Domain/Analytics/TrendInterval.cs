namespace AmoCrmQualification.Domain.Analytics;

/// <summary>The length of the points of a trend.</summary>
public enum TrendInterval
{
    Day,

    /// <summary>From Monday.</summary>
    Week,

    Month,
}

/// <summary>The days of one point of a trend, both included.</summary>
/// <param name="IsWhole">False where the trend begins or ends within its week or month.</param>
public sealed record TrendPoint(DateOnly First, DateOnly Last, bool IsWhole)
{
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>True if it is less than a whole day, week or month: cut off, or not over yet.</summary>
    public bool IsPartial(DateOnly today) => !IsWhole || Last >= today;

    /// <summary>
    /// The points from one day to another, both included, without a gap; the first and the last are cut off where they reach
    /// beyond.
    /// </summary>
    public static IEnumerable<TrendPoint> Between(DateOnly first, DateOnly last, TrendInterval interval)
    {
        for (var day = first; day <= last; )
        {
            var end = LastOf(day, interval);
            yield return new(day, end < last ? end : last, FirstOf(day, interval) == day && end <= last);
            if (end >= last)
                yield break;
            day = end.AddDays(1);
        }
    }

    private static DateOnly FirstOf(DateOnly day, TrendInterval interval) =>
        interval switch
        {
            TrendInterval.Day => day,
            TrendInterval.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            TrendInterval.Month => new(day.Year, day.Month, 1),
        };

    private static DateOnly LastOf(DateOnly day, TrendInterval interval) =>
        interval switch
        {
            TrendInterval.Day => day,
            TrendInterval.Week => Later(day, (7 - (int)day.DayOfWeek) % 7),
            TrendInterval.Month => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
        };

    private static DateOnly Later(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Min(day.DayNumber + days, DateOnly.MaxValue.DayNumber));
}
