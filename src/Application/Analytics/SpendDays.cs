namespace AmoCrmQualification.Application.Analytics;

/// <summary>The days of a cohort, and those of them that have spend.</summary>
public static class SpendDays
{
    public static IReadOnlySet<DateOnly> Days(this IEnumerable<SpendCount> spent) => spent.SelectMany(s => s.Days).ToHashSet();

    /// <summary>Counts the days asked for; where an end is open, those from the first lead or spend, or to today.</summary>
    public static async Task<int> DaysAsync(
        this ICohortCounts counts,
        Cohort cohort,
        IEnumerable<SpendCount> spent,
        CancellationToken cancellationToken
    )
    {
        var spend = spent.Days();
        var first = cohort.First ?? Earlier(await FirstLeadAsync(counts, cohort, cancellationToken), spend.Select(Any).Min());
        var last = cohort.Last ?? spend.Append(cohort.Today).Max();
        return first is { } f ? Math.Max(0, last.DayNumber - f.DayNumber + 1) : 0;

        static DateOnly? Any(DateOnly day) => day;
    }

    private static async Task<DateOnly?> FirstLeadAsync(
        ICohortCounts counts,
        Cohort cohort,
        CancellationToken cancellationToken
    ) => (await counts.SpanAsync(cohort, cancellationToken)).First is { } instant ? Period.DayOf(instant, cohort.Zone) : null;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b : a;
}
