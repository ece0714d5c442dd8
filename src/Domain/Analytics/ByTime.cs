namespace AmoCrmQualification.Domain.Analytics;

internal static class ByTime
{
    /// <summary>Groups of one time each, in its order. They are found by sorting, as there may be a hundred thousand of them.</summary>
    public static IEnumerable<(double Time, ArraySegment<T> Items)> Group<T>(IEnumerable<T> items, Func<T, double> time)
    {
        var sorted = items.ToArray();
        var times = Array.ConvertAll(sorted, item => time(item));
        Array.Sort(times, sorted);
        for (var (start, end) = (0, 0); start < times.Length; start = end)
        {
            while (end < times.Length && times[end] <= times[start])
                end++;
            yield return (times[start], new(sorted, start, end - start));
        }
    }
}
