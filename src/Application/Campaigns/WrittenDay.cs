using System.Globalization;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>In which order a day with slashes is written.</summary>
internal enum DayOrder
{
    DayFirst,
    MonthFirst,
    YearFirst,
}

/// <summary>A written day, read in each order that it may be written in.</summary>
/// <param name="Certain">The day, where its form leaves one order only.</param>
internal sealed partial record WrittenDay(DateOnly? Certain, IReadOnlyDictionary<DayOrder, DateOnly> ByOrder)
{
    private const int Millennium = 2000;
    private static readonly DateOnly DayZeroOfSpreadsheets = new(1899, 12, 30);
    private static readonly Dictionary<DayOrder, DateOnly> NoOrder = [];

    /// <param name="zone">A moment that is no midnight, of a known offset, is of the day that it is there.</param>
    public static WrittenDay? Read(string text, TimeZoneInfo zone)
    {
        if (Serial().Match(text) is { Success: true } serial)
            return Sure(DayZeroOfSpreadsheets.AddDays(Number(serial.Groups["days"].Value)));
        if (MonthNames.Read(text) is { } named)
            return Sure(Day(named.Year, named.Month, named.Day));
        if (Form().Match(text) is not { Success: true } form)
            return null;

        var (a, b, c) = (form.Groups["a"].Value, form.Groups["b"].Value, form.Groups["c"].Value);
        if (a.Length == 4 || form.Groups["mark"].Value == ".")
            return (a.Length == 4 ? Day(a, b, c) : Day(c, b, a)) is { } day ? Sure(DayIn(zone, day, form)) : null;

        Dictionary<DayOrder, DateOnly> byOrder = [];
        Add(DayOrder.DayFirst, Day(c, b, a));
        Add(DayOrder.MonthFirst, Day(c, a, b));
        Add(DayOrder.YearFirst, Day(a, b, c));
        return byOrder.Count == 0 ? null : new(null, byOrder);

        void Add(DayOrder order, DateOnly? day)
        {
            if (day is { } d)
                byOrder.Add(order, d);
        }
    }

    private static WrittenDay? Sure(DateOnly? day) => day is { } certain ? new(certain, NoOrder) : null;

    /// <summary>Two digits of a year are of these decades: 26/11/01 is not of 2001.</summary>
    private static DateOnly? Day(string year, string month, string day)
    {
        var (y, m, d) = (Number(year), Number(month), Number(day));
        if (year.Length == 2 && y >= 10)
            y += Millennium;
        var isDay =
            year.Length is 2 or 4
            && y >= Millennium / 2
            && day.Length <= 2
            && m is >= 1 and <= 12
            && d >= 1
            && d <= DateTime.DaysInMonth(y, m);
        return isDay ? new(y, m, d) : null;
    }

    private static DateOnly? DayIn(TimeZoneInfo zone, DateOnly day, Match form)
    {
        var (time, offset) = (form.Groups["time"], form.Groups["offset"]);
        if (!time.Success)
            return day;
        if (!TimeOnly.TryParse(time.Value.Replace(',', '.'), CultureInfo.InvariantCulture, out var clock))
            return null;
        if (!offset.Success || clock == TimeOnly.MinValue)
            return day;
        var behind = offset.Value is ['+' or '-', ..] ? offset.Value : "+00:00";
        var written = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{clock:HH:mm:ss}{behind}");
        return DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, out var moment) ? Period.DayOf(moment, zone) : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<days>[0-9]{5})([.,][0-9]+)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Serial();

    [GeneratedRegex(
        """
            ^(?<a>[0-9]{4}|[0-9]{1,2})(?<mark>[-/.])(?<b>[0-9]{1,2})\k<mark>(?<c>[0-9]{4}|[0-9]{1,2})
            (\ ?г\.?)?
            ((T|,?\ +)(?<time>[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,7})?)?(\ ?[AaPp][Mm])?)\ ?(?<offset>[Zz]|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?)?\z
            """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Form();
}
