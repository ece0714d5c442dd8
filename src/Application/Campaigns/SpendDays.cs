namespace AmoCrmQualification.Application.Campaigns;

/// <summary>
/// Reads the days of one file. 03/04/2026 is read when the whole file leaves one order for days with slashes; else it is not
/// guessed at.
/// </summary>
internal sealed class SpendDays
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    private readonly DateOnly _latest;
    private readonly TimeZoneInfo _zone;
    private readonly HashSet<DayOrder> _orders = [.. Enum.GetValues<DayOrder>()];

    public SpendDays(IEnumerable<SpendLine> lines, TimeZoneInfo zone, DateOnly latest)
    {
        (_zone, _latest) = (zone, latest);
        foreach (var line in lines)
            if (
                line[SpendColumn.Date] is { } cell
                && WrittenDay.Read(cell.Text, zone) is { Certain: null } day
                && Plausible(day) is { Count: > 0 } readings
            )
                _orders.IntersectWith(readings.Keys);
    }

    /// <summary>The day, or why it is none.</summary>
    public (DateOnly? Day, string? Fault) Read(SpendCell cell)
    {
        if (WrittenDay.Read(cell.Text, _zone) is not { } written)
            return (null, "is no day: write 2026-01-31 or 31.01.2026");
        if (written.Certain is { } certain)
            return IsPlausible(certain) ? (certain, null) : (null, OutOfRange);

        var plausible = Plausible(written);
        var days = plausible.Where(day => _orders.Count == 0 || _orders.Contains(day.Key)).Select(day => day.Value).Distinct();
        return days.ToList() switch
        {
            [] => (null, OutOfRange),
            [var day] => (day, null),
            [var one, var other, ..] => (null, $"is either {one:yyyy-MM-dd} or {other:yyyy-MM-dd}: write it so"),
        };
    }

    /// <summary>Two days in one cell: <c>2026-11-01 - 2026-11-30</c>.</summary>
    public bool IsPeriod(SpendCell cell) =>
        cell.Text.Split([" - ", " – ", " — "], StringSplitOptions.TrimEntries) is [var first, var last]
        && first != last
        && WrittenDay.Read(first, _zone) is not null
        && WrittenDay.Read(last, _zone) is not null;

    private string OutOfRange => $"is not between {Earliest:yyyy-MM-dd} and {_latest:yyyy-MM-dd}";

    private bool IsPlausible(DateOnly day) => day >= Earliest && day <= _latest;

    private Dictionary<DayOrder, DateOnly> Plausible(WrittenDay day) =>
        day.ByOrder.Where(reading => IsPlausible(reading.Value)).ToDictionary();
}
