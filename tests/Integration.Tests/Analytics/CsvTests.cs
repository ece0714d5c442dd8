using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using static AmoCrmQualification.Integration.Tests.Support.CsvAnswer;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Every table as a spreadsheet opens it.</summary>
internal sealed class CsvTests : ApiTest
{
    [Test]
    public async Task Every_table_comes_as_CSV_by_name_and_by_media_type()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(new { time_zone = "UTC" }), "A", "B");
        await pipeline.LeadAsync("A@0 B@60");
        await pipeline.LeadAsync("A@0 lost@60");
        (string Path, string List)[] tables =
        [
            ("creatives?x=", "creatives"),
            ($"funnel?pipelineId={pipeline.Id}", "stages"),
            ("trends?from=2026-03-01&to=2026-03-05", "points"),
            ("maturity?from=2026-03-01", "curve"),
            ("loss-reasons?x=", "reasons"),
            ($"time-in-stage?pipelineId={pipeline.Id}", "stages"),
        ];

        foreach (var (path, list) in tables)
        {
            var url = pipeline.Account.Url($"/api/analytics/{path}");
            var rows = JsonElement.Parse(await pipeline.Account.Client.GetStringAsync(url)).List(list);
            var named = await CsvAsync(await pipeline.Account.Client.GetAsync(url + "&format=csv"));
            var accepted = await CsvAsync(await AcceptAsync(pipeline.Account.Client, url, "text/csv"));
            var preferred = await CsvAsync(await AcceptAsync(pipeline.Account.Client, url, "text/csv, */*;q=0.1"));

            Assert.That((accepted, preferred), Is.EqualTo((named, named)), path);
            var read = Read(named, ",");
            Assert.That(read, Has.Count.EqualTo(rows.Count).And.Not.Empty, path);
            Assert.That(
                rows[0]
                    .EnumerateObject()
                    .Where(p => p.Value.ValueKind is JsonValueKind.Number)
                    .Select(p => (p.Name, p.Value.GetRawText())),
                Is.SubsetOf(read[0].Select(cell => (cell.Key, cell.Value))),
                path
            );
        }
    }

    [Test]
    public async Task A_record_in_a_row_becomes_columns_and_the_unknown_an_empty_cell()
    {
        var account = await UnconnectedAccountAsync(new { currency = "RUB" });
        await account.InsertLeadsAsync(40, creative: null, qualified: 35);

        var row = Read(await CsvAsync(await account.Client.GetAsync(account.Url("/api/analytics/creatives?format=csv"))), ",")
            .Single();

        Assert.That(
            (row["creative_id"], row["qualification_rate"], row["qualification_lo"], row["title"], row["spend"], row["verdict"]),
            Is.EqualTo(("unknown", "87.5", "73.9", "", "", "too_early"))
        );
    }

    [Test]
    public async Task A_Russian_spreadsheet_gets_semicolons_and_decimal_commas()
    {
        var account = await UnconnectedAccountAsync();
        await account.InsertLeadsAsync(40, creative: null, qualified: 35);

        foreach (var separator in new[] { ";", "%3B" })
        {
            var answer = await account.Client.GetAsync(account.Url($"/api/analytics/creatives?format=csv&separator={separator}"));
            Assert.That(Read(await CsvAsync(answer), ";").Single()["qualification_rate"], Is.EqualTo("87,5"));
        }
    }

    [Test]
    public async Task No_cell_can_be_run_as_a_formula_whichever_separator_the_spreadsheet_splits_at()
    {
        var account = await UnconnectedAccountAsync();
        var examples = CellExamples();
        foreach (var (text, _) in examples)
        {
            var creative = await JsonAsync(
                await account.SendAsync(HttpMethod.Post, "/api/creatives", new { title = "x", ad_ids = Array.Empty<string>() }),
                HttpStatusCode.Created
            );
            await account.InsertLeadsAsync(1, creative.Id(), qualified: 0);
            await account.Service.ExecuteAsync("UPDATE creatives SET title = $2 WHERE id = $1", creative.Id(), text);
        }

        string[] separators = [",", ";", "\t"];
        foreach (var separator in separators)
        {
            var url = account.Url($"/api/analytics/creatives?format=csv&separator={Uri.EscapeDataString(separator)}");
            var csv = await CsvAsync(await account.Client.GetAsync(url));

            Assert.That(
                Read(csv, separator).Select(row => row["title"]),
                Is.EquivalentTo(examples.Select(example => example.Cell)),
                $"separated by '{separator}'"
            );
            foreach (var other in separators)
                Assert.That(Cells(csv, other).Where(IsFormula), Is.Empty, $"separated by '{separator}', read as if by '{other}'");
        }
    }

    [TestCase("%0A")]
    [TestCase("%0D")]
    [TestCase("%0D%0A")]
    [TestCase("%20")]
    [TestCase("%22")]
    [TestCase("%7C")]
    [TestCase("%00")]
    [TestCase("%C2%A0")]
    [TestCase(",,")]
    [TestCase("%3B%0A")]
    public async Task Nothing_but_a_comma_a_semicolon_or_a_tab_separates(string separator)
    {
        var account = await UnconnectedAccountAsync();

        foreach (var path in new[] { "/api/analytics/creatives", "/api/analytics/summary", "/api/leads" })
        {
            var url = account.Url($"{path}?format=csv&separator={separator}");
            await ProblemAsync(await account.Client.GetAsync(url), HttpStatusCode.BadRequest, "validation_error");
        }
    }

    [TestCase("", ",")]
    [TestCase("%09", "\t")]
    [TestCase("%3B&separator=%0A", ";")]
    public async Task The_first_separator_that_is_given_counts(string given, string separator)
    {
        var account = await UnconnectedAccountAsync();
        await account.InsertLeadsAsync(1, creative: null, qualified: 0);

        var answer = await account.Client.GetAsync(account.Url($"/api/analytics/creatives?format=csv&separator={given}"));

        Assert.That(Read(await CsvAsync(answer), separator).Single()["total_leads"], Is.EqualTo("1"));
    }

    [Test]
    public async Task A_negative_figure_stays_a_number_and_a_tab_begins_no_cell()
    {
        var account = await UnconnectedAccountAsync(new { currency = "RUB" });
        await account.InsertSpendAsync("2026-03-10", 5, ad: "nobody's");
        await account.InsertLeadsAsync(FigurePipeline.Start);
        await account.Service.ExecuteAsync(
            "UPDATE leads SET name = E'\\t=1', message = E'\\r=1' WHERE user_account_id = $1",
            account.Id
        );

        var row = Read(await CsvAsync(await account.Client.GetAsync(account.Url("/api/analytics/creatives?format=csv"))), ",")
            .Single();
        var lead = Read(await CsvAsync(await account.Client.GetAsync(account.Url("/api/leads?format=csv"))), ",").Single();

        Assert.That((row["romi"], row["spend_by_currency"]), Is.EqualTo(("-100", "5 RUB")));
        Assert.That((lead["name"], lead["message"]), Is.EqualTo(("'\t'=1", "'\r'=1")));
    }

    [Test]
    public async Task A_file_is_named_by_what_it_is_and_by_its_days()
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.Client.GetAsync(
            account.Url("/api/analytics/summary?format=csv&from=2026-03-01&to=2026-03-31")
        );

        Assert.That(
            answer.Content.Headers.ContentDisposition?.ToString(),
            Is.EqualTo("attachment; filename=summary_2026-03-01_2026-03-31.csv")
        );
    }

    [Test]
    public async Task JSON_stays_the_answer_to_everybody_else()
    {
        var account = await UnconnectedAccountAsync();
        foreach (
            var accept in new[] { "*/*", "application/json", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" }
        )
        {
            var answer = await AcceptAsync(account.Client, account.Url("/api/analytics/creatives"), accept);
            Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"), accept);
        }

        var refused = await AcceptAsync(account.Client, account.Url("/api/analytics/creatives?mode=within"), "text/csv");
        await ProblemAsync(refused, HttpStatusCode.BadRequest, "validation_error");
    }

    private static async Task<HttpResponseMessage> AcceptAsync(HttpClient client, string url, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await client.SendAsync(request);
    }

    private static IReadOnlyList<(string Text, string Cell)> CellExamples()
    {
        using var file = typeof(CsvTests).Assembly.GetManifestResourceStream("csv-cells.json")!;
        using var examples = JsonDocument.Parse(file);
        return [.. examples.RootElement.EnumerateArray().Select(e => (e.Text("text")!, e.Text("cell")!))];
    }

    /// <summary>The cells of a file as a spreadsheet sees them that splits it at this separator; it is not strict about quotes.</summary>
    private static IEnumerable<string> Cells(string csv, string separator)
    {
        using var parser = new CsvParser(
            new StringReader(csv),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator, BadDataFound = null }
        );
        while (parser.Read())
            foreach (var cell in parser.Record!)
                yield return cell;
    }

    private static bool IsFormula(string cell)
    {
        var seen = cell.TrimStart(' ', '\t', '\r', '\n', '\u00A0', '\u200B', '\uFEFF', '\u3164', '"');
        return seen is ['=' or '+' or '@' or '＝', ..]
            || (seen is ['-', ..] && !decimal.TryParse(seen, CultureInfo.InvariantCulture, out _));
    }
}
