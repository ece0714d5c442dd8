using AmoCrmQualification.Domain.Webhooks;

namespace AmoCrmQualification.Infrastructure.Alerts;

/// <summary>For hours of the last week, the same hours of the weeks before, by the clock of each time zone.</summary>
internal static class SameHours
{
    public static IReadOnlyCollection<SameHour> For(IEnumerable<string> timeZones, DateTimeOffset now)
    {
        var thisHour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        // An hour more at both ends: the database has a clock of its own.
        var slots = Enumerable.Range(-1, (7 * 24) + 3).Select(back => thisHour.AddHours(-back)).ToList();
        return
        [
            .. from name in timeZones
            let zone = TimeZones.Get(name)
            from slot in slots
            from weeks in Enumerable.Range(1, 5)
            select new SameHour(name, slot, WebhookOutage.SameHour(slot, weeks, zone)),
        ];
    }
}

internal readonly record struct SameHour(string TimeZone, DateTimeOffset Slot, DateTimeOffset Hour);
