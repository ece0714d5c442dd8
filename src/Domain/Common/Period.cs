namespace AmoCrmQualification.Domain.Common;

/// <summary>A half-open span of time, [From, Until), in UTC. A missing end is open.</summary>
public sealed record Period(DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>The sentence beside <see cref="Reasons.PeriodInverted"/>.</summary>
    public const string Inverted = "A period must not end before it starts.";

    /// <summary>Refuses days that end before they start.</summary>
    public static void Check(DateOnly? first, DateOnly? last)
    {
        if (first > last)
            throw new DomainException(Refusal.Invalid("to", Reasons.PeriodInverted, Inverted));
    }

    /// <summary>The days from the first to the last, both included, as they are counted in a time zone.</summary>
    public static Period OfDays(DateOnly? first, DateOnly? last, TimeZoneInfo zone)
    {
        Check(first, last);
        if (last == DateOnly.MaxValue)
            last = null;
        return new(first is { } f ? StartOf(f, zone) : null, last is { } l ? StartOf(l.AddDays(1), zone) : null);
    }

    /// <summary>The spans of given days: those that follow each other are one.</summary>
    public static IEnumerable<Period> Spans(IEnumerable<DateOnly> days, TimeZoneInfo zone) =>
        days.Distinct()
            .Order()
            .Select((day, place) => (Day: day, Gaps: day.DayNumber - place))
            .GroupBy(day => day.Gaps)
            .Select(span => OfDays(span.First().Day, span.Last().Day, zone));

    /// <summary>The day of an instant in a time zone.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).Date);

    /// <summary>The days from the first to the last, both included.</summary>
    public static List<DateOnly> Days(DateOnly first, DateOnly last) =>
        [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];

    /// <summary>Start of a day in a time zone; where clocks go forward at midnight, the first instant that exists.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => InstantOf(day, TimeOnly.MinValue, zone);

    /// <summary>
    /// A time of a day in a time zone. Where clocks leap over it, the first instant that exists; where they go back and it comes twice,
    /// the first.
    /// </summary>
    public static DateTimeOffset InstantOf(DateOnly day, TimeOnly at, TimeZoneInfo zone)
    {
        var time = day.ToDateTime(at, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(time))
            time = new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute);

        var offset = zone.IsAmbiguousTime(time) ? zone.GetAmbiguousTimeOffsets(time).Max() : zone.GetUtcOffset(time);
        var ticks = Math.Clamp(time.Ticks - offset.Ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks);
        return new(ticks, TimeSpan.Zero);
    }
}
