namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Counts by time, summed up so that those before or after a time are found at once.</summary>
internal sealed class TimeCounts
{
    private readonly double[] _times;
    private readonly long[] _upTo;

    public TimeCounts(IEnumerable<(double Time, long Count)> counts)
    {
        var groups = ByTime.Group(counts.Where(count => count.Count > 0), count => count.Time).ToList();
        _times = [.. groups.Select(group => group.Time)];
        _upTo = new long[groups.Count];
        for (var i = 0; i < groups.Count; i++)
            _upTo[i] = Total += groups[i].Items.Sum(count => count.Count);
    }

    public long Total { get; }

    public double? First => _times.Length == 0 ? null : _times[0];

    public double? Last => _times.Length == 0 ? null : _times[^1];

    public long AtMost(double time)
    {
        var place = Array.BinarySearch(_times, time);
        place = place < 0 ? ~place - 1 : place;
        return place < 0 ? 0 : _upTo[place];
    }

    public long AtLeast(double time)
    {
        var place = Array.BinarySearch(_times, time);
        place = place < 0 ? ~place - 1 : place - 1;
        return Total - (place < 0 ? 0 : _upTo[place]);
    }

    /// <summary>The last time that at least so many reach.</summary>
    public double? LastTimeWith(long count)
    {
        var place = Array.FindIndex(_upTo, upTo => upTo > Total - count);
        return count > Total || place < 0 ? null : _times[place];
    }
}
