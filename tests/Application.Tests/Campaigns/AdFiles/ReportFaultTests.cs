using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Campaigns.AdFiles;
using static AmoCrmQualification.Application.Tests.Campaigns.AdFiles.ReportSample;

namespace AmoCrmQualification.Application.Tests.Campaigns.AdFiles;

/// <summary>The traps of reports: each has its code, and says what to choose in that platform.</summary>
public sealed class ReportFaultTests
{
    [TestCase(
        "Ad name|Ad ID|Amount spent (USD)|Reporting starts|Reporting ends\nV|1|5|2026-11-01|2026-11-30",
        2,
        "«Разбивка → По времени → День»"
    )]
    [TestCase("Ad name|Ad ID|Amount spent (USD)|Impressions\nV|1|5|7", 1, "Breakdown → By time → Day")]
    [TestCase(
        "Название объявления|Идентификатор объявления|Потраченная сумма (RUB)|Дата начала отчетности|Дата окончания отчетности\nV|1|5|2026-11-01|2026-11-30",
        2,
        "«Разбивка → По времени → День»"
    )]
    [TestCase("№ Объявления|Кампания|Показы|Расход (руб.)\nM-1|К|1|5", 1, "«Срез: по дням»")]
    [TestCase("Campaign|Ad ID|Cost|Currency code\nK|1|5|USD", 1, "Segment → Time → Day")]
    [TestCase("Кампания|Идентификатор объявления|Стоимость|Код валюты\nK|1|5|USD", 1, "Segment → Time → Day")]
    [TestCase("Ad name|Ad ID|Cost|Currency\nV|1|5|USD", 1, "By Day")]
    [TestCase("id|Списано, ₽\n1|5", 1, "по дням")]
    [TestCase("ID объявления|Название объявления|Потрачено всего, ₽\n1|V|5", 1, "по дням")]
    [TestCase("Дата|№ Объявления|Расход (руб.)\n01.11.2026 - 30.11.2026|M-1|5", 2, "«Срез: по дням»")]
    public void A_total_of_a_period_is_refused_with_the_breakdown_to_choose(string lines, int line, string advice)
    {
        var error = Read(lines).Errors.Single();

        Assert.That((error.Line, error.Code), Is.EqualTo((line, LineFault.PeriodTotal)));
        Assert.That(error.Message, Does.Contain(advice));
    }

    [TestCase("Day|Campaign name|Amount spent (USD)|Impressions\n2026-11-01|K|5|7", "Ad ID («Идентификатор объявления»)")]
    [TestCase("Дата|Кампания|Расход (руб.)\n01.11.2026|К|5", "«№ Объявления»")]
    [TestCase("Day|Campaign|Cost|Currency code|Impr.\n2026-11-01|K|5|USD|7", "Ad ID")]
    [TestCase("Дата|Кампания|Потрачено всего, ₽|Показы\n01.11.2026|К|5|7", "«ID объявления»")]
    [TestCase("Day|Ad name|Amount spent (USD)|Impressions\n2026-11-01|V|5|7", "No known ad has this name")]
    public void A_report_without_ads_is_refused_with_the_column_to_add(string lines, string advice)
    {
        var error = Read(lines).Errors.Single();

        Assert.That(error.Code, Is.EqualTo(LineFault.NoAdIds));
        Assert.That(error.Message, Does.Contain(advice));
    }

    [Test]
    public void An_ad_is_known_by_its_name_where_no_other_has_it()
    {
        var table = SpendTableReader.Read(
            SpendFiles.Utf8("Day,Ad name,Amount spent (USD)\n2026-11-01,One,5\n2026-11-02,One,6\n2026-11-01,Two,7\n,,18")
        );
        var setting = SpendFiles.Setting with
        {
            AdsByName = new Dictionary<string, IReadOnlyList<string>> { ["One"] = ["11"], ["Two"] = ["21", "22"] },
        };

        var unique = SpendRows.Read(table with { Lines = [.. table.Lines.Take(2)], Total = null }, setting);
        var ambiguous = SpendRows.Read(table, setting);

        Assert.That(unique.Errors, Is.Empty);
        Assert.That(unique.Rows.Select(row => $"{row.AdId} {row.AdName} {row.Spend}"), Is.EqualTo(["11 One 5", "11 One 6"]));
        Assert.That(ambiguous.Errors.Select(e => (e.Line, e.Code, e.Value)), Is.EqualTo([(4, LineFault.NoAdIds, "Two")]));
    }

    [TestCase("Day|Ad ID|Amount spent (USD)\n2026-11-01|1,2021E+17|5", "2 damaged_ids")]
    [TestCase("Day|Ad ID|Amount spent (USD)\n2026-11-01|1|5\n||5.02", "3 control_total_mismatch")]
    [TestCase("Дата|№ Объявления|Расход\n01.11.2026|M-1|5,00\nИтого||4,98", "3 control_total_mismatch")]
    [TestCase("Day|Ad ID|Amount spent (USD)\n2026-11-01|1|x", "2 bad_amount")]
    [TestCase("Day|Ad ID|Amount spent (USD)\nyesterday|1|5", "2 bad_day")]
    [TestCase("Day|Ad ID|Amount spent (USD)\n|1|5", "2 bad_day")]
    [TestCase("Day|Ad ID|Amount spent (USD)\n2026-11-01||5", "2 no_ad_ids")]
    [TestCase("Day|Ad ID|Amount spent (USD)|Amount spent (EUR)\n2026-11-01|1|5|4", "1 currency_conflict")]
    [TestCase("Day|Ad ID|Amount spent (USD)|Currency\n2026-11-01|1|5|EUR", "2 currency_conflict")]
    [TestCase("Day|Ad ID|Cost|Currency code\n2026-11-01|1|5|EUR\n2026-11-01|1|5|USD", "3 currency_conflict")]
    [TestCase("Day|Ad ID|Cost|Currency code\n2026-11-01|1|5|EUR\n2026-11-01|2|5|USD\nTotal||10|", "4 currency_conflict")]
    [TestCase("date|ad_id|spend\n2026-11-01|1|5\n2026-11-01|1|5", "3 duplicate_line")]
    [TestCase("Tag|Anzeige|Kosten\n2026-11-01|1|5", "1 unknown_columns")]
    [TestCase("Bericht\nTag|Anzeige|Kosten\n2026-11-01|1|5", "2 unknown_columns")]
    public void Each_trap_has_its_code(string lines, string error) => Assert.That(Errors(lines), Is.EqualTo([error]));

    [Test]
    public void A_mismatch_names_both_numbers()
    {
        var error = Read("Day|Ad ID|Amount spent (USD)\n2026-11-01|1|5\nTotal||7.5").Errors.Single();

        Assert.That(error.Message, Does.Contain("7.50").And.Contain("5.00"));
    }

    [Test]
    public void Amounts_that_may_be_millionths_are_asked_about()
    {
        const string Lines =
            "Ads (2026-11-01 - 2026-11-02)\nDate|AdId|Cost\n2026-11-01|1|12345670000\n2026-11-02|1|0\nTotal rows: 2";

        Assert.That(Errors(Lines), Is.EqualTo(["2 amount_unit_unknown"]));
        Assert.That(Read(Lines, AmountUnit.Micros).Total, Is.EqualTo(12345.67m));
        Assert.That(Read(Lines, AmountUnit.Units).Total, Is.EqualTo(12345670000m));
        Assert.That(Errors(Lines.Replace("12345670000", "9999", StringComparison.Ordinal)), Is.Empty);
        Assert.That(Errors(Lines.Replace("12345670000", "12345.67", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase(1.2021012345678901E+17)]
    [TestCase(120210123456789010d)]
    public void An_id_that_a_workbook_holds_as_a_number_is_damaged(double id)
    {
        var file = Workbook.Write(
            (
                "Raw Data Report",
                [
                    ["Day", "Ad ID", "Amount spent (USD)"],
                    ["2026-11-01", id, 5],
                ]
            )
        );

        Assert.That(Read(file).Errors.Select(e => (e.Line, e.Code)), Is.EqualTo([(2, LineFault.DamagedIds)]));
    }

    [Test]
    public void A_file_of_very_many_cells_is_refused_and_far_cells_of_a_workbook_are_not_awaited()
    {
        var far = new object?[2000][];
        Array.Fill(far, []);
        (far[0], far[1], far[^1]) = (["date", "ad_id", "spend"], ["2026-11-01", "a", 5], ["2026-11-02", "a", 5]);

        Assert.That(
            SpendFiles.ErrorsOf(new string(';', 5000) + "x"),
            Has.Count.EqualTo(1).And.All.Contains("more than 1000 cells")
        );
        Assert.That(Read(Workbook.Write(("far", far))).Rows, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_workbook_that_is_none_is_refused() =>
        Assert.That(
            SpendFiles.ErrorsOf("PK\u0003\u0004" + new string('x', 100)),
            Is.EqualTo(["1: This is a workbook: save it as CSV."])
        );
}
