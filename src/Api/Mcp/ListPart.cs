using System.Globalization;

namespace AmoCrmQualification.Api.Mcp;

/// <summary>A page of a list that is counted as a whole: an assistant reads a few rows at a time.</summary>
internal sealed record ListPart(int? Limit, string? Cursor)
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    public Page<T> Cut<T>(IReadOnlyList<T> rows)
    {
        var end = (long)Start + Size;
        return new([.. rows.Skip(Start).Take(Size)], end < rows.Count ? end.ToString(CultureInfo.InvariantCulture) : null);
    }

    private int Size => PageRequest.SizeOf(Limit, DefaultLimit, MaxLimit);

    private int Start =>
        Cursor is null ? 0
        : int.TryParse(Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start
        : throw PageRequest.UnknownCursor();
}
