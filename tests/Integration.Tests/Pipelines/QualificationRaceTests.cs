using AmoCrmQualification.Sandbox.World;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Pipelines;

/// <summary>Whatever runs at once, every lead ends as the flag of its stage says.</summary>
internal sealed class QualificationRaceTests : ApiTest
{
    private const int Leads = 30;
    private const int Rounds = 8;

    [Test]
    public async Task Two_syncs_at_once_store_every_stage_once()
    {
        var account = await AccountAsync();
        account.Crm.Switches = account.Crm.Switches with { RateLimitPerSecond = null };
        account.Crm.Pipelines.Add("Продажи", "Новый", "Замер");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines"))
        );

        Assert.That(answers.Select(a => a.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        var pipelines = (await account.GetAsync("/api/amocrm/pipelines")).List("pipelines");
        Assert.That(
            pipelines.Single().List("stages").Select(s => s.Number("status_id")).ToList(),
            Has.Count.EqualTo(5).And.Unique
        );
    }

    [Test]
    public async Task A_flag_syncs_and_webhooks_at_once_end_consistent()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый", "Замер");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        var stage = (await account.GetAsync("/api/amocrm/pipelines"))
            .List("pipelines")[0]
            .List("stages")
            .Single(s => s.Number("status_id") == pipeline["Замер"]);
        for (var deal = 1; deal <= Leads; deal++)
            await account.LinkedLeadAsync(deal);

        await Task.WhenAll(
            ToggleAsync(account, stage.Id()),
            SyncAsync(account),
            MoveAsync(account, pipeline, pipeline["Замер"], first: 0),
            MoveAsync(account, pipeline, CrmStage.Won, first: 1000)
        );
        await account.SettleAsync();

        Assert.That(await InconsistentAsync(account, FlagDiffers), Is.Zero, "is_qualified is the flag of the stage");
        Assert.That(await InconsistentAsync(account, FirstDiffers), Is.Zero, "first_qualified_at is the first entry");
        Assert.That(await InconsistentAsync(account, "l.current_status_id IS NOT NULL"), Is.EqualTo(Leads));
    }

    [Test]
    public async Task A_lead_that_enters_a_stage_while_it_is_being_flagged_is_not_forgotten()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый", "Замер");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        var stage = (await account.GetAsync("/api/amocrm/pipelines"))
            .List("pipelines")[0]
            .List("stages")
            .Single(s => s.Number("status_id") == pipeline["Замер"]);
        await account.LinkedLeadAsync(deal: 1);
        var entering = await account.LinkedLeadAsync(deal: 2);
        await account.DeliverAsync(LeadForm.Status(1, pipeline.Id, pipeline["Замер"], LeadForm.T0));

        // A lead in the stage is held, so that the flag waits in the middle of its recalculation.
        await using var holder = new NpgsqlConnection(Service.ConnectionString);
        await holder.OpenAsync();
        await using var held = await holder.BeginTransactionAsync();
        await HoldAsync(holder, account);
        var url = $"/api/amocrm/pipeline-stages/{stage.Id()}";
        var flagging = account.Client.AskAsync(HttpMethod.Patch, url, new { is_qualified_stage = true });
        await TestAccount.UntilAsync(
            async () => await BlockedByAsync(holder.ProcessID, "SELECT $1") > 0,
            () => "the flag does not wait for the lead"
        );
        await account.PostFormAsync(LeadForm.Status(2, pipeline.Id, pipeline["Замер"], LeadForm.T0));
        await TestAccount.UntilAsync(
            async () =>
                await BlockedByAsync(holder.ProcessID, Waiting) > 0
                || (await account.ItemsAsync("/api/webhook-deliveries?state=pending")).Count == 0,
            () => "the delivery neither waits nor takes effect"
        );
        await held.CommitAsync();

        await JsonAsync(await flagging);
        await account.SettleAsync();
        Assert.That((await account.LeadByIdAsync(entering)).Flag("is_qualified"));
        Assert.That(await InconsistentAsync(account, FlagDiffers), Is.Zero);
    }

    /// <summary>Those who wait for the process that the given one blocks.</summary>
    private const string Waiting =
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND $1 = ANY (pg_blocking_pids(pid))";

    private static Task<long> BlockedByAsync(int process, string blockers) =>
        Service.ScalarAsync<long>(
            $"""
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pg_blocking_pids(pid) && ARRAY({blockers})
            """,
            process
        );

    private static async Task HoldAsync(NpgsqlConnection holder, TestAccount account)
    {
        await using var command = new NpgsqlCommand(
            "SELECT 1 FROM leads WHERE user_account_id = $1 AND amocrm_lead_id = 1 FOR UPDATE",
            holder
        )
        {
            Parameters = { new() { Value = account.Id } },
        };
        await command.ExecuteNonQueryAsync();
    }

    private const string FlagDiffers = """
        l.is_qualified IS DISTINCT FROM coalesce(
          (SELECT s.is_qualified_stage FROM amocrm_pipeline_stages s
           WHERE s.user_account_id = l.user_account_id
             AND s.pipeline_id = l.current_pipeline_id AND s.status_id = l.current_status_id), false)
        """;

    private const string FirstDiffers = """
        l.first_qualified_at IS DISTINCT FROM
          (SELECT min(h.changed_at) FROM amocrm_lead_status_history h
           JOIN amocrm_pipeline_stages s ON s.user_account_id = h.user_account_id
             AND s.pipeline_id = h.to_pipeline_id AND s.status_id = h.to_status_id AND s.is_qualified_stage
           WHERE h.user_account_id = l.user_account_id AND h.amocrm_lead_id = l.amocrm_lead_id)
        """;

    private static Task<long> InconsistentAsync(TestAccount account, string condition) =>
        Service.ScalarAsync<long>($"SELECT count(*) FROM leads l WHERE l.user_account_id = $1 AND {condition}", account.Id);

    private static async Task ToggleAsync(TestAccount account, Guid stage)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var body = new { is_qualified_stage = round % 2 == 0 };
            await JsonAsync(await account.Client.AskAsync(HttpMethod.Patch, $"/api/amocrm/pipeline-stages/{stage}", body));
        }
    }

    private static async Task SyncAsync(TestAccount account)
    {
        for (var round = 0; round < 3; round++)
            await account.PostAsync("/api/amocrm/sync-pipelines");
    }

    private static async Task MoveAsync(TestAccount account, CrmPipeline pipeline, long status, int first)
    {
        for (var round = 0; round < Rounds; round++)
        {
            for (var deal = 1; deal <= Leads; deal += 3)
            {
                var to = round % 2 == 0 ? status : pipeline["Новый"];
                var form = string.Join(
                    '&',
                    Enumerable
                        .Range(0, Math.Min(3, Leads - deal + 1))
                        .Select(i =>
                            LeadForm.Build(
                                "status",
                                i,
                                LeadForm.Fields(deal + i, pipeline.Id, to, LeadForm.T0 + first + round, null, "0")
                            )
                        )
                );
                var answer = await account.PostFormAsync(form);
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            }
        }
    }
}
