namespace AmoCrmQualification.Integration.Tests.Ledger;

internal sealed class UnmatchedDealTests : ApiTest
{
    [Test]
    public async Task A_deal_that_is_not_known_here_is_kept_and_attached_when_its_lead_comes_in()
    {
        var account = await AccountAsync();
        var sales = account.Crm.Pipelines.Add("Продажи", "Новая", "Квалифицирован");
        await account.SyncAsync();
        await account.FlagAsync(sales.Id, sales["Квалифицирован"]);
        await account.DeliverAsync(
            LeadForm.Add(7, sales.Id, sales["Новая"], LeadForm.T0),
            LeadForm.Status(7, sales.Id, sales["Квалифицирован"], LeadForm.T0 + 5, oldStatus: sales["Новая"])
        );
        var unmatched = await account.DeliveriesAsync("unmatched");

        var lead = await account.LinkedLeadAsync(7);

        Assert.Multiple(() =>
        {
            Assert.That(unmatched, Has.Count.EqualTo(2));
            Assert.That(lead.Stage(), Is.EqualTo($"{sales.Id}/{sales["Квалифицирован"]}"));
            Assert.That(lead.Flag("is_qualified"), Is.True);
            Assert.That(lead.Time("first_qualified_at"), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(LeadForm.T0 + 5)));
        });
        Assert.That(await account.HistoryAsync(lead), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_deal_that_was_deleted_before_its_lead_came_in_gives_a_deleted_lead()
    {
        var account = await UnconnectedAccountAsync();
        await account.DeliverAsync(LeadForm.Delete(7));

        Assert.That((await account.LinkedLeadAsync(7)).Flag("is_deleted"), Is.True);
    }

    [Test]
    public async Task A_deal_is_unmatched_only_as_long_as_it_has_no_lead()
    {
        var account = await UnconnectedAccountAsync();
        await account.DeliverAsync(LeadForm.Status(7, 11, 21, LeadForm.T0));
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(LeadForm.Status(7, 11, 22, LeadForm.T0 + 5));

        Assert.That(await account.ToldAsync(), Is.EqualTo(["lead 7 status: applied"]));
        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/21 @0", "11/21 > 11/22 @5"]));
    }

    [Test]
    public async Task A_lead_linked_before_any_webhook_has_no_stage()
    {
        var account = await UnconnectedAccountAsync();

        var lead = await account.LinkedLeadAsync(7);

        Assert.That(lead.Stage(), Is.EqualTo("-/-"));
        Assert.That(lead.Text("amocrm_push"), Is.EqualTo("not_needed"));
        Assert.That(await account.HistoryAsync(lead), Is.Empty);
    }

    [Test]
    public async Task A_second_lead_for_a_deal_is_a_conflict_and_the_first_keeps_it()
    {
        var account = await UnconnectedAccountAsync();
        var first = await account.LinkedLeadAsync(7);

        var second = await account.Client.PostAsJsonAsync(
            account.Url("/api/leads"),
            new
            {
                source_type = "website",
                phone = "+79160000000",
                amocrm_lead_id = 7,
            }
        );

        await ProblemAsync(second, HttpStatusCode.Conflict, "conflict", "lead_already_linked");
        Assert.That((await account.ItemsAsync("/api/leads")).Single().Text("id"), Is.EqualTo(first.Text("id")));
    }

    [Test]
    public async Task Two_accounts_may_have_deals_of_the_same_id()
    {
        var (one, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        var (lead, untouched) = (await one.LinkedLeadAsync(7), await other.LinkedLeadAsync(7));

        await one.DeliverAsync(LeadForm.Status(7, 11, 22, LeadForm.T0));

        Assert.That((await one.LeadByIdAsync(lead)).Stage(), Is.EqualTo("11/22"));
        Assert.That((await other.LeadByIdAsync(untouched)).Stage(), Is.EqualTo("-/-"));
    }
}
