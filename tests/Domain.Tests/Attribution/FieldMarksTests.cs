using AmoCrmQualification.Domain.Attribution;
using NUnit.Framework;

namespace AmoCrmQualification.Domain.Tests.Attribution;

internal sealed class FieldMarksTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_tracking_field_is_known_by_its_code_and_another_by_its_id() =>
        Assert.That(
            Codes(new(1, "UTM_CONTENT", "utm_content", ["a"]), new(2, null, "Город", ["Казань"]), new(3, "PHONE", "Тел", ["1"])),
            Is.EqualTo(["utm_content=a", "field:2=Казань", "field:3=1"])
        );

    [TestCase("https://shop.example/?utm_source=vk&utm_content=a%20b", "utm_source=vk", "utm_content=a b")]
    [TestCase("https://shop.example/#utm_source=vk", "utm_source=vk")]
    [TestCase("https://shop.example/p?x=1#/r?UTM_Source=vk", "utm_source=vk")]
    [TestCase("/landing?gclid=Cj0&ad_id=77", "gclid=Cj0", "ad_id=77")]
    [TestCase("https://shop.example/?a=1&amp;utm_source=vk", "utm_source=vk")]
    [TestCase("https://shop.example/?utm_source=&q=1")]
    [TestCase("Что? utm_source=vk")]
    public void Parameters_of_an_address_are_marks(string value, params string[] marks) =>
        Assert.That(
            Codes(new DealField(5, null, "Страница", [value]))
                .Where(mark => !mark.StartsWith("field:", StringComparison.Ordinal)),
            Is.EqualTo(marks)
        );

    private static IEnumerable<string> Codes(params DealField[] fields) =>
        FieldMarks.Read(fields, MarkSource.Api, s_noon).Select(mark => $"{mark.Code}={mark.Value}");
}
