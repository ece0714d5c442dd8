using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Integration.Tests.Reconciliation;
using AmoCrmQualification.Sandbox.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Runs;

/// <summary>Runs of one account come one after the other, wait while amoCRM fails, and say how they ended.</summary>
internal sealed class RunTests : ReconciliationTest
{
    [Test]
    public async Task Without_a_connection_there_is_nothing_to_reconcile()
    {
        var account = await UnconnectedAccountAsync();

        await ProblemAsync(
            await account.SendAsync(HttpMethod.Post, "/api/amocrm/reconcile"),
            HttpStatusCode.Conflict,
            "amocrm_not_connected"
        );
        Assert.That(await account.ItemsAsync("/api/sync-runs"), Is.Empty);
    }

    [Test]
    public async Task A_run_says_what_it_did()
    {
        var account = await SellerAsync();
        var deal = Deal(account, Start);
        await account.LinkedLeadAsync(deal.Id);

        var run = await account.ReconcileAsync();

        Assert.Multiple(() =>
        {
            Assert.That(run.Text("kind"), Is.EqualTo("reconciliation"));
            Assert.That(run.Number("done"), Is.EqualTo(1));
            Assert.That(run.Number("total"), Is.EqualTo(1));
            Assert.That(run.Number("changed"), Is.EqualTo(1));
            Assert.That(run.Time("finished_at"), Is.GreaterThanOrEqualTo(run.Time("started_at")!.Value));
            Assert.That(run.Text("error"), Is.Null);
            Assert.That(run.Flag("is_queued"), Is.False);
        });
        var all = await account.ItemsAsync("/api/sync-runs");
        Assert.That(
            all.Select(r => r.Text("kind")),
            Is.EqualTo(["reconciliation", "pipelines", "backfill"]),
            "newest first; a sync is one too, and connecting begins with one"
        );
        Assert.That(all.Select(r => r.Text("state")), Is.All.EqualTo("done"));
        Assert.That(
            (await account.PagesAsync("/api/sync-runs", limit: 1)).Select(page => page[0].Id()),
            Is.EqualTo(all.Select(r => r.Id()))
        );
    }

    [Test]
    public async Task Asked_for_during_a_run_exactly_one_follows_it_and_a_sync_waits()
    {
        var account = await SellerAsync();
        await account.LinkedLeadAsync(Deal(account, Start).Id);
        var slow = Fail(
            account,
            new()
            {
                Kind = FaultKind.Slow,
                DelayMs = 3000,
                Match = "/api/v4/events",
                Times = 1,
            }
        );

        var first = await account.AskToReconcileAsync();
        await account.RunAsync(first, run => !run.Flag("is_queued"));
        var following = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => account.AskToReconcileAsync()));
        var sync = account.SyncAsync();
        var waiting = await account.RunAsync(following[0], _ => true);
        slow.Dispose();
        await sync;
        await account.EndedAsync(following[0]);

        Assert.That(following.Distinct(), Has.One.Items);
        Assert.That(following[0], Is.Not.EqualTo(first));
        Assert.That(waiting.Flag("is_queued"), Is.True);
        Assert.That(waiting.Text("state"), Is.EqualTo("running"));
        await AssertApartAsync(account);
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task While_amoCRM_fails_a_run_waits_and_then_goes_on(int status)
    {
        var account = await SellerAsync();
        var lives = new CrmLives(account.Crm, seed: 7);
        lives.Begin(3, Start);
        lives.Live(20, Start + 100);
        var lead = await account.LinkedLeadAsync(lives.Deals[0].Id);
        Guid id;
        using (
            Fail(
                account,
                new()
                {
                    Status = status,
                    Skip = 1,
                    RetryAfter = 0,
                }
            )
        )
        {
            id = await account.AskToReconcileAsync();
            var waiting = await account.RunAsync(id, run => run.Text("error") is not null);
            Assert.That(waiting.Text("state"), Is.EqualTo("running"));
            Assert.That(waiting.Text("error"), Does.Contain($"status {status}"));
        }

        var run = await account.EndedAsync(id);

        Assert.That(run.Text("state"), Is.EqualTo("done"));
        Assert.That(run.Text("error"), Is.Null);
        Assert.That(await account.HistoryAsync(lead), Has.Count.EqualTo(lives.Truth(lives.Deals[0]).Count));
    }

    [Test]
    public async Task A_token_that_amoCRM_refuses_in_the_middle_ends_the_run_and_says_why()
    {
        var account = await SellerAsync();
        await account.LinkedLeadAsync(Deal(account, Start).Id);
        using var refusal = Fail(account, new() { Kind = FaultKind.Unauthorized, Match = "/api/v4/leads" });

        var run = await account.EndedAsync(await account.AskToReconcileAsync());

        Assert.That(run.Text("state"), Is.EqualTo("failed"));
        Assert.That(run.Text("error"), Does.Contain("refuses the token"));
        await ProblemAsync(
            await account.SendAsync(HttpMethod.Post, "/api/amocrm/reconcile"),
            HttpStatusCode.Conflict,
            "amocrm_reauthorization_required"
        );
    }

    [Test]
    public async Task What_amoCRM_will_never_do_ends_the_run()
    {
        var account = await SellerAsync();
        using var refusal = Fail(account, new() { Status = 402 });

        var run = await account.EndedAsync(await account.AskToReconcileAsync());

        Assert.That(run.Text("state"), Is.EqualTo("failed"));
        Assert.That(run.Text("error"), Does.Contain("status 402"));
    }

    [Test]
    public async Task A_run_asked_for_since_hooks_fell_silent_reads_from_there()
    {
        var account = await SellerAsync();
        await account.ReconcileAsync();
        var deal = Deal(account, Start); // longer ago than a run reads again by itself
        await account.ReconcileAsync();
        var before = await DealsAsync(account);

        await using (var scope = Service.Services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<IAppDbContext>().Database;
            await using var transaction = await database.BeginTransactionAsync();
            var run = await scope
                .ServiceProvider.GetRequiredService<IRuns>()
                .RequestAsync(
                    RunKind.Reconciliation,
                    new(account.Id),
                    DateTimeOffset.FromUnixTimeSeconds(Start + 60),
                    CancellationToken.None
                );
            await transaction.CommitAsync();
            await account.EndedAsync(run.Value);
        }

        Assert.That(before, Is.Empty);
        Assert.That((await DealsAsync(account)).Select(row => row[0]), Is.EqualTo([deal.Id]));
    }

    [Test]
    public async Task A_sync_that_fails_is_a_run_that_failed()
    {
        var account = await SellerAsync();
        using var refusal = Fail(account, new() { Status = 403 });

        await ProblemAsync(
            await account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines"),
            HttpStatusCode.BadGateway,
            "amocrm_unavailable"
        );
        var run = (await account.ItemsAsync("/api/sync-runs"))[0];
        Assert.That(run.Text("state"), Is.EqualTo("failed"));
        Assert.That(run.Text("error"), Does.Contain("status 403"));
    }

    private static Task<IReadOnlyList<object[]>> DealsAsync(TestAccount account) =>
        Service.RowsAsync("SELECT amocrm_lead_id FROM amocrm_deals WHERE user_account_id = $1", account.Id);

    private static async Task AssertApartAsync(TestAccount account)
    {
        var runs = (await account.ItemsAsync("/api/sync-runs")).OrderBy(run => run.Time("started_at")).ToList();
        Assert.That(runs, Has.Count.EqualTo(5));
        foreach (var (run, next) in runs.Zip(runs.Skip(1)))
            Assert.That(next.Time("started_at"), Is.GreaterThanOrEqualTo(run.Time("finished_at")!.Value), $"{run} {next}");
    }
}
