namespace AmoCrmQualification.Integration.Tests.Runs;

/// <summary>The clock plans runs for all connected accounts, and only for them.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ScheduleTests
{
    [Test]
    public async Task Runs_and_checks_of_connected_accounts_come_by_themselves()
    {
        await using var service = await Service.StartAsync(
            ("Schedules:PipelineSync", "*/5 * * * * ?"),
            ("Schedules:Reconciliation", "*/5 * * * * ?"),
            ("Schedules:WebhookCheck", "*/5 * * * * ?")
        );
        var account = await TestAccount.OpenAsync(service, details: null);
        account.Crm.Pipelines.Add("Продажи", "Новая");
        var unconnected = await TestAccount.OpenAsync(service, details: null, connect: false);

        await HasWebhookAsync(account); // of connecting
        account.Crm.Webhooks.Remove(account.Crm.Webhooks.All[0].Destination);

        await HasWebhookAsync(account);
        await TestAccount.UntilAsync(
            async () =>
            {
                var done = (await account.ItemsAsync("/api/sync-runs")).Where(run => run.Text("state") == "done").ToList();
                return done.Count(run => run.Text("kind") == "pipelines") > 1
                    && done.Count(run => run.Text("kind") == "reconciliation") > 1;
            },
            () => "no runs"
        );

        Assert.That((await account.GetAsync("/api/amocrm/pipelines")).List("pipelines"), Has.One.Items);
        Assert.That(await unconnected.ItemsAsync("/api/sync-runs"), Is.Empty);
        var ids = await service.RowsAsync("SELECT id::text FROM sync_runs");
        Assert.That(ids.Select(row => ((string)row[0])[14]), Is.All.EqualTo('7'), "ids are of version 7");
    }

    [Test]
    public async Task Each_kind_of_work_has_its_times_in_UTC_whatever_the_number_of_accounts()
    {
        await using var service = await Service.StartAsync([.. Service.NothingByTheClock.Select(s => (s.Key, ""))]);

        var times = await service.RowsAsync(
            "SELECT trigger_name || ' ' || cron_expression || ' ' || time_zone_id FROM qrtz_cron_triggers"
        );

        Assert.That(
            times.Select(row => row[0]),
            Is.EquivalentTo([
                "pipeline-sync 0 0 */12 * * ? UTC",
                "reconciliation 0 0 */6 * * ? UTC",
                "webhook-check 0 */15 * * * ? UTC",
                "silence 0 7/15 * * * ? UTC",
                "messages 0 * * * * ? UTC",
                "retention 0 40 3 * * ? UTC",
                "rollups 0 10 4 * * ? UTC",
            ])
        );
    }

    [Test]
    public async Task A_run_that_is_planned_for_later_is_not_shown_and_comes_at_once_when_asked_for()
    {
        await using var service = await Service.StartAsync();
        var account = await TestAccount.OpenAsync(service, details: null);
        var planned = Guid.CreateVersion7();
        await service.ExecuteAsync(
            "INSERT INTO sync_runs (user_account_id, id, kind, state, requested_at, due_at) VALUES ($1, $2, 'reconciliation', 'running', now(), now() + interval '5 hours')",
            account.Id,
            planned
        );
        var shown = await account.ItemsAsync("/api/sync-runs");

        var asked = await account.AskToReconcileAsync();

        Assert.That(shown.Select(run => run.Text("kind")), Is.EqualTo(["backfill"]), "only that of connecting");
        Assert.That(asked, Is.EqualTo(planned));
        Assert.That((await account.EndedAsync(asked)).Text("state"), Is.EqualTo("done"));
    }

    private static Task HasWebhookAsync(TestAccount account) =>
        TestAccount.UntilAsync(() => Task.FromResult(account.Crm.Webhooks.All.Count == 1), () => "there is no webhook");
}
