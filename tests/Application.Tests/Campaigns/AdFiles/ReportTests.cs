using System.Globalization;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Tests.Campaigns.AdFiles;

/// <summary>Files that platforms export are taken unchanged, in every language, encoding and separator, to the cent.</summary>
public sealed class ReportTests
{
    private static readonly char[] Separators = [',', ';', '\t'];

    private static readonly string[] Encodings =
    [
        "utf-8",
        "utf-8 with a mark",
        "windows-1251",
        "utf-16",
        "utf-16 with a mark",
        "utf-16 big-endian",
    ];

    [TestCaseSource(nameof(Samples))]
    public void A_report_is_read_in_any_separator_and_encoding(object of)
    {
        var sample = (ReportSample)of;
        foreach (var separator in Separators)
        foreach (var encoding in Encodings)
        {
            var form = $"{separator} {encoding}";
            var table = SpendTableReader.Read(ReportSample.Encoded(sample.Csv(separator), encoding));
            Check(sample, table, form);
        }
    }

    [TestCaseSource(nameof(Samples))]
    public void A_report_is_read_from_a_workbook(object of)
    {
        var sample = (ReportSample)of;

        Check(sample, SpendTableReader.Read(Workbook.Write(("Worksheet", sample.Sheet()))), "xlsx");
    }

    [TestCaseSource(nameof(Samples))]
    public void Headings_are_known_by_another_case_ё_and_blanks(object of)
    {
        var sample = (ReportSample)of;
        var lines = sample.Lines.Split('\n');
        var heading = Array.FindIndex(lines, line => line.Count(c => c == '|') > 1);
        lines[heading] = lines[heading].ToUpperInvariant().Replace('Ё', 'Е').Replace(" ", " \u00A0", StringComparison.Ordinal);

        Check(
            sample,
            SpendTableReader.Read(SpendFiles.Utf8((sample with { Lines = string.Join('\n', lines) }).Csv(';'))),
            "folded"
        );
    }

    [Test]
    public void Of_a_workbook_the_sheet_with_raw_data_is_read()
    {
        object?[] heading = ["Day", "Ad name", "Ad ID", "Amount spent (USD)", "Impressions"];
        var file = Workbook.Write(
            ("Formatted Report", [heading, ["2026-11-01", "Video", "120210123456789012", 99, 1]]),
            (
                "Raw Data Report",
                [
                    heading,
                    [new DateOnly(2026, 11, 1), "Video", "120210123456789012", 0.1 + 0.2, 1000],
                    [new DateOnly(2026, 11, 2), "Video", 1234567, 1234.56, null],
                ]
            )
        );

        var reading = ReportSample.Read(file);

        Assert.That(reading.Errors, Is.Empty);
        Assert.That(
            reading.Rows.Select(SpendFiles.Told),
            Is.EqualTo(["2026-11-01 120210123456789012 0.3 USD 1000", "2026-11-02 1234567 1234.56 USD"])
        );
        Assert.That(reading.Total, Is.EqualTo(1234.86m));
    }

    [Test]
    public void Titles_totals_and_notes_are_told()
    {
        var sample = ReportSamples.All.Single(s => s.Name == "Yandex Direct, wizard");

        var table = SpendTableReader.Read(SpendFiles.Utf8(sample.Csv(';') + "* с учётом НДС\r\n"));

        Assert.That(
            table.Skipped.Select(line => $"{line.Line} {line.Reason}"),
            Is.EqualTo(["1 Title", "2 Title", "3 Title", "8 Total", "9 Note"])
        );
        var reading = ReportSample.Read(table);
        Assert.That((reading.SummedLines, reading.ControlTotal), Is.EqualTo((1, 1235.00m)));
    }

    [Test]
    public void The_last_of_several_total_lines_is_compared()
    {
        const string Lines =
            "Day|Ad ID|Cost|Currency code|Clicks\n2026-11-01|1|5.00|USD|1\nTotal: Ads| --|4.00| --|1\nTotal: Account| --|5.01| --|1";

        Assert.That(ReportSample.Read(Lines).ControlTotal, Is.EqualTo(5.01m));
        Assert.That(ReportSample.Errors(Lines), Is.Empty, "a cent may be rounded");
    }

    [Test]
    public void Names_of_ads_come_with_their_rows()
    {
        var sample = ReportSamples.All.Single(s => s.Name == "VK Реклама");

        Assert.That(ReportSample.Read(SpendFiles.Utf8(sample.Csv(';'))).Rows.Select(r => r.AdName), Is.All.EqualTo("Видео"));
    }

    [Test]
    public void Our_own_columns_may_follow_titles_and_precede_a_total()
    {
        var table = SpendTableReader.Read(
            SpendFiles.Utf8("Расходы за ноябрь\n\nspend;date;ad_id\n5,50;01.11.2026;a\n5,50;Итого;\n")
        );

        Assert.That(table.Heading.Format, Is.EqualTo(SpendFormat.Plain));
        Assert.That(table.Skipped.Select(line => line.Line), Is.EqualTo([1, 5]));
        Assert.That(ReportSample.Read(table) is { Errors.Count: 0, ControlTotal: 5.50m, Total: 5.50m });
    }

    private static void Check(ReportSample sample, SpendTable table, string form)
    {
        var reading = ReportSample.Read(table);
        Assert.That(reading.Errors, Is.Empty, form);
        Assert.That(table.Heading.Format, Is.EqualTo(sample.Format), form);
        Assert.That(reading.Rows.Select(SpendFiles.Told), Is.EquivalentTo(sample.Rows), form);
        Assert.That(reading.Total, Is.EqualTo(sample.Total), form);
        Assert.That(reading.ControlTotal, Is.AnyOf(null, sample.Total), form);
    }

    private static IEnumerable<TestCaseData> Samples() =>
        ReportSamples.All.Select(sample => new TestCaseData(sample).SetArgDisplayNames(sample.Name));
}
