namespace AmoCrmQualification.Integration.Tests.Reconciliation;

/// <summary>Whatever hooks were lost, late or doubled: after a reconciliation the history is what happened in amoCRM, times included.</summary>
internal sealed class MissedHooksTests : ReconciliationTest
{
    [Test]
    public async Task Every_third_status_hook_is_lost([Range(1, 6)] int seed)
    {
        var (account, lives, leads) = await LivesAsync(seed);
        var hooks = lives.Live(60, Start + 100);

        await account.DeliverAsync([.. lives.Adds(), .. hooks.Where((_, i) => i % 3 != 2).SelectMany(h => h)]);
        var run = await account.ReconcileAsync();

        await lives.AssertIsHistoryAsync(account, leads);
        Assert.That(run.Number("changed"), Is.Positive);
        Assert.That((await account.ReconcileAsync()).Number("changed"), Is.Zero, "done again at once it changes nothing");
        await lives.AssertIsHistoryAsync(account, leads);
    }

    [Test]
    public async Task Hooks_are_reordered_doubled_and_late_with_a_reconciliation_in_the_middle([Range(11, 14)] int seed)
    {
        var (account, lives, leads) = await LivesAsync(seed);
        var random = new Random(seed);
        var hooks = lives.Adds().Concat(lives.Live(40, Start + 100).SelectMany(h => h)).ToArray();
        var all = hooks.Concat(hooks.Where(_ => random.Next(3) == 0)).Where(_ => random.Next(4) != 0).ToArray();
        random.Shuffle(all);

        await account.DeliverAsync(all[..(all.Length / 2)]);
        var run = await account.AskToReconcileAsync();
        await Task.WhenAll(all[(all.Length / 2)..].Select(account.PostFormAsync));
        await account.EndedAsync(run);
        await account.SettleAsync();
        await account.ReconcileAsync();

        await lives.AssertIsHistoryAsync(account, leads);
    }

    [Test]
    public async Task No_hook_comes_for_a_day([Range(21, 22)] int seed)
    {
        var (account, lives, leads) = await LivesAsync(seed);
        await account.DeliverAsync([.. lives.Adds(), .. lives.Live(20, Start + 100).SelectMany(h => h)]);
        await account.ReconcileAsync();

        lives.Live(40, Lately, step: 8);
        await account.DeliverAsync([.. lives.Live(10, Lately + 400, step: 8).SelectMany(h => h)]);
        await account.ReconcileAsync();

        await lives.AssertIsHistoryAsync(account, leads);
    }

    [Test]
    public async Task An_account_without_any_webhook_lives_by_reconciliation_alone([Range(31, 33)] int seed)
    {
        var (account, lives, leads) = await LivesAsync(seed);
        lives.Live(30, Start + 100);
        await account.ReconcileAsync();
        await lives.AssertIsHistoryAsync(account, leads);

        lives.Live(30, Lately, step: 10);
        await account.ReconcileAsync();

        await lives.AssertIsHistoryAsync(account, leads);
        Assert.That((await account.ReconcileAsync()).Number("changed"), Is.Zero);
    }

    [Test]
    public async Task A_deal_that_is_linked_after_its_time_gets_all_of_its_history()
    {
        var account = await SellerAsync();
        var lives = new CrmLives(account.Crm, seed: 41);
        lives.Begin(1, Start);
        lives.Live(10, Start + 100);
        await account.ReconcileAsync();
        // Known from the account's events already: it is there as soon as the lead is.
        var known = await account.LinkedLeadAsync(lives.Deals[0].Id);
        Assert.That(await account.HistoryAsync(known), Has.Count.AtLeast(10));

        await account.ReconcileAsync();

        await lives.AssertIsHistoryAsync(account, [known]);
    }

    [Test]
    public async Task A_deal_older_than_what_was_read_is_asked_for_its_own_events()
    {
        var account = await SellerAsync();
        await account.ReconcileAsync();
        var lives = new CrmLives(account.Crm, seed: 42);
        lives.Begin(1, Start - 40_000_000);
        lives.Live(10, Start - 39_000_000);
        var lead = await account.LinkedLeadAsync(lives.Deals[0].Id);

        await account.ReconcileAsync();

        await lives.AssertIsHistoryAsync(account, [lead]);
        Assert.That(await SourcesAsync(account, lead), Is.All.EqualTo("events_api"));
    }

    [Test]
    public async Task Events_come_with_both_ends_and_as_amoCRM_told_them()
    {
        var account = await SellerAsync();
        var other = account.Crm.Pipelines.Add("Сервис", "Заявка");
        var deal = Deal(account, Start);
        var lead = await account.LinkedLeadAsync(deal.Id);
        account.Crm.Leads.Move(deal.Id, other["Заявка"], other.Id, at: Start + 60);

        await account.ReconcileAsync();

        var row = (await account.HistoryAsync(lead))[^1];
        Assert.Multiple(() =>
        {
            Assert.That(row.Number("from_pipeline_id"), Is.EqualTo(deal.PipelineId));
            Assert.That(row.Number("to_pipeline_id"), Is.EqualTo(other.Id));
            Assert.That(row.Text("source"), Is.EqualTo("events_api"));
            Assert.That(row.GetProperty("webhook_data").Text("type"), Is.EqualTo("lead_status_changed"));
        });
    }

    private async Task<(TestAccount Account, CrmLives Lives, List<JsonElement> Leads)> LivesAsync(int seed)
    {
        var account = await SellerAsync();
        account.Crm.Pipelines.Add("Сервис", "Заявка", "Выезд");
        await account.SyncAsync();
        var lives = new CrmLives(account.Crm, seed);
        lives.Begin(6, Start);
        var leads = new List<JsonElement>();
        foreach (var deal in lives.Deals)
            leads.Add(await account.LinkedLeadAsync(deal.Id));
        return (account, lives, leads);
    }
}
