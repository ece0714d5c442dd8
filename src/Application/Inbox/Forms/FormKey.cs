namespace AmoCrmQualification.Application.Inbox.Forms;

/// <summary>Splits <c>leads[status][0][id]</c> into its levels.</summary>
internal static class FormKey
{
    /// <summary>
    /// The number of levels; those beyond the room given are only counted. A key whose brackets do not form a path
    /// (<c>[a]</c>, <c>a[b</c>, <c>a[b]c</c>) is one level, taken literally.
    /// </summary>
    public static int Split(ReadOnlySpan<char> key, Span<Range> levels)
    {
        levels[0] = Range.All;
        var open = key.IndexOf('[');
        if (open <= 0 || key[^1] != ']')
            return 1;

        var name = ..open;
        var count = 1;
        while (open < key.Length)
        {
            var length = key[open] == '[' ? key[open..].IndexOf(']') : -1;
            if (length < 0)
                return 1;
            if (count < levels.Length)
                levels[count] = (open + 1)..(open + length);

            count++;
            open += length + 1;
        }

        levels[0] = name;
        return count;
    }
}
