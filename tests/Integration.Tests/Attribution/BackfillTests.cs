using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Attribution;

/// <summary>Deals that other integrations made before the account was connected.</summary>
internal sealed class BackfillTests : BackfillTest
{
    [Test]
    public async Task Connecting_brings_every_deal_with_its_person_marks_and_past()
    {
        var account = await AdoptingAsync();
        var creative = await CreativeAsync(account, "Кухня", [Ad]);
        var crm = ForeignDeals();
        account = await ConnectedAsync(account, crm);

        var run = await LastRunAsync(account, "backfill");
        var leads = await account.ItemsAsync("/api/leads?limit=500");
        Assert.Multiple(() =>
        {
            Assert.That(run.Text("state"), Is.EqualTo("done"), run.ToString());
            Assert.That(run.Number("done"), Is.EqualTo(Deals));
            Assert.That(run.Number("total"), Is.EqualTo(Deals));
            Assert.That(leads, Has.Count.EqualTo(Deals));
            Assert.That(leads.Count(lead => !lead.IsNull("creative_id")), Is.EqualTo(Deals / 2));
        });
        var moved = leads.Single(lead =>
            lead.Number("amocrm_lead_id") == crm.Leads.All.First(l => l.StatusId == Stage(crm, 1)).Id
        );
        var deal = crm.Leads.Get(moved.Number("amocrm_lead_id")!.Value);
        var way = (await account.HistoryAsync(moved)).Select(row =>
            (row.Number("to_status_id"), row.Time("changed_at")!.Value.ToUnixTimeSeconds())
        );
        Assert.Multiple(() =>
        {
            Assert.That(moved.GetProperty("creative_id").GetGuid(), Is.EqualTo(creative));
            Assert.That(moved.Text("name"), Does.StartWith("Клиент "));
            Assert.That(moved.Text("phone"), Does.StartWith("8 (916)"));
            Assert.That(moved.Text("email"), Does.EndWith("@example.test"));
            Assert.That(moved.Number("deal_price"), Is.EqualTo(5000));
            Assert.That(moved.Time("created_at")!.Value.ToUnixTimeSeconds(), Is.EqualTo(deal.CreatedAt));
            Assert.That(way, Is.EqualTo([(Stage(crm, 0), deal.CreatedAt), (Stage(crm, 1), deal.CreatedAt + 3600)]));
        });
        Assert.That(
            await account.Service.ScalarAsync<long>(
                "SELECT count(*) FROM outbox WHERE user_account_id = $1 AND kind = 'match_deal'",
                account.Id
            ),
            Is.Zero,
            "nobody needs to ask for contacts again"
        );
    }

    [Test]
    public async Task A_second_backfill_changes_nothing()
    {
        var account = await ConnectedAsync(await AdoptingAsync(), ForeignDeals(60));
        var before = await StateAsync(account);
        await ChangeAsync(account, new { adopt_from = "2020-01-01" });

        var run = await LastRunAsync(account, "backfill");
        Assert.Multiple(() =>
        {
            Assert.That(run.Text("state"), Is.EqualTo("done"), run.ToString());
            Assert.That(run.Number("changed"), Is.Zero);
            Assert.That(run.Number("done"), Is.EqualTo(60));
        });
        Assert.That(await StateAsync(account), Is.EqualTo(before));
    }

    [Test]
    public async Task Where_nothing_is_adopted_no_deal_is_read_until_that_is_changed()
    {
        var crm = ForeignDeals(20);
        var account = await ConnectedAsync(await AdoptingAsync("off"), crm);
        Assert.That(await account.ItemsAsync("/api/leads"), Is.Empty);

        await ChangeAsync(account, new { adopt_deals = "with_marks" });
        Assert.That(await account.ItemsAsync("/api/leads"), Has.Count.EqualTo(10));

        await ChangeAsync(account, new { adopt_deals = "all" });
        Assert.That(await account.ItemsAsync("/api/leads"), Has.Count.EqualTo(20));
    }

    [Test]
    public async Task A_lead_with_the_phone_of_a_deal_takes_it_over_and_a_deleted_deal_stays_outside()
    {
        var crm = ForeignDeals(4);
        var account = await AdoptingAsync();
        var recent = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 86_400;
        var own = crm.Leads.Create(
            new NewLead
            {
                At = recent,
                Contact = new() { Name = "Анна", Phones = ["+7 916 555-44-33"] },
            }
        );
        var trash = crm.Leads.Create(new NewLead { At = recent });
        crm.Leads.Delete(trash.Id);
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79165554433",
                push = false,
            }
        );
        account = await ConnectedAsync(account, crm);

        var leads = await account.ItemsAsync("/api/leads");
        Assert.Multiple(() =>
        {
            Assert.That(leads, Has.Count.EqualTo(5));
            Assert.That(leads.Single(l => l.Number("amocrm_lead_id") == own.Id).Id(), Is.EqualTo(lead.Id()));
        });
    }

    [Test]
    public async Task A_webhook_before_and_after_ends_in_the_same_state()
    {
        var crm = ForeignDeals(2);
        var deal = crm.Leads.All.First();
        var hook = Hook(
            deal.Id,
            "update",
            deal.StatusId,
            DateTimeOffset.FromUnixTimeSeconds(deal.UpdatedAt),
            DateTimeOffset.FromUnixTimeSeconds(deal.CreatedAt),
            ("UTM_CONTENT", Ad)
        );
        var states = new List<string>();
        foreach (var isBefore in new[] { true, false })
        {
            var account = await AdoptingAsync();
            if (isBefore)
                await account.DeliverAsync(hook);
            account = await ConnectedAsync(account, crm);
            if (!isBefore)
                await account.DeliverAsync(hook);
            states.Add(await StateAsync(account));
            await JsonAsync(
                await account.Client.DeleteAsync($"/api/user-accounts/{account.Id}/amocrm-connection"),
                HttpStatusCode.NoContent
            );
        }

        Assert.That(states[1], Is.EqualTo(states[0]));
    }

    [Test]
    public async Task Reconciliation_adopts_a_deal_that_nobody_told_of()
    {
        var crm = ForeignDeals(2);
        var account = await ConnectedAsync(await AdoptingAsync(), crm);
        crm.Leads.Create(
            new NewLead
            {
                Silent = true,
                Contact = new() { Name = "Пётр", Phones = ["+7 916 000-00-99"] },
            }
        );
        await account.ReconcileAsync();

        var leads = await account.ItemsAsync("/api/leads");
        Assert.That(leads.Select(lead => lead.Text("name")), Has.One.EqualTo("Пётр"));
    }

    [Test]
    public async Task Reconciliation_sees_a_mark_and_a_person_in_charge_that_no_webhook_told_of()
    {
        var crm = ForeignDeals(3);
        var account = await AdoptingAsync();
        var creative = await CreativeAsync(account, "Кухня", [Ad]);
        account = await ConnectedAsync(account, crm);
        await account.ReconcileAsync();
        var deal = crm.Leads.All[0];
        crm.Leads.SetField(deal.Id, "UTM_CONTENT", Ad);
        crm.Leads.Change(deal.Id, d => d with { ResponsibleUserId = 4242 });

        await account.ReconcileAsync();

        var lead = (await account.ItemsAsync("/api/leads")).Single(l => l.Number("amocrm_lead_id") == deal.Id);
        Assert.Multiple(() =>
        {
            Assert.That(lead.GetProperty("creative_id").GetGuid(), Is.EqualTo(creative));
            Assert.That(lead.Text("utm_content"), Is.EqualTo(Ad));
            Assert.That(lead.Number("responsible_user_id"), Is.EqualTo(4242));
        });
    }

    [Test]
    public async Task Reconciliation_adopts_an_old_deal_that_got_its_mark_later()
    {
        var crm = ForeignDeals(3);
        var account = await ConnectedAsync(await AdoptingAsync("with_marks"), crm);
        await account.ReconcileAsync();
        var before = await account.ItemsAsync("/api/leads");
        var deal = crm.Leads.All[0];
        crm.Leads.SetField(deal.Id, "UTM_CONTENT", Ad);

        await account.ReconcileAsync();

        Assert.That(before.Select(lead => lead.Number("amocrm_lead_id")), Has.No.Member(deal.Id));
        var lead = (await account.ItemsAsync("/api/leads")).Single(l => l.Number("amocrm_lead_id") == deal.Id);
        Assert.That(lead.Time("created_at")!.Value.ToUnixTimeSeconds(), Is.EqualTo(deal.CreatedAt));
        Assert.That(
            (await account.HistoryAsync(lead)).Select(row => row.Time("changed_at")!.Value.ToUnixTimeSeconds()),
            Is.EqualTo([deal.CreatedAt]),
            "with its own past"
        );
    }
}
