using AmoCrmQualification.Domain.Webhooks;

namespace AmoCrmQualification.Domain.Tests.Webhooks;

internal sealed class WebhookOutageTests
{
    // Berlin changed its clocks on 2026-03-29 and 2026-10-25.
    [TestCase("UTC", "2026-04-01T10:00Z", "2026-03-25T10:00Z")]
    [TestCase("Europe/Moscow", "2026-04-01T10:00Z", "2026-03-25T10:00Z")]
    [TestCase("Europe/Berlin", "2026-04-01T10:00Z", "2026-03-25T11:00Z")]
    [TestCase("Europe/Berlin", "2026-10-28T10:00Z", "2026-10-21T09:00Z")]
    [TestCase("Europe/Berlin", "2026-04-08T10:00Z", "2026-04-01T10:00Z")]
    public void The_same_hour_a_week_before_is_that_of_the_accounts_clock(string zone, string slot, string expected) =>
        Assert.That(
            WebhookOutage.SameHour(DateTimeOffset.Parse(slot, null), 1, TimeZoneInfo.FindSystemTimeZoneById(zone)),
            Is.EqualTo(DateTimeOffset.Parse(expected, null))
        );
}
