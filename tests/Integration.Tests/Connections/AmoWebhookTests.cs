using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Connections;

internal sealed class AmoWebhookTests : HookTest
{
    private const string Strangers = "https://stranger.example/hook";
    private static readonly string[] s_strangersSettings = ["note_lead"];

    [Test]
    public async Task It_is_subscribed_by_itself_when_an_account_is_connected()
    {
        var account = await HookedAsync();

        var hook = await HookAsync(account);

        Assert.Multiple(() =>
        {
            Assert.That(hook.Flag("registered"));
            Assert.That(hook.Flag("disabled"), Is.False);
            Assert.That(hook.Text("destination"), Is.EqualTo(Destination(account)));
            Assert.That(hook.List("settings").Select(s => s.GetString()), Is.EquivalentTo(Wanted));
            Assert.That(hook.IsNull("last_delivery_at"));
            Assert.That(HooksOf(account), Is.EqualTo([(Destination(account), false)]));
        });
        Assert.That(await StateOfAsync(account), Is.EqualTo("ok"));
    }

    [Test]
    public async Task It_is_subscribed_by_itself_after_a_consent_too()
    {
        var (account, crm) = await ConnectedAsync(Service);
        await QuietAsync(account);

        Assert.That(crm.Webhooks.All.Select(h => h.Destination), Is.EqualTo([Destination(account)]));
    }

    [Test]
    public async Task It_tells_when_amoCRM_last_delivered_whether_that_is_processed_or_waits()
    {
        var account = await HookedAsync();
        await account.DeliverAsync(LeadForm.Status(1, 11, 22, LeadForm.T0));
        var processed = (await account.DeliveriesAsync())[0].Time("received_at");
        Assert.That((await HookAsync(account)).Time("last_delivery_at"), Is.EqualTo(processed));

        await Service.ExecuteAsync(
            "INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, raw_body, due_at, is_dead) VALUES ($1, $2, 0, now(), '', now(), true)",
            account.Id,
            Guid.CreateVersion7()
        );

        Assert.That((await HookAsync(account)).Time("last_delivery_at") > processed);
    }

    [Test]
    public async Task A_missing_one_is_shown_and_subscribed()
    {
        var account = await HookedAsync();
        account.Crm.Webhooks.Remove(Destination(account));

        var missing = await HookAsync(account);
        var put = await HookAsync(account, HttpMethod.Put);

        Assert.That((missing.Flag("registered"), missing.List("settings").Count), Is.EqualTo((false, 0)));
        Assert.That(put.Flag("registered"));
        Assert.That(HooksOf(account), Is.EqualTo([(Destination(account), false)]));
    }

    [Test]
    public async Task A_disabled_one_is_shown_and_repaired([Values] bool amoKeepsItDisabled)
    {
        var account = await HookedAsync();
        Repairing(account, keepsDisabled: amoKeepsItDisabled, merges: false);
        account.Crm.Webhooks.Disable(Destination(account));

        var disabled = await HookAsync(account);
        var put = await HookAsync(account, HttpMethod.Put);

        Assert.That((disabled.Flag("registered"), disabled.Flag("disabled")), Is.EqualTo((true, true)));
        Assert.That((put.Flag("registered"), put.Flag("disabled")), Is.EqualTo((true, false)));
        Assert.That(HooksOf(account), Is.EqualTo([(Destination(account), false)]));
    }

    [Test]
    public async Task An_altered_one_is_repaired([Values] bool amoMerges)
    {
        var account = await HookedAsync();
        account.Crm.Webhooks.Set(Destination(account), ["status_lead", "note_lead"]);
        Repairing(account, keepsDisabled: false, merges: amoMerges);

        var put = await HookAsync(account, HttpMethod.Put);

        Assert.That(put.List("settings").Select(s => s.GetString()), Is.EquivalentTo(Wanted));
    }

    [Test]
    public async Task It_is_removed_and_stays_away_until_somebody_wants_it()
    {
        var account = await HookedAsync();

        var removed = await account.Client.DeleteAsync(PathOf(account));
        await CheckAsync(account);
        Assert.That(removed.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(HooksOf(account), Is.Empty);
        Assert.That((await account.Client.DeleteAsync(PathOf(account))).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));

        await HookAsync(account, HttpMethod.Put);
        Assert.That(HooksOf(account), Is.EqualTo([(Destination(account), false)]));
    }

    [Test]
    public async Task That_a_person_removed_it_is_an_alert_at_once_and_until_it_is_back()
    {
        var account = await HookedAsync();

        await account.Client.DeleteAsync(PathOf(account));
        var alert = (await account.ItemsAsync("/api/alerts")).Single();
        Assert.That(alert.Text("kind"), Is.EqualTo("webhook_broken"));
        Assert.That(alert.Text("message"), Does.Contain("removed"));
        Assert.That(alert.Time("since"), Is.EqualTo(TimeProvider.System.GetUtcNow()).Within(TimeSpan.FromMinutes(1)));

        await HookAsync(account, HttpMethod.Put);
        Assert.That(await account.ItemsAsync("/api/alerts"), Is.Empty);
    }

    [Test]
    public async Task Hooks_of_others_are_not_touched_and_former_ones_of_ours_go()
    {
        var account = await AccountAsync();
        var former = Destination(account)[..^64] + new string('0', 64);
        var neighbour = Destination(account).Replace($"{account.Id}", $"{Guid.CreateVersion7()}", StringComparison.Ordinal);
        var elsewhere = Destination(account).Replace(Service.PublicUrl, "https://other.example", StringComparison.Ordinal);
        foreach (var destination in new[] { Strangers, former, neighbour, elsewhere })
            account.Crm.Webhooks.Set(destination, s_strangersSettings);

        await HookAsync(account, HttpMethod.Put);
        Assert.That(
            account.Crm.Webhooks.All.Select(h => h.Destination),
            Is.EquivalentTo([Strangers, neighbour, elsewhere, Destination(account)])
        );
        await account.Client.DeleteAsync(PathOf(account));

        Assert.That(account.Crm.Webhooks.All.Select(h => h.Destination), Is.EquivalentTo([Strangers, neighbour, elsewhere]));
        Assert.That(account.Crm.Webhooks.All.Select(h => h.Settings), Is.All.EqualTo(s_strangersSettings));
    }

    [Test]
    public async Task Without_a_connection_there_is_none()
    {
        var account = await UnconnectedAccountAsync();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
            await ProblemAsync(
                await account.Client.AskAsync(method, PathOf(account)),
                HttpStatusCode.Conflict,
                "amocrm_not_connected"
            );
    }

    [Test]
    public async Task A_plan_without_webhooks_is_told()
    {
        var account = await HookedAsync();
        account.Crm.Webhooks.Remove(Destination(account));
        Service.Amo.Fail(
            new FaultRule
            {
                AccountId = account.Crm.Id,
                Status = 402,
                Match = "POST /api/v4/webhooks",
            }
        );

        var put = await account.Client.AskAsync(HttpMethod.Put, PathOf(account));

        var problem = await ProblemAsync(put, HttpStatusCode.BadGateway, "amocrm_unavailable");
        Assert.That(problem.Number("amocrm_status"), Is.EqualTo(402));
    }
}
