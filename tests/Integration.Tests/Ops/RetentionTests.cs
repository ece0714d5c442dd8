namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>What is past its time goes, and what it told stays.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RetentionTests
{
    [Test]
    public async Task Raw_deliveries_go_after_thirty_days_and_their_effects_stay()
    {
        await using var service = await Service.StartAsync();
        var account = await TestAccount.OpenAsync(service, details: null, connect: false);
        var lead = await account.LinkedLeadAsync(7);
        await account.DeliverAsync(LeadForm.Status(7, 11, 22, LeadForm.T0));
        await AgeAsync(service, days: 29);
        await service.PurgeAsync();
        var young = await account.DeliveriesAsync();

        await AgeAsync(service, days: 2);
        await service.PurgeAsync();

        Assert.That(young, Has.Count.EqualTo(1));
        Assert.That(await account.DeliveriesAsync(), Is.Empty);
        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/22 @0"]));
        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo("11/22"));
    }

    [Test]
    public async Task Dead_deliveries_go_after_thirty_days_and_those_that_wait_do_not()
    {
        await using var service = await Service.StartAsync();
        var account = await TestAccount.OpenAsync(service, details: null, connect: false);
        await account.DeliverAsync(string.Concat(Enumerable.Repeat("k=&", 20_001)));
        await service.ExecuteAsync("UPDATE webhook_inbox SET received_at = now() - interval '29 days'");
        await service.PurgeAsync();
        var young = await account.DeliveriesAsync("dead");

        await service.ExecuteAsync(
            """
            INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, due_at, raw_body)
            SELECT user_account_id, gen_random_uuid(), shard, now() - interval '31 days', 'infinity', 'leads' FROM webhook_inbox
            """
        );
        await service.ExecuteAsync("UPDATE webhook_inbox SET received_at = now() - interval '31 days'");
        await service.PurgeAsync();

        Assert.That(young, Has.Count.EqualTo(1));
        Assert.That((await account.DeliveriesAsync()).Select(d => d.Text("state")), Is.EqualTo(["pending"]));
    }

    [Test]
    public async Task Runs_go_after_ninety_days()
    {
        await using var service = await Service.StartAsync();
        var account = await TestAccount.OpenAsync(service, details: null);
        await service.ExecuteAsync("UPDATE sync_runs SET finished_at = now() - interval '89 days'");
        await service.PurgeAsync();
        var young = await account.ItemsAsync("/api/sync-runs");

        await service.ExecuteAsync("UPDATE sync_runs SET finished_at = now() - interval '91 days'");
        await service.PurgeAsync();

        Assert.That(young, Is.Not.Empty);
        Assert.That(await account.ItemsAsync("/api/sync-runs"), Is.Empty);
    }

    /// <summary>As if they had come so much earlier: ids are made of the time of arrival.</summary>
    private static Task AgeAsync(Service service, int days) =>
        service.ExecuteAsync(
            $"""
            UPDATE webhook_deliveries SET received_at = received_at - interval '{days} days',
                id = overlay(id::text placing substr(lpad(to_hex((extract(epoch FROM received_at - interval '{days} days') * 1000)::bigint), 12, '0'), 1, 8) from 1 for 8)::uuid
            """
        );
}
