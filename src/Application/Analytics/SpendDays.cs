namespace AmoCrmQualification.Application.Analytics;

/// <summary>The days of a cohort, and those of them that have spend.</summary>
public static class SpendDays
{
    public static IReadOnlySet<DateOnly> Days(this IEnumerable<SpendCount> spent) => spent.SelectMany(s => s.Days).ToHashSet();

    /// <summary>Counts the days asked for; where an end is open, those from the first lead or spend, or to today.</summary>
    internal static int CountDays(this Cohort cohort, IEnumerable<CohortDay> counted, IEnumerable<SpendCount> spent)
    {
        var spend = spent.Days();
        var first =
            cohort.First ?? counted.Where(day => day.Leads > 0).Select(day => day.Day).Concat(spend).Min(day => (DateOnly?)day);
        var last = cohort.Last ?? spend.Append(cohort.Today).Max();
        return first is { } f ? Math.Max(0, last.DayNumber - f.DayNumber + 1) : 0;
    }
}
