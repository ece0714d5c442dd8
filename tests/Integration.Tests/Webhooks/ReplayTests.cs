using System.Net;
using AmoCrmQualification.Integration.Tests.Support;

namespace AmoCrmQualification.Integration.Tests.Webhooks;

internal sealed class ReplayTests : ApiTest
{
    private static readonly DateTimeOffset s_hourAgo = TimeProvider.System.GetUtcNow().AddHours(-1);
    private static readonly DateTimeOffset s_hourAhead = s_hourAgo.AddHours(2);

    [Test]
    public async Task Replaying_everything_changes_neither_lead_nor_history_nor_sale_nor_counts()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);
        await account.DeliverAsync(
            LeadForm.Status(7, 11, 21, LeadForm.T0),
            LeadForm.Status(7, 11, 142, LeadForm.T0 + 5, price: "500")
        );
        await account.SaleAsync();
        var before = await EverythingAsync(account, lead);

        foreach (var delivery in await account.DeliveriesAsync())
            await account.ReplayAsync(delivery);
        await account.RecoverAsync(s_hourAgo, null, "processed");

        Assert.That(await EverythingAsync(account, lead), Is.EqualTo(before));
        Assert.That(await account.ToldAsync(), Is.EqualTo(["lead 7 status: repeated"]));
    }

    [Test]
    public async Task Recovery_takes_the_states_and_the_time_it_is_given()
    {
        var account = await UnconnectedAccountAsync();
        await account.LinkedLeadAsync(7);
        await account.DeliverAsync(
            LeadForm.Status(7, 11, 21, LeadForm.T0),
            LeadForm.Status(7, 11, 22, LeadForm.T0 + 5),
            LeadForm.Status(8, 11, 22, LeadForm.T0)
        );

        Assert.That(await account.RecoverAsync(s_hourAgo, null, "processed"), Is.EqualTo(2));
        Assert.That(await account.RecoverAsync(s_hourAgo, s_hourAhead, "processed", "unmatched"), Is.EqualTo(3));
        Assert.That(await account.RecoverAsync(s_hourAgo, s_hourAhead, "dead", "pending"), Is.EqualTo(0));
        Assert.That(await account.RecoverAsync(s_hourAgo.AddHours(-1), s_hourAgo, "processed"), Is.EqualTo(0));
        Assert.That(await account.RecoverAsync(s_hourAhead, null, "processed"), Is.EqualTo(0));
    }

    [Test]
    public async Task A_dead_delivery_is_kept_whole_and_can_be_tried_again()
    {
        var account = await UnconnectedAccountAsync();
        var body = string.Concat(Enumerable.Repeat("k=&", 20_001));
        await account.DeliverAsync(body);
        var dead = (await account.DeliveriesAsync("dead")).Single();

        await account.ReplayAsync(dead);

        var again = (await account.DeliveriesAsync("dead")).Single();
        var details = await account.GetAsync($"/api/webhook-deliveries/{again.Text("id")}");
        Assert.Multiple(() =>
        {
            Assert.That(again.Text("id"), Is.EqualTo(dead.Text("id")));
            Assert.That(again.Time("received_at"), Is.EqualTo(dead.Time("received_at")));
            Assert.That(details.Text("raw_body"), Is.EqualTo(body));
        });
        Assert.That(await account.RecoverAsync(s_hourAgo, null, "dead"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_delivery_that_does_not_exist_cannot_be_replayed()
    {
        var account = await UnconnectedAccountAsync();

        var response = await account.Client.PostAsync($"/api/webhook-deliveries/{Guid.CreateVersion7()}/replay", content: null);

        await ProblemAsync(response, HttpStatusCode.NotFound, "not_found");
    }

    private static async Task<string> EverythingAsync(TestAccount account, System.Text.Json.JsonElement lead) =>
        string.Join(
            '\n',
            await account.LeadByIdAsync(lead),
            string.Join(',', await account.HistoryAsync(lead)),
            string.Join(',', await account.ItemsAsync("/api/sales")),
            await account.GetAsync("/api/amocrm/qualification-stats")
        );
}
