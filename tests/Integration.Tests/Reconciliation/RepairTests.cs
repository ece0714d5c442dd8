namespace AmoCrmQualification.Integration.Tests.Reconciliation;

/// <summary>What events do not tell is repaired from how deals stand; what only looks like a change is left alone.</summary>
internal sealed class RepairTests : ReconciliationTest
{
    [Test]
    public async Task A_stage_whose_event_is_gone_is_found_by_looking()
    {
        var account = await SellerAsync();
        var deal = Deal(account, Start);
        var lead = await account.LinkedLeadAsync(deal.Id);
        Move(account, deal, "Договор", Start + 60);
        account.Crm.Events.Forget();

        var run = await account.ReconcileAsync();

        Assert.That(await WayAsync(account, lead), Is.EqualTo("Договор@60"));
        Assert.That(await SourcesAsync(account, lead), Is.EqualTo(["poll"]));
        Assert.That(run.Number("changed"), Is.EqualTo(1));
        Assert.That((await account.HistoryAsync(lead))[0].GetProperty("webhook_data").Number("id"), Is.EqualTo(deal.Id));
        Assert.That((await account.ReconcileAsync()).Number("changed"), Is.Zero);
    }

    [Test]
    public async Task A_deal_that_never_moved_has_been_in_its_stage_since_it_was_made()
    {
        var account = await SellerAsync();
        var deal = Deal(account, Start);
        account.Crm.Leads.SetPrice(deal.Id, 50, at: Start + 500);
        var lead = await account.LinkedLeadAsync(deal.Id);

        await account.ReconcileAsync();

        Assert.That(await WayAsync(account, lead), Is.EqualTo("Новая@0"));
    }

    [Test]
    public async Task A_price_that_drifted_is_taken_over_and_the_sale_with_it()
    {
        var account = await SellerAsync();
        var deal = Deal(account, Start, price: 10);
        await account.LinkedLeadAsync(deal.Id);
        await account.DeliverAsync(LeadForm.Status(account.Crm.Leads.Win(deal.Id, at: Start + 60)));
        await account.SaleAsync(sale => sale.Number("amount") == 10);
        account.Crm.Leads.SetPrice(deal.Id, 90, at: Start + 120);
        account.Crm.Events.Forget();

        var run = await account.ReconcileAsync();

        await account.SaleAsync(sale => sale.Number("amount") == 90);
        Assert.That(run.Number("changed"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_deal_that_amoCRM_does_not_show_is_not_deleted_for_that()
    {
        var account = await SellerAsync();
        var deal = Deal(account, Start);
        var lead = await account.LinkedLeadAsync(deal.Id);
        await account.ReconcileAsync();
        account.Crm.Leads.Forget(deal.Id);

        await account.ReconcileAsync();

        Assert.That((await account.LeadByIdAsync(lead)).Flag("is_deleted"), Is.False);
    }

    [Test]
    public async Task A_deletion_that_the_journal_tells_counts_and_so_does_bringing_back()
    {
        var account = await SellerAsync();
        var deal = Deal(account, Start);
        var lead = await account.LinkedLeadAsync(deal.Id);
        await account.ReconcileAsync();
        account.Crm.Leads.Delete(deal.Id, at: Lately);
        await account.ReconcileAsync();
        Assert.That((await account.LeadByIdAsync(lead)).Flag("is_deleted"), Is.True);

        account.Crm.Leads.Restore(deal.Id, at: Lately + 10);
        var run = await account.ReconcileAsync();

        Assert.That((await account.LeadByIdAsync(lead)).Flag("is_deleted"), Is.False);
        Assert.That(run.Number("changed"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_deal_that_amoCRM_shows_is_not_deleted_whatever_was_told()
    {
        var account = await SellerAsync();
        var deal = Deal(account, Start);
        var lead = await account.LinkedLeadAsync(deal.Id);
        await account.DeliverAsync(LeadForm.Status(deal), LeadForm.Delete(deal.Id));
        Assert.That((await account.LeadByIdAsync(lead)).Flag("is_deleted"), Is.True);

        await account.ReconcileAsync();

        Assert.That((await account.LeadByIdAsync(lead)).Flag("is_deleted"), Is.False);
    }

    [Test]
    public async Task Deals_that_nobody_asked_for_are_kept_for_when_they_are_linked()
    {
        var account = await SellerAsync();
        var (quiet, moved) = (Deal(account, Start), Deal(account, Start + 1));
        Move(account, moved, "Замер", Start + 60);

        var run = await account.ReconcileAsync();

        var known = await Service.RowsAsync(
            "SELECT amocrm_lead_id FROM amocrm_deals WHERE user_account_id = $1 ORDER BY 1",
            account.Id
        );
        Assert.That(known.Select(row => row[0]), Is.EqualTo([quiet.Id, moved.Id]));
        Assert.That(run.Number("changed"), Is.Zero, "they belong to no lead");
        var lead = await account.LinkedLeadAsync(moved.Id);
        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo($"{moved.PipelineId}/{Stage(account, "Замер")}"));
    }

    [Test]
    public async Task The_deal_of_an_erased_person_is_not_asked_about()
    {
        var account = await SellerAsync();
        var deal = Deal(account, Start);
        var lead = await account.LinkedLeadAsync(deal.Id);
        await account.Client.DeleteAsync($"/api/leads/{lead.Id()}");
        Service.Amo.ClearRequests();

        await account.ReconcileAsync();

        Assert.That(CallsTo(account, "/api/v4/leads"), Is.Empty);
    }

    [Test]
    public async Task A_stage_that_no_sync_has_told_of_starts_one()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новая");
        await account.LinkedLeadAsync(Deal(account, Start).Id);

        await account.ReconcileAsync();

        await TestAccount.UntilAsync(
            async () => (await account.GetAsync("/api/amocrm/pipelines")).List("pipelines").Count == 1,
            () => "the pipelines are not known"
        );
    }

    [Test]
    public async Task Text_that_PostgreSQL_cannot_store_does_not_stop_a_run()
    {
        var account = await SellerAsync();
        var deal = account.Crm.Leads.Create(new() { At = Start, Name = "a\0b\\u0000 \ud83d\ude00" });
        var lead = await account.LinkedLeadAsync(deal.Id);

        await account.ReconcileAsync();

        var data = (await account.HistoryAsync(lead))[0].GetProperty("webhook_data");
        Assert.That(data.Text("name"), Is.EqualTo("a\uFFFDb\\u0000 \ud83d\ude00"));
    }
}
