using AmoCrmQualification.Integration.Tests.Reconciliation;

namespace AmoCrmQualification.Integration.Tests.Connections;

/// <summary>amoCRM had switched the webhook off, and a day went by before anybody looked.</summary>
internal sealed class DisabledForADayTests : HookTest
{
    private const int Day = 86_400;

    [Test]
    public async Task What_it_missed_is_restored_with_its_times_by_the_check_alone()
    {
        var yesterday = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - Day - 3600;
        var account = await HookedAsync();
        account.Crm.Pipelines.Add("Продажи", "Новая", "Замер", "Договор");
        await account.SyncAsync();
        var lives = new CrmLives(account.Crm, seed: 51);
        lives.Begin(6, yesterday);
        List<JsonElement> leads = [];
        foreach (var deal in lives.Deals)
            leads.Add(await account.LinkedLeadAsync(deal.Id));
        await account.DeliverAsync([.. lives.Adds(), .. lives.Live(20, yesterday + 100).SelectMany(hooks => hooks)]);
        await account.ReconcileAsync();
        await DeliveredADayAgoAsync(account);

        account.Crm.Webhooks.Disable(Destination(account));
        lives.Live(90, yesterday + 3600, step: (Day - 3600) / 90);
        await CheckAsync(account);

        Assert.That(HooksOf(account), Is.EqualTo([(Destination(account), false)]));
        await lives.AssertIsHistoryAsync(account, leads);
        var runs = await account.ItemsAsync("/api/sync-runs");
        Assert.That(runs.Count(run => run.Text("kind") == "reconciliation"), Is.EqualTo(2), "ours and that of the check");
    }

    /// <summary>As if what was delivered had come then: ids are made of the time of arrival.</summary>
    private static Task DeliveredADayAgoAsync(TestAccount account) =>
        Service.ExecuteAsync(
            """
            UPDATE webhook_deliveries SET received_at = received_at - interval '1 day',
                id = overlay(id::text placing substr(lpad(to_hex((extract(epoch FROM received_at - interval '1 day') * 1000)::bigint), 12, '0'), 1, 8) from 1 for 8)::uuid
            WHERE user_account_id = $1
            """,
            account.Id
        );
}
