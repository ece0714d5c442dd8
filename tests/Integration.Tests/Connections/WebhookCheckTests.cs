using AmoCrmQualification.Application.Connections;
using AmoCrmQualification.Sandbox.Faults;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Connections;

/// <summary>The look that the service itself has at its webhooks now and then.</summary>
internal sealed class WebhookCheckTests : HookTest
{
    [TestCase("disabled")]
    [TestCase("missing")]
    [TestCase("altered")]
    public async Task What_is_broken_is_repaired_and_written_down_with_the_last_delivery(string how)
    {
        var account = await HookedAsync();
        await account.DeliverAsync(LeadForm.Status(1, 11, 22, LeadForm.T0));
        var last = (await account.DeliveriesAsync())[0].Time("received_at");
        var hooks = account.Crm.Webhooks;
        if (how == "disabled")
            hooks.Disable(Destination(account));
        else if (how == "missing")
            hooks.Remove(Destination(account));
        else
            hooks.Set(Destination(account), ["note_lead"]);

        await CheckAsync(account);

        Assert.That(HooksOf(account), Is.EqualTo([(Destination(account), false)]));
        Assert.That(hooks.All[0].Settings, Is.EquivalentTo(Wanted));
        Assert.That(await StateOfAsync(account), Is.EqualTo("repaired"));
        Assert.That(await BrokenSinceAsync(account), Is.EqualTo(last));

        await CheckAsync(account);
        Assert.That(await StateOfAsync(account), Is.EqualTo("ok"));
    }

    [Test]
    public async Task One_of_before_contacts_counted_is_subscribed_to_them_too([Values] bool amoMerges)
    {
        var account = await HookedAsync();
        Repairing(account, keepsDisabled: false, merges: amoMerges);
        account.Crm.Webhooks.Set(Destination(account), OfDeals);

        await CheckAsync(account);

        Assert.That(HooksOf(account), Is.EqualTo([(Destination(account), false)]));
        Assert.That(account.Crm.Webhooks.All[0].Settings, Is.EquivalentTo(Wanted));
        Assert.That(await StateOfAsync(account), Is.EqualTo("ok"), "it missed nothing of deals");
    }

    [Test]
    public async Task What_a_disabled_one_missed_is_healed_by_itself()
    {
        var account = await HookedAsync();
        var pipeline = account.Crm.Pipelines.Add("Вторая", "Новая", "Замер");
        var deal = account.Crm.Leads.Create(new() { PipelineId = pipeline.Id, StatusId = pipeline["Новая"] });
        var lead = await account.LinkedLeadAsync(deal.Id);
        await account.DeliverAsync(LeadForm.Status(deal));
        account.Crm.Webhooks.Disable(Destination(account));
        account.Crm.Leads.Move(deal.Id, pipeline["Замер"], pipeline.Id);

        await CheckAsync(account);

        await TestAccount.UntilAsync(
            async () => (await account.LeadByIdAsync(lead)).Stage() == $"{pipeline.Id}/{pipeline["Замер"]}",
            () => "what the hook did not tell is not known"
        );
        var runs = await account.ItemsAsync("/api/sync-runs");
        Assert.That(runs.Select(run => run.Text("kind")), Does.Contain("reconciliation"), "nobody asked for one");
    }

    [TestCase(402)]
    [TestCase(403)]
    public async Task A_refusal_is_written_down_and_not_repeated_for_ever(int status)
    {
        await using var service = await Service.StartAsync();
        service.Amo.Fail(new FaultRule { Status = status, Match = "POST /api/v4/webhooks" });
        var account = await TestAccount.OpenAsync(service, details: null);

        await QuietAsync(account);

        Assert.That(await StateOfAsync(account), Is.EqualTo("refused"));
        Assert.That(service.Amo.Requests.Count(r => r.Method == "POST" && r.Status == status), Is.EqualTo(1));
        Assert.That(await AskForAllAsync(service), Is.Zero, "not again on the same day");
        Assert.That(
            await service.ScalarAsync<string>("SELECT last_error FROM amocrm_hooks WHERE user_account_id = $1", account.Id),
            Does.Contain($"{status}")
        );
        await service.ExecuteAsync("UPDATE amocrm_hooks SET checked_at = now() - interval '25 hours'");
        Assert.That(await AskForAllAsync(service), Is.EqualTo(1), "but some day");
    }

    [Test]
    public async Task While_amoCRM_is_down_it_is_uncertain_and_then_repaired()
    {
        var account = await HookedAsync();
        account.Crm.Webhooks.Remove(Destination(account));
        var fault = Service.Amo.Fail(
            new FaultRule
            {
                AccountId = account.Crm.Id,
                Status = 503,
                RetryAfter = 0,
            }
        );

        await AskAsync(account);
        await TestAccount.UntilAsync(
            async () => await StateOfAsync(account) == "unknown",
            () => "that amoCRM does not answer was not written down"
        );
        Service.Amo.ClearFaults(fault);
        await QuietAsync(account);

        Assert.That(await StateOfAsync(account), Is.EqualTo("repaired"));
        Assert.That(HooksOf(account), Is.EqualTo([(Destination(account), false)]));
    }

    [Test]
    public async Task All_connected_accounts_have_their_own_moment_in_the_interval()
    {
        await using var service = await Service.StartAsync();
        List<TestAccount> accounts = [];
        for (var i = 0; i < 3; i++)
            accounts.Add(await TestAccount.OpenAsync(service, details: null));
        await TestAccount.OpenAsync(service, details: null, connect: false);
        foreach (var account in accounts)
            await QuietAsync(account);

        Assert.That(await AskForAllAsync(service), Is.EqualTo(3));
        Assert.That(await AskForAllAsync(service), Is.Zero, "they wait already");

        Assert.That(
            await service.ScalarAsync<bool>(
                "SELECT count(DISTINCT due_at) = 3 AND min(due_at) > now() - interval '1 min' AND max(due_at) < now() + interval '61 min' FROM outbox"
            )
        );
    }

    [Test]
    public async Task A_new_secret_is_a_new_address_and_the_former_goes_when_the_new_one_is_there([Values] bool revoke)
    {
        var account = await HookedAsync();
        var former = Destination(account);

        var rotated = await account.Client.PostAsJsonAsync(
            $"/api/user-accounts/{account.Id}/webhook-secret",
            new { revoke_former = revoke }
        );
        account.WebhookUrl = new Uri((await JsonAsync(rotated)).Text("webhook_url")!).PathAndQuery;
        await QuietAsync(account);

        Assert.That(former, Is.Not.EqualTo(Destination(account)));
        Assert.That(HooksOf(account), Is.EqualTo([(Destination(account), false)]));
        var writes = Service
            .Amo.Requests.Where(r => r.AccountId == account.Crm.Id && r.Path == "/api/v4/webhooks" && r.Method != "GET")
            .Select(r => r.Method);
        Assert.That(writes, Is.EqualTo(["POST", "POST", "DELETE"]), "the new one first");
    }

    /// <summary>As the schedule does; answers how many were asked for.</summary>
    private static async Task<long> AskForAllAsync(Service service)
    {
        const string Asked = "SELECT count(*) FROM outbox WHERE kind = 'check_webhook'";
        var before = await service.ScalarAsync<long>(Asked);
        await using var scope = service.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EnqueueWebhookChecksCommand(TimeSpan.FromHours(1)));
        return await service.ScalarAsync<long>(Asked) - before;
    }

    private static async Task<DateTimeOffset> BrokenSinceAsync(TestAccount account) =>
        new(await Service.ScalarAsync<DateTime>("SELECT broken_since FROM amocrm_hooks WHERE user_account_id = $1", account.Id));
}
