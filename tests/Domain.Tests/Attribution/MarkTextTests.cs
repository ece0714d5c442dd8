using AmoCrmQualification.Domain.Attribution;
using NUnit.Framework;

namespace AmoCrmQualification.Domain.Tests.Attribution;

internal sealed class MarkTextTests
{
    [TestCase(" video_3 ", "video_3")]
    [TestCase("a&amp;b", "a&b")]
    [TestCase("%D0%91%D0%B0%D0%BD%D0%BD%D0%B5%D1%80+1", "Баннер 1", Description = "plus is a blank where all is encoded")]
    [TestCase("2+2", "2+2", Description = "a plus alone is a plus")]
    [TestCase("100% хлопок", "100% хлопок", Description = "no encoding")]
    [TestCase("%C1%E0", "%C1%E0", Description = "not UTF-8")]
    [TestCase("%", "%")]
    [TestCase("Баннер\u200b-кухня", "Баннер-кухня")]
    [TestCase("https://shop.example/?q=%D0%B0&b", "https://shop.example/?q=%D0%B0&b", Description = "an address keeps its own")]
    public void A_value_is_read_as_it_was_meant(string raw, string value) => Assert.That(MarkText.Clean(raw), Is.EqualTo(value));

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \u00a0 ")]
    [TestCase("(none)")]
    [TestCase("(not set)")]
    [TestCase("undefined")]
    [TestCase("NULL")]
    [TestCase("%20")]
    public void A_value_that_says_nothing_is_absent(string? raw) => Assert.That(MarkText.Clean(raw), Is.Null);

    [TestCase("{{ad.id}}", true)]
    [TestCase("{ad_id}", true)]
    [TestCase("__CID__", true)]
    [TestCase("cid|{campaign_id}|gid|{gbid}", true)]
    [TestCase("promo_{{ad.name}}", true)]
    [TestCase("{ad_id}_120210000000000001", false, Description = "the number may name an ad")]
    [TestCase("video_3", false)]
    [TestCase("__init__", false)]
    [TestCase("{}", false)]
    public void A_parameter_that_was_not_filled_in_is_told(string value, bool isUnfilled) =>
        Assert.That(MarkText.IsUnfilled(value), Is.EqualTo(isUnfilled));

    [TestCase("cid|77|aid|1234567", new[] { "1234567" })]
    [TestCase("1234567_7654321", new[] { "1234567", "7654321" })]
    [TestCase("12345", new string[0])]
    [TestCase("a12345678b", new[] { "12345678" })]
    public void Long_numbers_stand_between_anything_but_digits(string value, string[] numbers) =>
        Assert.That(MarkText.Numbers(value), Is.EqualTo(numbers));

    [Test]
    public void A_long_value_is_cut_between_characters()
    {
        var cut = MarkText.Clean(new string('я', MarkText.MaxLength - 1) + "😀😀")!;

        Assert.That(cut, Has.Length.EqualTo(MarkText.MaxLength - 1));
    }
}
