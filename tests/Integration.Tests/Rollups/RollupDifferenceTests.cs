using AmoCrmQualification.Application.Rollups;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.Rollups;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Rollups;

/// <summary>A row that is not what the history says is told, and made so.</summary>
internal sealed class RollupDifferenceTests : ApiTest
{
    private const string Deal = "user_account_id = $1 AND amocrm_lead_id = 7";

    [TestCase("visits", "UPDATE amocrm_deals SET visit_stages[2] = 1")]
    [TestCase("visits", "UPDATE amocrm_deals SET visit_starts[1] = visit_starts[1] + 1")]
    [TestCase("visits", "UPDATE amocrm_deals SET visit_stages = NULL, visit_starts = NULL")]
    [TestCase("stages reached", "UPDATE lead_stage_reached SET first_entered_at = now()", 2)]
    [TestCase("stages reached", "UPDATE lead_stage_reached SET last_entered_at = now()", 2)]
    [TestCase("stages reached", "UPDATE lead_stage_reached SET status_id = status_id + 7", 4)]
    [TestCase("stages reached", "DELETE FROM lead_stage_reached", 2)]
    [TestCase("leads", "UPDATE leads SET current_pipeline_id = 12")]
    [TestCase("leads", "UPDATE leads SET current_status_id = 22")]
    [TestCase("leads", "UPDATE leads SET is_qualified = NOT is_qualified")]
    [TestCase("leads", "UPDATE leads SET first_qualified_at = now()")]
    [TestCase("leads", "UPDATE leads SET stages_reached = NULL")]
    [TestCase("leads", "UPDATE leads SET lost_from_status_id = NULL")]
    public async Task It_is_told_and_mended(string rollup, string damage, int rows = 1)
    {
        var account = await LostDealAsync(Service);
        await Service.ExecuteAsync($"{damage} WHERE {Deal}", account.Id);

        Assert.That(await VerifyAsync(account), Is.EqualTo(Enumerable.Repeat(rollup, rows)));
        Assert.That(await account.ItemsAsync("/api/alerts"), Has.One.Matches<JsonElement>(Differs(rows)));
        Assert.That(await Rollups(Service).RebuildAsync(new(account.Id), CancellationToken.None), Is.EqualTo(rows));
        Assert.That(await account.ItemsAsync("/api/alerts"), Has.None.Matches<JsonElement>(Differs(rows)));
        Assert.That(await VerifyAsync(account), Is.Empty);
    }

    [TestCase("UPDATE cohort_days SET leads = leads + 1")]
    [TestCase("UPDATE cohort_days SET created = created || created")]
    [TestCase("UPDATE cohort_days SET creative_id = gen_random_uuid()", 2)]
    [TestCase("DELETE FROM cohort_days")]
    public async Task A_day_that_is_not_what_its_leads_say_is_told_and_mended(string damage, int rows = 1)
    {
        var account = await LostDealAsync(Service);
        await account.SaleAsync(); // the loss is written down, and nothing more happens
        await Service.Services.GetRequiredService<CohortDays>().CountAsync(new(account.Id), CancellationToken.None);
        Assert.That(await VerifyAsync(account), Is.Empty);
        await Service.ExecuteAsync($"{damage} WHERE user_account_id = $1", account.Id);

        Assert.That(await VerifyAsync(account), Is.EqualTo(Enumerable.Repeat("cohort days", rows)));
        Assert.That(await Rollups(Service).RebuildAsync(new(account.Id), CancellationToken.None), Is.EqualTo(rows));
        Assert.That(await VerifyAsync(account), Is.Empty);
        Assert.That(
            await Service.ScalarAsync<long>("SELECT sum(leads) FROM cohort_days WHERE user_account_id = $1", account.Id),
            Is.EqualTo(1)
        );
    }

    [Test]
    public async Task The_commands_say_so_by_line_and_exit_code()
    {
        await using var service = await Service.StartAsync(); // others differ in the shared one, on purpose
        var account = await LostDealAsync(service);

        Assert.That(await RunAsync(service, "verify"), Is.EqualTo((0, "")));
        await service.ExecuteAsync($"UPDATE amocrm_deals SET visit_starts[1] = 5 WHERE {Deal}", account.Id);
        var (code, output) = await RunAsync(service, "verify");
        Assert.That((code, output.Split('\n')), Is.EqualTo((1, output.Split('\n')[..2])));
        Assert.That(output, Does.StartWith($"{account.Id} visits, deal 7: stored ").And.Contain("{5,"));
        Assert.That(await RunAsync(service, "rebuild"), Is.EqualTo((0, "Rows made anew: 1.\n")));
        Assert.That(await RunAsync(service, "verify"), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task The_schedule_raises_an_alert_that_lasts_as_long_as_it_is_so()
    {
        await using var service = await Service.StartAsync();
        var account = await LostDealAsync(service);
        await service.ExecuteAsync($"UPDATE amocrm_deals SET visit_starts[1] = 5 WHERE {Deal}", account.Id);

        await VerifyByScheduleAsync(service);
        await VerifyByScheduleAsync(service);
        Assert.That(await account.ItemsAsync("/api/alerts"), Has.One.Matches<JsonElement>(Differs(rows: 1)));
        await service.ExecuteAsync($"UPDATE amocrm_deals SET visit_starts[1] = {LeadForm.T0} WHERE {Deal}", account.Id);
        await VerifyByScheduleAsync(service);
        Assert.That(await account.ItemsAsync("/api/alerts"), Has.None.Matches<JsonElement>(Differs(rows: 1)));
    }

    /// <summary>A deal that was qualified and is lost.</summary>
    private static async Task<TestAccount> LostDealAsync(Service service)
    {
        var account = await TestAccount.OpenAsync(service, details: null);
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Замер");
        await account.SyncAsync();
        await account.FlagAsync(pipeline.Id, pipeline["Замер"]);
        await account.LinkedLeadAsync(7);
        await account.DeliverAsync(
            LeadForm.Status(7, pipeline.Id, pipeline["Замер"], LeadForm.T0),
            LeadForm.Status(7, pipeline.Id, 143, LeadForm.T0 + 60)
        );
        return account;
    }

    private static Predicate<JsonElement> Differs(int rows) =>
        alert => alert.Text("kind") == "rollups_differ" && alert.Number("count") == rows;

    private static async Task<List<string>> VerifyAsync(TestAccount account)
    {
        var found = new List<string>();
        await foreach (var difference in Rollups(Service).VerifyAsync(new UserAccountId(account.Id), CancellationToken.None))
            found.Add(difference.Rollup);
        return found;
    }

    private static async Task VerifyByScheduleAsync(Service service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VerifyRollupsCommand());
    }

    private static StoredRollups Rollups(Service service) => service.Services.GetRequiredService<StoredRollups>();

    private static async Task<(int Code, string Output)> RunAsync(Service service, string command)
    {
        await using var program = ApiProgram.Start(
            ["rollups", command],
            ("ConnectionStrings__Postgres", service.ConnectionString)
        );
        var code = await program.ExitsAsync();
        return (code, program.Output);
    }
}
