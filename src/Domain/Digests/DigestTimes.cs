namespace AmoCrmQualification.Domain.Digests;

public enum DigestFrequency
{
    Daily,

    /// <summary>On Mondays, of the week before.</summary>
    Weekly,
}

/// <summary>Times of a digest, by the clock of its zone.</summary>
public sealed record DigestTimes(DigestFrequency Frequency, TimeOnly At, string TimeZone)
{
    /// <summary>Number of days that a message is about; they end with the day before.</summary>
    public int Days => Frequency == DigestFrequency.Weekly ? 7 : 1;

    /// <summary>
    /// The next time after an instant, once a period: where the clock leaps over the time, it is the first instant that exists; where it
    /// comes twice, the first.
    /// </summary>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var zone = FindZone(TimeZone);
        var day = Period.DayOf(after, zone);
        while (true)
        {
            var isDay = Frequency == DigestFrequency.Daily || day.DayOfWeek == DayOfWeek.Monday;
            if (isDay && Period.InstantOf(day, At, zone) is var instant && instant > after)
                return instant;
            day = day.AddDays(1);
        }
    }

    /// <summary>The day of an instant by its clock.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => Period.DayOf(instant, FindZone(TimeZone));

    // Zones are stored by names that this host knows.
    private static TimeZoneInfo FindZone(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
