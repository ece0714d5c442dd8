namespace AmoCrmQualification.Integration.Tests.Inbox;

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
        foreach (var delivery in await account.DeliveriesAsync())
        {
            Assert.That(Effects(delivery), Is.EqualTo(["applied"]), "what it once did stays");
            Assert.That(delivery.List("replays").SelectMany(Effects), Is.EqualTo(["repeated", "repeated"]));
        }
    }

    [Test]
    public async Task A_replay_is_added_beside_what_the_delivery_did_first()
    {
        var account = await UnconnectedAccountAsync();
        await account.DeliverAsync(LeadForm.Status(7, 11, 21, LeadForm.T0));
        var first = (await account.DeliveriesAsync()).Single();
        await account.LinkedLeadAsync(7);

        await account.ReplayAsync(first);
        await account.ReplayAsync(first);

        var details = await account.LatestDeliveryAsync();
        var listed = (await account.DeliveriesAsync()).Single();
        var replays = details.List("replays");
        Assert.That((first.Text("state"), details.Text("state")), Is.EqualTo(("unmatched", "processed")));
        Assert.That(details.Number("attempts"), Is.EqualTo(1));
        Assert.That(Effects(details), Is.EqualTo(["unmatched"]));
        Assert.That(replays.Select(replay => Effects(replay).Single()), Is.EqualTo(["repeated", "repeated"]));
        DateTimeOffset?[] times = [first.Time("received_at"), replays[0].Time("at"), replays[1].Time("at")];
        Assert.That(times, Is.Ordered);
        Assert.That(listed.GetProperty("replays").GetRawText(), Is.EqualTo(details.GetProperty("replays").GetRawText()));
        Assert.That(first.List("replays"), Is.Empty);
    }

    [Test]
    public async Task What_a_delivery_did_is_shown_while_it_waits_to_be_done_again()
    {
        var account = await UnconnectedAccountAsync();
        await account.LinkedLeadAsync(7);
        await account.DeliverAsync(LeadForm.Status(7, 11, 21, LeadForm.T0), "garbage");
        foreach (var delivery in await account.DeliveriesAsync())
            await account.ReplayAsync(delivery);
        await Service.ExecuteAsync(
            """
            INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, due_at, raw_body, earlier_outcome)
            SELECT user_account_id, id, 0, received_at, 'infinity', raw_body,
                   jsonb_build_object('attempts', attempts, 'events', events, 'error', error, 'replays', replays)
            FROM webhook_deliveries WHERE user_account_id = $1
            """,
            account.Id
        );
        await Service.ExecuteAsync("DELETE FROM webhook_deliveries WHERE user_account_id = $1", account.Id);

        var waiting = await account.DeliveriesAsync("pending");

        Assert.That(waiting.Select(d => string.Join(',', Effects(d))), Is.EqualTo(["", "applied"]));
        Assert.That(waiting[1].List("replays").SelectMany(Effects), Is.EqualTo(["repeated"]));
        Assert.That(waiting[0].List("replays").Single().Text("error"), Is.EqualTo("no_entities"));
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

    private static IEnumerable<string?> Effects(System.Text.Json.JsonElement told) =>
        told.List("events").Select(e => e.Text("effect"));

    private static async Task<string> EverythingAsync(TestAccount account, System.Text.Json.JsonElement lead) =>
        string.Join(
            '\n',
            await account.LeadByIdAsync(lead),
            string.Join(',', await account.HistoryAsync(lead)),
            string.Join(',', await account.ItemsAsync("/api/sales")),
            await account.GetAsync("/api/amocrm/qualification-stats")
        );
}
