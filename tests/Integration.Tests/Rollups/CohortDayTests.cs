using System.Text.RegularExpressions;
using AmoCrmQualification.Infrastructure.Rollups;
using AmoCrmQualification.Integration.Tests.Analytics;
using AmoCrmQualification.Integration.Tests.Campaigns;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Rollups;

/// <summary>Days are counted beforehand; what changes afterwards, by whomever, is in the next answer.</summary>
internal sealed partial class CohortDayTests : ApiTest
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [TestCase("UPDATE leads SET is_test = true")]
    [TestCase("UPDATE leads SET is_deleted = true")]
    [TestCase("UPDATE leads SET creative_id = NULL")]
    [TestCase("UPDATE leads SET is_qualified = NOT is_qualified")]
    [TestCase("UPDATE leads SET first_qualified_at = NULL")]
    [TestCase("UPDATE leads SET first_qualified_at = created_at + interval '20 days'", Description = "within ten it has not")]
    [TestCase("UPDATE leads SET created_at = created_at + interval '40 days'", Description = "both days change")]
    [TestCase("UPDATE leads SET amocrm_lead_id = NULL")]
    [TestCase("UPDATE leads SET phone_e164 = '+79161234567'", Description = "all are one person")]
    [TestCase("DELETE FROM sales; DELETE FROM leads")]
    [TestCase("DELETE FROM sales")]
    [TestCase("UPDATE sales SET amount = 7")]
    [TestCase("UPDATE sales SET amount = NULL")]
    [TestCase("UPDATE sales SET currency = 'USD'")]
    [TestCase("UPDATE sales SET status = 'reversed'")]
    public async Task A_change_is_in_the_next_answer(string change)
    {
        var account = await AccountAsync();
        var before = await FiguresAsync(account);

        await account.Service.ExecuteAsync(OfAccount(change, account.Id));

        var after = await FiguresAsync(account);
        Assert.That(after, Is.Not.EqualTo(before));
        await CountAsync(account);
        Assert.That(await FiguresAsync(account), Is.EqualTo(after), "counted again");
        await Service.ExecuteAsync("DELETE FROM cohort_settings WHERE user_account_id = $1", account.Id);
        Assert.That(await FiguresAsync(account), Is.EqualTo(after), "from the leads alone");
    }

    [TestCase("UPDATE lead_stage_reached SET first_entered_at = first_entered_at + interval '1 hour'")]
    [TestCase("DELETE FROM lead_stage_reached")]
    public async Task When_a_stage_was_reached_changes_its_leads_day(string change)
    {
        var account = await AccountAsync();

        await account.Service.ExecuteAsync(OfAccount(change, account.Id));

        var days = await Service.RowsAsync("SELECT DISTINCT utc_day FROM stale_days WHERE user_account_id = $1", account.Id);
        Assert.That(days.Select(row => row[0]), Is.EqualTo(new[] { DateOnly.FromDateTime(Noon.UtcDateTime) }));
    }

    [Test]
    public async Task Days_of_another_zone_and_other_flags_are_in_the_next_answer()
    {
        var account = await AccountAsync();
        using var admin = Service.Client(Service.AdminKey);

        using var moved = await admin.PatchAsJsonAsync(
            $"/api/user-accounts/{account.Id}",
            new { time_zone = "Pacific/Auckland" }
        );
        moved.EnsureSuccessStatusCode();
        Assert.That(await DaysAsync(account), Is.EqualTo(new[] { "2026-03-11" }));
        await CountAsync(account);
        Assert.That(await DaysAsync(account), Is.EqualTo(new[] { "2026-03-11" }));

        await Service.ExecuteAsync(
            "UPDATE amocrm_pipeline_stages SET is_qualified_stage = false WHERE user_account_id = $1",
            account.Id
        );
        Assert.That((await account.CreativesAsync("mode=reached_or_passed")).Single().Number("qualified_leads"), Is.Zero);
    }

    [Test]
    public async Task A_change_that_is_not_committed_while_days_are_counted_is_in_the_answer_after_it()
    {
        var account = await AccountAsync();
        await using var slow = new NpgsqlConnection(Service.ConnectionString);
        await slow.OpenAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await using var change = new NpgsqlCommand(OfAccount("UPDATE leads SET is_test = true", account.Id), slow);
        await change.ExecuteNonQueryAsync();

        await account.InsertLeadsAsync(Noon.AddHours(1));
        await CountAsync(account);
        Assert.That(await LeadsAsync(account), Is.EqualTo(4));
        await transaction.CommitAsync();

        Assert.That(await LeadsAsync(account), Is.EqualTo(1));
        await CountAsync(account);
        Assert.That(await LeadsAsync(account), Is.EqualTo(1));
    }

    [Test]
    public async Task The_service_counts_changed_days_by_itself()
    {
        var account = await AccountAsync();
        await account.InsertLeadsAsync(Noon.AddDays(1));
        await RestAsync(account, "now");

        await TestAccount.UntilAsync(
            async () =>
                await Service.ScalarAsync<bool>(
                    "SELECT NOT EXISTS (SELECT FROM stale_days WHERE user_account_id = $1)",
                    account.Id
                ),
            () => "days are not counted"
        );
        Assert.That(await DaysAsync(account), Is.EqualTo(new[] { "2026-03-10", "2026-03-11" }));
    }

    /// <summary>Three leads of one day, two of them qualified, one of which is sold; the day is counted.</summary>
    private async Task<TestAccount> AccountAsync()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var creative = await account.CreativeAsync(await account.DirectionAsync());
        await account.InsertLeadsAsync(Noon, qualified: Noon.AddDays(1), count: 2, creative: creative);
        await account.InsertLeadsAsync(Noon, creative: creative);
        await account.InsertSaleAsync(creative, 100, "RUB");
        await Service.ExecuteAsync(
            """
            INSERT INTO amocrm_pipeline_stages (user_account_id, id, pipeline_id, status_id, pipeline_name, pipeline_sort, status_name,
              status_color, sort_order, status_type, is_qualified_stage, is_archived, created_at, updated_at)
            VALUES ($1, gen_random_uuid(), 1, 11, '', 0, '', '', 11, 0, true, false, now(), now())
            """,
            account.Id
        );
        await Service.ExecuteAsync(
            """
            INSERT INTO lead_stage_reached (user_account_id, amocrm_lead_id, pipeline_id, status_id, first_entered_at, last_entered_at)
            SELECT $1, amocrm_lead_id, 1, 11, created_at, created_at FROM leads WHERE user_account_id = $1
            """,
            account.Id
        );
        await CountAsync(account);
        await RestAsync(account, "infinity");
        Assert.That(
            await Service.ScalarAsync<long>("SELECT sum(leads) FROM cohort_days WHERE user_account_id = $1", account.Id),
            Is.EqualTo(3)
        );
        return account;
    }

    private static Task RestAsync(TestAccount account, string until) =>
        Service.ExecuteAsync(
            "UPDATE cohort_settings SET rests_until = $2::timestamptz WHERE user_account_id = $1",
            account.Id,
            until
        );

    private static Task CountAsync(TestAccount account) =>
        Service.Services.GetRequiredService<CohortDays>().CountAsync(new(account.Id), CancellationToken.None);

    /// <summary>Figures of a month in all modes, but for the instant they are of.</summary>
    private static async Task<string> FiguresAsync(TestAccount account)
    {
        string[] modes = ["mode=current", "mode=ever", "mode=reached_or_passed", "mode=within&days=10", "mode=judged"];
        List<string> answers = [];
        foreach (var mode in modes)
        {
            answers.Add($"{await account.FiguresAsync($"creatives?from=2026-03-01&to=2026-03-31&{mode}")}");
            answers.Add($"{await account.FiguresAsync($"trends?{mode}")}");
        }

        return Instant().Replace(string.Join('\n', answers), "");
    }

    private static async Task<IEnumerable<string?>> DaysAsync(TestAccount account) =>
        (await account.FiguresAsync("trends?"))
            .List("points")
            .Where(point => point.Number("total_leads") > 0)
            .Select(point => point.Text("date"));

    private static async Task<long?> LeadsAsync(TestAccount account) =>
        (await account.FiguresAsync("summary?")).GetProperty("leads").Number("value");

    private static string OfAccount(string changes, Guid account) =>
        string.Join(';', changes.Split(';').Select(change => $"{change} WHERE user_account_id = '{account}'"));

    [GeneratedRegex("\"as_of\":\"[^\"]*\"")]
    private static partial Regex Instant();
}
