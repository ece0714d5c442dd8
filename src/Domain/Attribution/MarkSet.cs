namespace AmoCrmQualification.Domain.Attribution;

/// <summary>Sets of marks: the same whatever the order and number of reports.</summary>
public static class MarkSet
{
    /// <summary>Returns the known marks with the reported ones; the very list of known ones when that changes nothing.</summary>
    public static IReadOnlyList<Mark> Add(IReadOnlyList<Mark> known, IEnumerable<Mark> reported)
    {
        Dictionary<(string, MarkSource, MarkField, string), Mark>? merged = null;
        var isChanged = false;
        foreach (var mark in reported)
        {
            merged ??= known.ToDictionary(m => m.Key);
            if (!merged.TryGetValue(mark.Key, out var same))
            {
                merged.Add(mark.Key, mark);
                isChanged = true;
            }
            else if (Mark.Merge(same, mark) is var first && first != same)
            {
                merged[mark.Key] = first;
                isChanged = true;
            }
        }

        return isChanged ? [.. merged!.Values] : known;
    }

    /// <summary>The mark that counts for each code, in the order in which they are tried.</summary>
    public static IReadOnlyList<Mark> Counting(IEnumerable<Mark> marks) =>
        [
            .. marks
                .Where(mark => !mark.IsUnfilled)
                .GroupBy(mark => mark.Code, StringComparer.Ordinal)
                .Select(same => same.OrderBy(mark => mark.Precedence).ThenBy(mark => mark.Value, StringComparer.Ordinal).First())
                .OrderBy(mark => TrackingCodes.Rank(mark.Code)),
        ];
}
