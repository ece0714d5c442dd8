using AmoCrmQualification.Integration.Tests.Reconciliation;

namespace AmoCrmQualification.Integration.Tests.Runs;

/// <summary>An account that is connected for the first time gets all that happened before.</summary>
internal sealed class FirstConnectionTests : ReconciliationTest
{
    [Test]
    public async Task Leads_that_were_linked_before_get_the_past_of_their_deals_with_its_times()
    {
        var account = await UnconnectedAccountAsync();
        var crm = Service.Amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новая", "Замер", "Договор");
        var lives = new CrmLives(crm, seed: 61);
        lives.Begin(5, Start - 8_000_000);
        lives.Live(60, Start - 7_900_000, step: 200_000);
        List<System.Text.Json.JsonElement> leads = [];
        foreach (var deal in lives.Deals)
            leads.Add(await account.LinkedLeadAsync(deal.Id));

        var connected = await account.ConnectAsync(crm);
        await connected.QuietAsync();

        var run = (await connected.ItemsAsync("/api/sync-runs")).Single(r => r.Text("kind") == "backfill");
        Assert.Multiple(() =>
        {
            Assert.That(run.Text("state"), Is.EqualTo("done"));
            Assert.That(run.Number("done"), Is.EqualTo(lives.Deals.Count));
            Assert.That(run.Number("total"), Is.EqualTo(lives.Deals.Count));
            Assert.That(run.Number("changed"), Is.EqualTo(lives.Deals.Sum(deal => lives.Truth(deal).Count)));
        });
        await lives.AssertIsHistoryAsync(connected, leads);
    }
}
