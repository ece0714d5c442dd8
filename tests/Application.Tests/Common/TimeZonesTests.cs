using AmoCrmQualification.Application.Common;

namespace AmoCrmQualification.Application.Tests.Common;

internal sealed class TimeZonesTests
{
    // As they are.
    [TestCase("Europe/Moscow", "Europe/Moscow")]
    [TestCase("Europe/Amsterdam", "Europe/Amsterdam")]
    [TestCase("UTC", "UTC")]
    // Old spellings.
    [TestCase("Europe/Kiev", "Europe/Kyiv")]
    [TestCase("Asia/Calcutta", "Asia/Kolkata")]
    [TestCase("Asia/Saigon", "Asia/Ho_Chi_Minh")]
    [TestCase("US/Eastern", "America/New_York")]
    [TestCase("America/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [TestCase("Asia/Ashkhabad", "Asia/Ashgabat")]
    [TestCase("W-SU", "Europe/Moscow")]
    [TestCase("Etc/UTC", "UTC")]
    [TestCase("GMT", "UTC")]
    [TestCase("Z", "UTC")]
    [TestCase(" europe/moscow ", "Europe/Moscow")]
    [TestCase("MSK", "Europe/Moscow")]
    // Windows.
    [TestCase("Russian Standard Time", "Europe/Moscow")]
    [TestCase("FLE Standard Time", "Europe/Kyiv")]
    // Offsets, east is plus.
    [TestCase("GMT+5", "Etc/GMT-5")]
    [TestCase("UTC+3", "Etc/GMT-3")]
    [TestCase("UTC +03:00", "Etc/GMT-3")]
    [TestCase("+03:00", "Etc/GMT-3")]
    [TestCase("+0300", "Etc/GMT-3")]
    [TestCase("+3", "Etc/GMT-3")]
    [TestCase("gmt-8", "Etc/GMT+8")]
    [TestCase("UTC\u22128", "Etc/GMT+8")]
    [TestCase("-11:00", "Etc/GMT+11")]
    [TestCase("+14:00", "Etc/GMT-14")]
    [TestCase("+00:00", "UTC")]
    [TestCase("GMT+5:30", "Asia/Kolkata")]
    [TestCase("+0545", "Asia/Kathmandu")]
    [TestCase("(GMT+03:00) Europe/Moscow", "Europe/Moscow")]
    [TestCase("(UTC+03:00) Москва, Санкт-Петербург", "Etc/GMT-3")]
    // IANA's own turn it around.
    [TestCase("Etc/GMT-5", "Etc/GMT-5")]
    [TestCase("Etc/GMT+5", "Etc/GMT+5")]
    public void A_name_is_the_zone_it_means(string name, string expected) =>
        Assert.That(TimeZones.Find(name), Is.EqualTo(expected));

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("Mars/Olympus")]
    [TestCase("../../etc/passwd")]
    [TestCase("[]")]
    [TestCase("+15:00")]
    [TestCase("-13")]
    [TestCase("+99")]
    [TestCase("+03:17")]
    [TestCase("GMT+")]
    [TestCase("Moscow")]
    public void What_cannot_be_understood_is_none(string? name) => Assert.That(TimeZones.Find(name), Is.Null);

    [TestCase("Europe/Kiev", 3)]
    [TestCase("GMT+5", 5)]
    [TestCase("Mars/Olympus", 0)]
    public void Whatever_is_stored_gives_a_zone(string name, int hoursInJuly) =>
        Assert.That(
            TimeZones.Get(name).GetUtcOffset(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)),
            Is.EqualTo(TimeSpan.FromHours(hoursInJuly))
        );
}
