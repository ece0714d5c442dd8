using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AmoCrmQualification.Integration.Tests.Support;
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

    [TestCase("application/json", "")]
    [TestCase("application/json", "{")]
    [TestCase("application/json", "null")]
    [TestCase("application/json", "\"text\"")]
    [TestCase("application/json", "[null]")]
    [TestCase("application/json", "[{\"date\":\"\\ud800\"}]")]
    [TestCase("application/json", "[{\"date\":\"2026-11-01\",\"ad_id\":\"a\\u0000\",\"spend\":1}]")]
    [TestCase("text/csv", "")]
    [TestCase("text/csv", "\0")]
    [TestCase("text/csv", "date,ad_id,spend\n2026-11-01,\"a,5")]
    [TestCase("text/csv", "date,ad_id,spend\n2026-11-01,a\0,5")]
    [TestCase("text/csv", "date,ad_id,spend\n2026-11-01,a,1e99")]
    [TestCase("text/csv", "\"\";\"\"")]
    public async Task A_body_that_makes_no_rows_is_refused_by_its_lines(string type, string body)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.SendCsvAsync(Encoding.UTF8.GetBytes(body), type);

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.Lines(), Is.Not.Empty);
        Assert.That(problem.GetRawText(), Does.Not.Contain("AmoCrmQualification.").And.Not.Contain("System."));
    }

    [TestCase("application/json")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("text/json")]
    [TestCase("application/vnd.api+json")]
    public async Task JSON_by_any_name_is_rows(string type)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.SendCsvAsync("""[{"date":"2026-11-01","ad_id":"a","spend":5}]"""u8.ToArray(), type);

        Assert.That((await JsonAsync(answer)).Number("accepted"), Is.EqualTo(1));
    }

    [TestCase("text/plain")]
    [TestCase("application/xml")]
    public async Task A_body_of_another_kind_is_refused(string type)
    {
        var account = await UnconnectedAccountAsync();

        await ProblemAsync(
            await account.SendCsvAsync("date,ad_id,spend\n"u8.ToArray(), type),
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );
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
