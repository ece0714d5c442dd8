using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.TimeZones;

namespace AmoCrmQualification.Application.Common;

/// <summary>
/// Understands names of time zones as people, amoCRM (PHP) and Windows write them. The names come with the product: a host
/// knows neither each old name nor each new one.
/// </summary>
public static partial class TimeZones
{
    private const string Utc = "UTC";

    private static readonly TzdbDateTimeZoneSource Tzdb = TzdbDateTimeZoneSource.Default;

    /// <summary>Names that are in use today; other ones of the same zone are old spellings. Not all zones that behave alike are one.</summary>
    private static readonly FrozenSet<string> Current = Tzdb.ZoneLocations!.Select(l => l.ZoneId)
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Names = AllNames()
        .DistinctBy(name => name.Key, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Zones that never change their clocks, for what is no whole hour and so has no name of its own.</summary>
    private static readonly FrozenDictionary<TimeSpan, string> Fractions = new Dictionary<TimeSpan, string>
    {
        [new(3, 30, 0)] = "Asia/Tehran",
        [new(4, 30, 0)] = "Asia/Kabul",
        [new(5, 30, 0)] = "Asia/Kolkata",
        [new(5, 45, 0)] = "Asia/Kathmandu",
        [new(6, 30, 0)] = "Asia/Yangon",
        [new(8, 45, 0)] = "Australia/Eucla",
        [new(9, 30, 0)] = "Australia/Darwin",
        [new(-9, -30, 0)] = "Pacific/Marquesas",
    }.ToFrozenDictionary();

    /// <summary>The IANA name of the zone that is meant; null when that cannot be understood.</summary>
    public static string? Find(string? text)
    {
        var name = text?.Trim();
        if (string.IsNullOrEmpty(name))
            return null;
        if (Names.TryGetValue(name, out var known))
            return OnThisHost(known);
        if (Offset().Match(name) is not { Success: true } offset)
            return null;
        return Find(offset.Groups["place"].Value) ?? FromOffset(offset);
    }

    /// <summary>The zone of a name; UTC when it cannot be understood, so that one account's name stops no work.</summary>
    public static TimeZoneInfo Get(string name) =>
        Find(name) is { } found ? TimeZoneInfo.FindSystemTimeZoneById(found) : TimeZoneInfo.Utc;

    /// <summary><c>GMT+5</c> is east of Greenwich, as PHP and people mean it. IANA names the same zone <c>Etc/GMT-5</c>.</summary>
    private static string? FromOffset(Match offset)
    {
        var hours = int.Parse(offset.Groups["hours"].Value, CultureInfo.InvariantCulture);
        var minutes = offset.Groups["minutes"].Success
            ? int.Parse(offset.Groups["minutes"].Value, CultureInfo.InvariantCulture)
            : 0;
        var east = new TimeSpan(hours, minutes, 0) * (offset.Groups["sign"].Value == "+" ? 1 : -1);
        if (east == TimeSpan.Zero)
            return Utc;
        return minutes > 0 ? Fractions.GetValueOrDefault(east)
            : Names.TryGetValue($"Etc/GMT{(east > TimeSpan.Zero ? '-' : '+')}{hours}", out var name) ? OnThisHost(name)
            : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> AllNames() =>
        [
            .. Tzdb.GetIds().Select(id => KeyValuePair.Create(id, CurrentName(id))),
            .. Tzdb.WindowsMapping.PrimaryMapping.Select(zone => KeyValuePair.Create(zone.Key, CurrentName(zone.Value))),
            KeyValuePair.Create("MSK", "Europe/Moscow"),
            KeyValuePair.Create("Z", Utc),
        ];

    private static string CurrentName(string id) =>
        Current.Contains(id) ? id
        : Tzdb.CanonicalIdMap[id] is var canonical && canonical is "Etc/UTC" or "Etc/GMT" ? Utc
        : canonical;

    /// <summary>A host with old data knows a zone by its former name only.</summary>
    private static string? OnThisHost(string name)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) || name == Utc)
            return name;
        return Tzdb.Aliases[Tzdb.CanonicalIdMap[name]]
            .FirstOrDefault(alias => TimeZoneInfo.TryFindSystemTimeZoneById(alias, out _));
    }

    // "UTC+3", "+03:00", "GMT -0330", and "(GMT+03:00) Moscow".
    [GeneratedRegex(
        @"^\(?(UTC|GMT)?\s*(?<sign>[+\-\u2212])\s*(?<hours>\d{1,2})(:?(?<minutes>[0-5]\d))?\)?(\s+(?<place>.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Offset();
}
