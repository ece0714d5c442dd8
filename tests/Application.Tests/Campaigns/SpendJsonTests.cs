using AmoCrmQualification.Application.Campaigns;
using static AmoCrmQualification.Application.Tests.Campaigns.SpendFiles;

namespace AmoCrmQualification.Application.Tests.Campaigns;

public sealed class SpendJsonTests
{
    [TestCase("""[{"date":"2026-11-01","ad_id":"ad-1","spend":12.5,"clicks":7}]""")]
    [TestCase("""{"rows":[{"date":"2026-11-01","ad_id":"ad-1","spend":12.5,"clicks":7}]}""")]
    [TestCase(
        "\uFEFF"
            + """[{"date":"2026-11-01","ad_id":" ad-1 ","creative_id":null,"spend":"12.5","currency":"","clicks":"7","x":{}}]"""
    )]
    [TestCase("""[{"date":"2026-11-01","ad_id":"ad-1","spend":125e-1,"clicks":7}]""")]
    public void Rows_are_read_from_a_list_or_an_object(string json) =>
        Assert.That(RowsOfJson(json), Is.EqualTo(["2026-11-01 ad-1 12.5 RUB 7"]));

    [Test]
    public void An_ad_id_may_be_a_number_and_nothing_is_no_row()
    {
        Assert.That(
            RowsOfJson("""[{"date":"2026-11-01","ad_id":120210000000000001,"spend":1}]"""),
            Is.EqualTo(["2026-11-01 120210000000000001 1 RUB"])
        );
        Assert.That(RowsOfJson("[]"), Is.Empty);
        Assert.That(RowsOfJson("""{"rows":[]}"""), Is.Empty);
    }

    [TestCase("", "1: This is no JSON.")]
    [TestCase("[\n{\"date\":}]", "2: This is no JSON.")]
    [TestCase("{}", "1: This is neither a list of rows nor an object with the list rows.")]
    [TestCase("null", "1: This is neither a list of rows nor an object with the list rows.")]
    [TestCase("""{"rows":{}}""", "1: This is neither a list of rows nor an object with the list rows.")]
    [TestCase("[1]", "1: A row is an object.")]
    [TestCase("""[{"date":"2026-11-01","ad_id":"a","spend":true}]""", "1: spend is neither a text nor a number.")]
    [TestCase("""[{"date":"2026-11-01","ad_id":["a"],"spend":1}]""", "1: ad_id is neither a text nor a number.")]
    [TestCase("""[{"date":"2026-11-01","ad_id":"\ud800","spend":1}]""", "1: ad_id is neither a text nor a number.")]
    [TestCase("""[{"date":"2026-11-01","ad_id":"a\u0000","spend":1}]""", "1: ad_id has 1 to 200 characters in one line.")]
    [TestCase("""[{"date":"2026-11-01","ad_id":"a","spend":1,"\ud800":1}]""", "1: The name of a field is no valid Unicode.")]
    [TestCase("""[{"date":"2026-11-01","ad_id":"a","spend":-1}]""", "1: spend is negative.")]
    [TestCase("""[{"date":"2026-11-01","ad_id":"a","spend":1e400}]""", "1: spend is no number: write 1234.56.")]
    [TestCase(
        """[{"date":"2026-11-01","ad_id":"a","spend":"1,234"}]""",
        "1: spend is either 1234 or 1.234: write 1234 or 1.2340."
    )]
    [TestCase("""[{"date":20261101,"ad_id":"a","spend":1}]""", "1: date is no day: write 2026-01-31 or 31.01.2026.")]
    public void What_cannot_be_read_is_told(string json, string error) => Assert.That(ErrorsOfJson(json), Is.EqualTo([error]));

    [Test]
    public void A_body_that_nests_without_end_is_no_JSON() =>
        Assert.That(ErrorsOfJson(new string('[', 100_000)), Is.EqualTo(["1: This is no JSON."]));

    [Test]
    public void Fields_that_mean_nothing_are_named() =>
        Assert.That(
            SpendJson.Read(Utf8("""[{"campaign":1,"date":"2026-11-01"},{"cost":2,"campaign":3}]""")).IgnoredColumns,
            Is.EqualTo(["campaign", "cost"])
        );
}
