using AmoCrmQualification.Application.Campaigns;
using static AmoCrmQualification.Application.Tests.Campaigns.SpendFiles;

namespace AmoCrmQualification.Application.Tests.Campaigns;

/// <summary>The id that is meant, or a refusal; never one that looks like it and is another.</summary>
public sealed class AdIdTextTests
{
    private const string Id = "120210123456789012";

    [TestCase(Id)]
    [TestCase("120210123456789012.0")]
    [TestCase("120210123456789012,00")]
    [TestCase("\u00A0120210123456789012\u00A0")]
    [TestCase("\uFEFF\u200B120210123456789012\u200E\u2060")]
    [TestCase("120210\u200B123456789012")]
    [TestCase("\u3164120210123456789012")]
    [TestCase("=\"120210123456789012\"")]
    [TestCase("'120210123456789012")]
    [TestCase("120\u00A0210\u00A0123\u00A0456\u00A0789\u00A0012")]
    [TestCase("120,210,123,456,789,012")]
    [TestCase("120.210.123.456.789.012")]
    public void The_id_that_is_meant_is_read(string written)
    {
        Assert.That(AdIdText.Clean(written), Is.EqualTo(Id));
        Assert.That(
            RowsOf($"date\tad_id\tspend\n2026-11-01\t\"{written.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\t5"),
            Is.EqualTo([$"2026-11-01 {Id} 5 RUB"])
        );
    }

    [TestCase("ad-1", "ad-1")]
    [TestCase("объявление\u00A01", "объявление 1")]
    [TestCase("v1.0", "v1.0")]
    [TestCase("1.5", "1.5")]
    [TestCase("12e4567", "12e4567")]
    [TestCase("a\u0001b", "ab")]
    [TestCase(" \u200B\uFEFF", null)]
    [TestCase(null, null)]
    public void Another_id_stays_and_nothing_in_it_is_invisible(string? written, string? id) =>
        Assert.That(AdIdText.Clean(written), Is.EqualTo(id));

    [TestCase("1.2021e17")]
    [TestCase("1,2021E+17")]
    [TestCase("1.2021E+17")]
    [TestCase("1.20210123456789e+17")]
    [TestCase("120,21E+15")]
    [TestCase("1,2021Е+17", Description = "with the Cyrillic letter")]
    [TestCase("1e17")]
    [TestCase("1E+17")]
    [TestCase("########")]
    public void An_id_that_a_spreadsheet_has_shortened_is_refused_with_the_remedy(string written)
    {
        var errors = ErrorsOf($"date\tad_id\tspend\n2026-11-01\t{written}\t5");

        Assert.That(errors, Is.EqualTo([$"2: ad_id was shortened by a spreadsheet: {AdIdText.Remedy}."]));
        Assert.That(FaultsOf($"date\tad_id\tspend\n2026-11-01\t{written}\t5"), Is.EqualTo([LineFault.DamagedIds]));
    }

    [TestCase("1.2021e17")]
    [TestCase("1e5")]
    [TestCase("12e16")]
    [TestCase("1.5")]
    [TestCase("-5")]
    [TestCase("120210123456789010", Description = "as JavaScript writes 120210123456789012")]
    [TestCase("120210123456789000")]
    public void A_number_of_JSON_that_may_have_lost_digits_is_refused(string number) =>
        Assert.That(FaultsOfJson(Json(number)), Is.EqualTo([LineFault.DamagedIds]));

    [TestCase("120210123456789012", Id)]
    [TestCase("9007199254740992", "9007199254740992")]
    [TestCase("1234567.0", "1234567")]
    [TestCase("7", "7")]
    public void A_number_of_JSON_that_is_whole_is_an_id(string number, string id) =>
        Assert.That(RowsOfJson(Json(number)), Is.EqualTo([$"2026-11-01 {id} 5 RUB"]));

    [Test]
    public void Ids_that_all_end_in_the_zeros_of_a_spreadsheet_are_refused_and_one_among_others_is_not()
    {
        const string Zeros = "date,ad_id,spend\n2026-11-01,120210123456789000,5\n2026-11-01,120210123456788000,5\n";

        Assert.That(FaultsOf(Zeros), Is.EqualTo([LineFault.DamagedIds]));
        Assert.That(ErrorsOf(Zeros), Has.Count.EqualTo(2).And.All.Contains("lost its last digits"));
        Assert.That(RowsOf(Zeros + $"2026-11-01,{Id},5\n"), Has.Count.EqualTo(3));
        Assert.That(RowsOf("date,ad_id,spend\n2026-11-01,120210123456789000,5"), Has.Count.EqualTo(1), "one ends so by chance");
    }

    private static string Json(string id) => $$"""[{"date":"2026-11-01","ad_id":{{id}},"spend":5}]""";
}
