namespace AmoCrmQualification.Sandbox.World;

/// <summary>Row numbers in the order of their times, eight bytes each.</summary>
internal sealed class TimeIndex
{
    private long[] _entries;

    public TimeIndex(IEnumerable<(long At, int Row)> rows)
    {
        _entries = [.. rows.Select(r => Entry(r.At, r.Row))];
        Array.Sort(_entries);
    }

    public int Count => _entries.Length;

    public bool Contains(long at, int row) => Array.BinarySearch(_entries, Entry(at, row)) >= 0;

    /// <summary>The rows of a time span, both ends included.</summary>
    public IEnumerable<(long At, int Row)> Between(long from, long to, bool ascending)
    {
        var entries = _entries;
        var (first, end) = (Position(entries, from), Position(entries, to == long.MaxValue ? to : to + 1));
        for (var i = 0; i < end - first; i++)
        {
            var entry = entries[ascending ? first + i : end - 1 - i];
            yield return (entry >> 32, (int)entry);
        }
    }

    /// <returns>The number of rows removed.</returns>
    public int RemoveAll(Func<long, int, bool> match)
    {
        var before = _entries.Length;
        _entries = Array.FindAll(_entries, e => !match(e >> 32, (int)e));
        return before - _entries.Length;
    }

    private static long Entry(long at, int row) => (at << 32) | (uint)row;

    private static int Position(long[] entries, long at)
    {
        var found = Array.BinarySearch(entries, Entry(Math.Clamp(at, 0, int.MaxValue), 0));
        return found < 0 ? ~found : found;
    }
}
