using AmoCrmQualification.Application.Inbox.Bodies;

namespace AmoCrmQualification.Application.Tests.Inbox;

internal sealed class AmoNumberTests
{
    [TestCase("0.5", 1)]
    [TestCase("1.49", 1)]
    [TestCase("2.5", 3)]
    [TestCase("3.5", 4)]
    [TestCase("99.50", 100)]
    [TestCase("-2.5", -3)]
    public void A_fractional_price_is_rounded_half_away_from_zero(string text, long price) =>
        Assert.That(AmoNumber.Price(text), Is.EqualTo(price));
}
