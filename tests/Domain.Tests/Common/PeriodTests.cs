using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Domain.Tests.Common;

internal sealed class PeriodTests
{
    private static readonly DateOnly Monday = new(2026, 9, 21);

    [Test]
    public void A_period_of_days_ends_where_the_day_after_its_last_begins()
    {
        var period = Period.OfDays(Monday, Monday, Zone("Europe/Moscow"));

        Assert.That(period, Is.EqualTo(new Period(Utc(2026, 9, 20, 21), Utc(2026, 9, 21, 21))));
    }

    [Test]
    public void A_missing_end_is_open() =>
        Assert.That(Period.OfDays(null, null, TimeZoneInfo.Utc), Is.EqualTo(new Period(null, null)));

    [Test]
    public void A_period_that_ends_before_it_starts_is_refused() =>
        Assert.That(
            () => Period.OfDays(Monday, Monday.AddDays(-1), TimeZoneInfo.Utc),
            Throws
                .TypeOf<DomainException>()
                .With.Property(nameof(DomainException.Refusal))
                .Property("Kind")
                .EqualTo(RefusalKind.Invalid)
        );

    [Test]
    public void Days_that_follow_each_other_are_one_span() =>
        Assert.That(
            Period.Spans([Monday.AddDays(4), Monday, Monday.AddDays(1), Monday], Zone("Europe/Moscow")),
            Is.EqualTo([
                new Period(Utc(2026, 9, 20, 21), Utc(2026, 9, 22, 21)),
                new Period(Utc(2026, 9, 24, 21), Utc(2026, 9, 25, 21)),
            ])
        );

    [Test]
    public void The_last_day_of_the_calendar_is_an_open_end() =>
        Assert.That(Period.OfDays(Monday, DateOnly.MaxValue, TimeZoneInfo.Utc).Until, Is.Null);

    [Test]
    public void The_first_day_of_the_calendar_is_bounded_by_it() =>
        Assert.That(Period.StartOf(DateOnly.MinValue, Zone("Asia/Tokyo")), Is.EqualTo(DateTimeOffset.MinValue));

    [Test]
    public void Where_clocks_go_forward_at_midnight_the_day_starts_at_the_first_instant_that_exists() =>
        // Beirut, 29 March 2026: 00:00 (+2) is 01:00 (+3).
        Assert.That(Period.StartOf(new(2026, 3, 29), Zone("Asia/Beirut")), Is.EqualTo(Utc(2026, 3, 28, 22)));

    [Test]
    public void Where_midnight_comes_twice_the_day_starts_at_the_first() =>
        // Havana, 1 November 2026: 01:00 (-4) is 00:00 (-5) again.
        Assert.That(Period.StartOf(new(2026, 11, 1), Zone("America/Havana")), Is.EqualTo(Utc(2026, 11, 1, 4)));

    [Test]
    public void A_day_of_a_change_has_its_real_length()
    {
        var short23 = Period.OfDays(new(2026, 3, 29), new(2026, 3, 29), Zone("Europe/Berlin"));

        Assert.That(short23.Until - short23.From, Is.EqualTo(TimeSpan.FromHours(23)));
    }

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);

    private static DateTimeOffset Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);
}
