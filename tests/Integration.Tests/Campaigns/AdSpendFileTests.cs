using System.Globalization;
using System.Text;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Campaigns;

/// <summary>Whole files: taken, refused, sent at once and large.</summary>
internal sealed class AdSpendFileTests : ApiTest
{
    [Test]
    public async Task A_file_of_a_Russian_spreadsheet_is_stored()
    {
        var account = await UnconnectedAccountAsync(new { currency = "RUB" });
        var csv = CodePagesEncodingProvider
            .Instance.GetEncoding(1251)!
            .GetBytes("Кампания;date;ad_id;spend\r\nКухни;01.11.2026;ad-1;1 234,50\r\n");

        foreach (var type in new[] { "text/csv", "text/csv; charset=windows-1251", "text/csv; charset=utf-8; header=present" })
        {
            var answer = await JsonAsync(await account.SendCsvAsync(csv, type));
            Assert.That(answer.List("ignored_columns").Single().GetString(), Is.EqualTo("Кампания"));
        }

        Assert.That(await account.SpentAsync(), Is.EqualTo(["2026-11-01 ad-1 1234.5 RUB"]));
    }

    [Test]
    public async Task Nothing_is_taken_when_a_line_cannot_be()
    {
        var account = await UnconnectedAccountAsync();
        var theirs = await (await UnconnectedAccountAsync()).CreativeAsync();

        var answer = await account.SendCsvAsync(
            $"date,ad_id,creative_id,spend\n2026-11-01,ad-1,,5\n2026-11-01,ad-1,,6\n2026-11-01,,{theirs},5\n2026-11-31,,,-5\n2026-11-01,ad-2,{Guid.CreateVersion7()},5\n"
        );

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(
            problem.Lines(),
            Is.EqualTo([
                "3: Line 2 tells of the same day of the same ad or creative.",
                "4: There is no such creative.",
                "5: date is no day: write 2026-01-31 or 31.01.2026.",
                "5: spend is negative.",
                "5: ad_id or creative_id is needed.",
                "6: There is no such creative.",
            ])
        );
        Assert.That(await account.SpentAsync(), Is.Empty);
    }

    [Test]
    public async Task Each_error_has_a_code_that_programs_go_by()
    {
        var account = await UnconnectedAccountAsync(new { currency = "RUB" });

        var answer = await account.SendCsvAsync(
            "date\tad_id\tspend\n2026-11-01\ta\t5\n03/04/2026\ta\t5\n2026-11-01\t1.2021e17\t5\n2026-11-01\tb\t12,345\n"
                + "2026-11-01\tc\t$5\n2026-11-01\ta\t5\n2026-11-01\t\t5\n"
        );
        var header = await account.SendCsvAsync("Дата;Расход\n01.11.2026;5");

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(
            problem.List("errors").Select(e => $"{e.Number("line")} {e.Text("code")}"),
            Is.EqualTo(["3 bad_day", "4 damaged_ids", "5 bad_amount", "6 currency_conflict", "7 duplicate_line", "8 no_ad_ids"])
        );
        Assert.That(
            (await ProblemAsync(header, HttpStatusCode.BadRequest, "validation_error")).List("errors").Single().Text("code"),
            Is.EqualTo("unknown_columns")
        );
    }

    [Test]
    public async Task Ids_of_ads_meet_however_they_were_written()
    {
        const string Id = "120210123456789012";
        var account = await UnconnectedAccountAsync();
        var creative = await account.CreativeAsync(null, $"\uFEFF{Id}\u200B", Id);

        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161234567",
                ad_id = $"\u00A0{Id}\u2060",
            }
        );
        var content = await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161234568",
                utm_content = $"{Id}\u200B",
            }
        );
        var json = await account.PostAsync(
            SpendCalls.Route,
            new[]
            {
                new
                {
                    date = "2026-11-01",
                    ad_id = $"{Id}.0\u200B",
                    spend = 5,
                },
            }
        );
        var csv = await account.SpendAsync($"2026-11-02,\u00A0{Id}\uFEFF,,5");

        Assert.That(
            (await account.ItemsAsync("/api/creatives")).Single().List("ad_ids").Select(id => id.GetString()),
            Is.EqualTo([Id])
        );
        Assert.That((lead.Text("ad_id"), lead.Id("creative_id")), Is.EqualTo((Id, creative)));
        Assert.That((content.Text("utm_content"), content.Id("creative_id")), Is.EqualTo((Id, creative)));
        Assert.That(json.UnknownAds().Concat(csv.UnknownAds()), Is.Empty);
        Assert.That(
            await account.SpentAsync($"?creativeId={creative}"),
            Is.EqualTo([$"2026-11-02 {Id} 5 -", $"2026-11-01 {Id} 5 -"])
        );
    }

    [TestCase("1,2021E+17")]
    [TestCase("\u200B")]
    [TestCase("a\u0001b")]
    public async Task A_creative_runs_by_no_id_that_is_damaged_or_unseen(string id)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.SendAsync(HttpMethod.Post, "/api/creatives", new { title = "x", ad_ids = new[] { id } });

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
    }

    [Test]
    public async Task Files_that_tell_of_the_same_days_in_another_order_wait_for_each_other_and_never_in_a_ring()
    {
        var account = await UnconnectedAccountAsync();
        string[] days = ["2026-11-01,a,,1", "2026-11-02,a,,1"];
        await account.SpendAsync(days);
        await using NpgsqlConnection holder = new(Service.ConnectionString);
        await holder.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand(
            "SELECT 1 FROM ad_spend WHERE user_account_id = $1 AND date = '2026-11-02' FOR UPDATE",
            holder,
            transaction
        )
        {
            Parameters = { new() { Value = account.Id } },
        };
        await hold.ExecuteNonQueryAsync();

        var backwards = account.SpendAsync([.. days.Reverse()]);
        var first = await BlockedByAsync(holder.ProcessID);
        var forwards = account.SpendAsync(days);
        await BlockedByAsync(first);
        await transaction.CommitAsync();

        Assert.That((await backwards).Number("accepted"), Is.EqualTo(2));
        Assert.That((await forwards).Number("accepted"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_year_of_many_ads_is_one_request()
    {
        const int Rows = 36_500;
        var account = await UnconnectedAccountAsync();
        await account.CreativeAsync(null, "12021000000000001");
        var csv = new StringBuilder("date,ad_id,creative_id,spend,currency,impressions,clicks\n");
        for (var i = 0; i < Rows; i++)
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{new DateOnly(2025, 11, 1).AddDays(i / 100):yyyy-MM-dd},120210000000{i % 100:00000},,{i}.25,RUB,10000,200\n"
            );

        var answers = new List<JsonElement>();
        for (var i = 0; i < 2; i++)
            answers.Add(await JsonAsync(await account.SendCsvAsync(csv.ToString())));

        Assert.That(answers.Select(a => a.Number("accepted")), Is.All.EqualTo(Rows));
        Assert.That(answers.Select(a => a.List("unknown_ads").Count), Is.All.EqualTo(99));
        Assert.That(
            await Service.ScalarAsync<decimal>("SELECT sum(spend) FROM ad_spend WHERE user_account_id = $1", account.Id),
            Is.EqualTo(Rows * (Rows - 1m) / 2 + Rows * 0.25m)
        );
    }

    /// <summary>The session that waits for another one.</summary>
    private static async Task<int> BlockedByAsync(int pid)
    {
        IReadOnlyList<object[]> waiting = [];
        await TestAccount.UntilAsync(
            async () =>
                (
                    waiting = await Service.RowsAsync(
                        "SELECT pid FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))",
                        pid
                    )
                ).Count > 0,
            () => "nobody waits"
        );
        return (int)waiting[0][0];
    }
}
