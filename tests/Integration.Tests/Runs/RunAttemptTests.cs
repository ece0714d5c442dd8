using AmoCrmQualification.Integration.Tests.Reconciliation;
using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Runs;

/// <summary>A run that ends with its process again and again.</summary>
internal sealed class RunAttemptTests : ReconciliationTest
{
    [Test]
    public async Task A_run_that_does_not_get_on_ends_at_last()
    {
        var account = await SellerAsync();
        await Service.ExecuteAsync(
            """
            INSERT INTO sync_runs (user_account_id, id, kind, state, requested_at, due_at, started_at, attempts)
            VALUES ($1, $2, 'reconciliation', 'running', now(), now(), now(), 12)
            """,
            account.Id,
            Guid.CreateVersion7()
        );

        await TestAccount.UntilAsync(
            async () => (await account.ItemsAsync("/api/sync-runs"))[0].Text("state") == "failed",
            () => "it goes on"
        );
        Assert.That((await account.ItemsAsync("/api/sync-runs"))[0].Text("error"), Does.Contain("12 times"));
    }

    [TestCase(2, 0)]
    [TestCase(3, 5)]
    [TestCase(6, 40)]
    [TestCase(11, 300)]
    public async Task A_run_that_died_with_its_replica_is_taken_up_again_ever_later(int deaths, int seconds)
    {
        var account = await SellerAsync();
        // Of a run that asks amoCRM before it has anything to keep.
        using var stuck = Fail(account, new() { Kind = FaultKind.Slow, DelayMs = 5_000 });
        await Service.ExecuteAsync(
            """
            INSERT INTO sync_runs (user_account_id, id, kind, state, requested_at, due_at, attempts)
            VALUES ($1, $2, 'pipelines', 'running', now(), now(), $3)
            """,
            account.Id,
            Guid.CreateVersion7(),
            deaths
        );

        await TestAccount.UntilAsync(
            async () => (await account.ItemsAsync("/api/sync-runs"))[0].Time("started_at") is not null,
            () => "it is not taken up"
        );

        Assert.That(
            await Service.ScalarAsync<int>(
                "SELECT coalesce(round(extract(epoch FROM retry_at - started_at)), 0)::int FROM sync_runs WHERE user_account_id = $1 AND state = 'running'",
                account.Id
            ),
            Is.EqualTo(seconds)
        );
    }
}
