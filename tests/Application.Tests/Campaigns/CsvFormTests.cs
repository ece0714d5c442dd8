using System.Text;
using static AmoCrmQualification.Application.Tests.Campaigns.SpendFiles;

namespace AmoCrmQualification.Application.Tests.Campaigns;

/// <summary>How a file begins, how it is encoded and what separates its cells.</summary>
public sealed class CsvFormTests
{
    private const string Row = "2026-11-01 ad-1 5 RUB";

    [TestCase("\ndate,ad_id,spend\n2026-11-01,ad-1,5")]
    [TestCase("\r\n\r\n  \r\ndate;ad_id;spend\r\n2026-11-01;ad-1;5")]
    [TestCase(",,\ndate,ad_id,spend\n2026-11-01,ad-1,5")]
    [TestCase("\u00A0\uFEFF\n\t\t\ndate\tad_id\tspend\n2026-11-01\tad-1\t5")]
    [TestCase("\uFEFF\uFEFFdate,ad_id,spend\n2026-11-01,ad-1,5")]
    [TestCase("\u00A0date\u00A0,\u200Bad\u00A0id,spend\u2060\n2026-11-01,ad-1,5")]
    [TestCase("date;\"a, b, c, d\";ad_id;spend\n2026-11-01;x;ad-1;5")]
    [TestCase("sep=;\ndate;ad_id;spend\n2026-11-01;ad-1;5")]
    [TestCase("SEP=,\r\ndate,ad_id,spend\r\n2026-11-01,ad-1,5")]
    [TestCase("sep=\t\ndate\tad_id\tspend\n2026-11-01\tad-1\t5")]
    [TestCase("sep=\\t\ndate\tad_id\tspend\n2026-11-01\tad-1\t5")]
    [TestCase("\uFEFF\n\"sep=;\"\ndate;ad_id;spend\n2026-11-01;ad-1;5")]
    [TestCase("sep=;;;\ndate;ad_id;spend\n2026-11-01;ad-1;5", Description = "saved again by a spreadsheet")]
    public void A_file_begins_in_many_ways(string csv) => Assert.That(RowsOf(csv), Is.EqualTo([Row]));

    [TestCase("sep=\"")]
    [TestCase("sep= ")]
    [TestCase("sep=")]
    [TestCase("sep=a")]
    [TestCase("sep=\0")]
    [TestCase("\"sep=\"")]
    public void A_declaration_that_declares_nothing_is_refused(string declaration)
    {
        var errors = ErrorsOf($"{declaration}\ndate,ad_id,spend\n2026-11-01,ad-1,5");

        Assert.That(errors, Is.EqualTo(["1: A separator is declared as sep=; or sep=, or sep= and a tab."]));
    }

    [TestCase("\n\ndate,ad_id,spend\n2026-11-01,ad-1,x", "4: ")]
    [TestCase("sep=,\ndate,ad_id,spend\n\n2026-11-01,ad-1,x", "4: ")]
    [TestCase("\r\nsep=,\r\n,,\r\ndate,ad_id,spend\r\n2026-11-01,ad-1,x", "5: ")]
    [TestCase("\n\ndate,spend", "3: ")]
    public void Lines_are_counted_as_a_person_counts_them(string csv, string line) =>
        Assert.That(ErrorsOf(csv), Has.Count.EqualTo(1).And.All.StartsWith(line));

    [Test]
    public void UTF16_is_known_without_its_mark_and_any_encoding_with_several()
    {
        const string Csv = "date;Кампания;ad_id;spend\r\n2026-11-01;Кухни;ad-1;5\r\n";
        byte[][] files =
        [
            Encoding.Unicode.GetBytes(Csv),
            Encoding.BigEndianUnicode.GetBytes(Csv),
            Encoding.Unicode.GetBytes("\uFEFF\uFEFF" + Csv),
            Encoding.BigEndianUnicode.GetBytes("\uFEFF\uFEFF" + Csv),
            Encoding.UTF8.GetBytes("\uFEFF\uFEFF\uFEFF" + Csv),
            [.. Encoding.UTF8.Preamble, .. CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Csv)],
        ];

        foreach (var file in files)
            Assert.That(RowsOf(file), Is.EqualTo([Row]));
    }

    [TestCase("PK\u0003\u0004")]
    public void A_workbook_is_told_from_a_table(string start) =>
        Assert.That(ErrorsOf(start + "…"), Is.EqualTo(["1: This is a workbook: save it as CSV."]));
}
