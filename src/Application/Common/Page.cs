using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace AmoCrmQualification.Application.Common;

/// <summary>One page of a list. The cursor is opaque; null on the last page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Page of a list: the number of items and the item before.</summary>
public sealed record PageRequest(int? Limit, string? Cursor)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 500;

    public int Size => SizeOf(Limit, DefaultLimit, MaxLimit);

    public Position? After => Cursor is null ? null : Position.Parse(Cursor) ?? throw UnknownCursor();

    /// <summary>Number of items of a page.</summary>
    public static int SizeOf(int? limit, int usual, int most) =>
        limit is null ? usual
        : limit >= 1 && limit <= most ? limit.Value
        : throw new DomainException(Refusal.Invalid("limit", Reasons.ValueOutOfRange, $"limit must be between 1 and {most}."));

    public static DomainException UnknownCursor() =>
        new(Refusal.Invalid("cursor", Reasons.CursorUnknown, "This cursor was not given by this list."));

    /// <summary>Cuts a page from one row more than it holds.</summary>
    public Page<T> Cut<T>(IReadOnlyList<T> rows, Func<T, Position> positionOf) =>
        rows.Count <= Size ? new(rows, null) : new([.. rows.Take(Size)], positionOf(rows[Size - 1]).ToString());
}

/// <summary>A place in a list that is ordered by time and id.</summary>
public sealed record Position(DateTimeOffset At, Guid Id)
{
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id:N}")));

    internal static Position? Parse(string cursor)
    {
        if (cursor.Length > 100 || !Base64Url.IsValid(cursor))
            return null;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
        return
            parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(parts[1], "N", out var id)
            ? new(new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }
}
