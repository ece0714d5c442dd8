using System.Net.Http.Headers;

namespace AmoCrmQualification.Integration.Tests.Campaigns;

/// <summary>Files as ad platforms export them, over HTTP: sent, previewed, mapped.</summary>
internal sealed class AdFileTests : ApiTest
{
    private const string Direct =
        "Отчёт по объявлениям;;;;\r\nДата;№ Объявления;Заголовок;Условие показа;Расход (руб.)\r\n"
        + "01.11.2026;M-1234567;Кухни на заказ;кухни;1 234,56\r\n01.11.2026;M-1234567;Кухни на заказ;мебель;0,44\r\n"
        + "02.11.2026;1234568.0;Двери;двери;--\r\nИтого;;;;1 235,00\r\n";
    private const string Unknown = "Tag,Anzeige,Kosten\n2026-11-01,a,5.50\n2026-11-02,a,1\n";

    [Test]
    public async Task A_report_is_stored_with_all_that_was_recognised()
    {
        var account = await UnconnectedAccountAsync(new { currency = "KZT" });
        await account.CreativeAsync(null, "1234568");

        var answer = await JsonAsync(await account.SendCsvAsync(Direct));

        Assert.That(
            answer.Names(),
            Is.EquivalentTo([
                "accepted",
                "format",
                "period",
                "currency",
                "control_total",
                "total",
                "skipped_lines",
                "summed_lines",
                "unknown_ads",
                "unknown_ad_names",
                "errors",
                "ignored_columns",
            ])
        );
        Assert.That((answer.Number("accepted"), answer.Number("summed_lines")), Is.EqualTo((2, 1)));
        Assert.That((answer.Text("format"), answer.Text("currency")), Is.EqualTo(("yandex_direct", "RUB")));
        Assert.That((answer.Money("control_total"), answer.Money("total")), Is.EqualTo((1235.00m, 1235.00m)));
        Assert.That(
            (answer.GetProperty("period").Text("from"), answer.GetProperty("period").Text("to")),
            Is.EqualTo(("2026-11-01", "2026-11-02"))
        );
        Assert.That(
            answer.List("skipped_lines").Select(line => $"{line.Number("line")} {line.Text("reason")}"),
            Is.EqualTo(["1 title", "6 total"])
        );
        Assert.That(answer.UnknownAds(), Is.EqualTo(["1234567"]));
        var unknown = answer.List("unknown_ad_names").Single();
        Assert.That(
            (unknown.Text("ad_id"), unknown.Text("name"), unknown.Money("spend")),
            Is.EqualTo(("1234567", "Кухни на заказ", 1235.00m))
        );
        Assert.That(await account.SpentAsync(), Is.EqualTo(["2026-11-02 1234568 0 RUB", "2026-11-01 1234567 1235 RUB"]));
    }

    [TestCase("file", "spend.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [TestCase("file", "spend.xlsx", "application/octet-stream")]
    public async Task A_workbook_comes_in_a_form(string part, string name, string type)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await JsonAsync(await SendFormAsync(account, SpendCalls.Route, part, name, type, MetaWorkbook()));

        Assert.That((answer.Text("format"), answer.Number("accepted")), Is.EqualTo(("meta_ads_manager", 1)));
        Assert.That(await account.SpentAsync(), Is.EqualTo(["2026-11-01 120210123456789012 12.3 USD"]));
    }

    [Test]
    public async Task A_workbook_comes_as_a_body_and_rows_of_JSON_in_a_form()
    {
        var account = await UnconnectedAccountAsync();

        var workbook = await account.SendCsvAsync(
            MetaWorkbook(),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        );
        var json = await SendFormAsync(
            account,
            SpendCalls.Route,
            "file",
            "rows.json",
            "application/json",
            """[{"date":"2026-11-01","ad_id":"a","spend":5}]"""u8.ToArray()
        );

        Assert.That((await JsonAsync(workbook)).Number("accepted"), Is.EqualTo(1));
        Assert.That((await JsonAsync(json)).Text("format"), Is.EqualTo("plain"));
    }

    [Test]
    public async Task A_form_without_the_file_is_refused()
    {
        var account = await UnconnectedAccountAsync();

        var answer = await SendFormAsync(account, SpendCalls.Route, "other", "spend.csv", "text/csv", "x"u8.ToArray());
        var broken = new ByteArrayContent("--x\r\nContent-"u8.ToArray());
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        await ProblemAsync(
            await account.Client.PostAsync(account.Url(SpendCalls.Route), broken),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
    }

    [Test]
    public async Task A_preview_tells_all_and_stores_nothing()
    {
        var account = await UnconnectedAccountAsync();

        var preview = await account.PreviewAsync(Direct);

        Assert.That((preview.Number("accepted"), preview.Text("format")), Is.EqualTo((2, "yandex_direct")));
        Assert.That(
            preview.List("columns").Select(c => $"{c.Text("heading")} = {c.Text("meaning") ?? "-"}: {c.Text("sample")}"),
            Is.EqualTo([
                "Дата = date: 01.11.2026",
                "№ Объявления = ad_id: M-1234567",
                "Заголовок = ad_name: Кухни на заказ",
                "Условие показа = -: кухни",
                "Расход (руб.) = spend: 1 234,56",
            ])
        );
        Assert.That(
            preview.List("rows").Select(r => $"{r.Text("date")} {r.Text("ad_id")} {r.Text("ad_name")} {r.Money("spend")}"),
            Is.EqualTo(["2026-11-01 1234567 Кухни на заказ 1235.00", "2026-11-02 1234568 Двери 0"])
        );
        Assert.That(preview.List("unknown_ad_names").Select(ad => ad.Text("name")), Is.EqualTo(["Кухни на заказ", "Двери"]));
        Assert.That(await account.SpentAsync(), Is.Empty);
        Assert.That(
            await Service.ScalarAsync<long>("SELECT count(*) FROM ad_names WHERE user_account_id = $1", account.Id),
            Is.Zero
        );
    }

    [TestCase("", "unreadable_file")]
    [TestCase("PK\u0003\u0004x", "unreadable_file")]
    [TestCase("Day,Ad ID,Amount spent (USD)\n2026-11-01,1,5\nTotal,,6", "control_total_mismatch")]
    [TestCase("Ad name,Ad ID,Amount spent (USD),Reporting starts,Reporting ends\nV,1,5,2026-11-01,2026-11-30", "period_total")]
    [TestCase("Day,Ad ID,Amount spent (USD)\n2026-11-01,1.2E+17,5", "damaged_ids")]
    [TestCase("Day,Campaign name,Amount spent (USD),Impressions\n2026-11-01,K,5,7", "no_ad_ids")]
    [TestCase("date,ad_id,spend\n2026-11-01,1,5\n2026-11-01,1,5", "duplicate_line")]
    [TestCase(Unknown, "unknown_columns")]
    [TestCase("Date\tAdId\tCost\n2026-11-01\t1\t15000000", "amount_unit_unknown")]
    [TestCase("Day,Ad ID,Amount spent (USD)\nyesterday,1,5", "bad_day")]
    [TestCase("Day,Ad ID,Amount spent (USD)\n2026-11-01,1,much", "bad_amount")]
    [TestCase("Day,Ad ID,Amount spent (USD),Currency\n2026-11-01,1,5,EUR", "currency_conflict")]
    public async Task A_preview_shows_what_storing_refuses(string csv, string code)
    {
        var account = await UnconnectedAccountAsync();

        var preview = await account.PreviewAsync(csv);
        var refused = await ProblemAsync(await account.SendCsvAsync(csv), HttpStatusCode.BadRequest, "validation_error");

        Assert.That(preview.List("errors").Select(error => error.Text("code")), Is.EqualTo([code]));
        Assert.That(refused.GetProperty("errors").GetRawText(), Is.EqualTo(preview.GetProperty("errors").GetRawText()));
        Assert.That(preview.Number("accepted"), Is.Zero);
        Assert.That(await account.SpentAsync(), Is.Empty);
    }

    [Test]
    public async Task The_unit_of_amounts_is_said_with_the_file()
    {
        var account = await UnconnectedAccountAsync();
        const string Report = "Date\tAdId\tCost\n2026-11-01\t1\t15000000\n";

        var micros = await JsonAsync(await account.PostCsvAsync(SpendCalls.Route + "?unit=micros", Report));
        var units = await account.PreviewAsync(Report, "?unit=units");

        Assert.That((micros.Money("total"), units.Money("total")), Is.EqualTo((15m, 15_000_000m)));
        await ProblemAsync(
            await account.PostCsvAsync(SpendCalls.Route + "?unit=cents", Report),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
    }

    private static byte[] MetaWorkbook() =>
        Workbook.Write(
            (
                "Formatted Report",
                [
                    ["Total"],
                    [99],
                ]
            ),
            (
                "Raw Data Report",
                [
                    ["Day", "Ad name", "Ad ID", "Amount spent (USD)"],
                    [new DateOnly(2026, 11, 1), "Video", "120210123456789012", 12.30],
                ]
            )
        );

    private static async Task<HttpResponseMessage> SendFormAsync(
        TestAccount account,
        string path,
        string part,
        string name,
        string type,
        byte[] file
    )
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var form = new MultipartFormDataContent { { content, part, name } };
        return await account.Client.PostAsync(account.Url(path), form);
    }
}
