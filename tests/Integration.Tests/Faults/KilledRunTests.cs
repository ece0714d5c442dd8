using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>Runs on several replicas, of which some die.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class KilledRunTests : FaultTest
{
    private const int Deals = 130;

    private const string NothingRuns = """
        NOT EXISTS (SELECT 1 FROM outbox WHERE kind = 'check_webhook')
            AND NOT EXISTS (SELECT 1 FROM sync_runs WHERE state = 'running' AND due_at <= now())
        """;

    [Test]
    public async Task A_run_whose_replica_is_killed_is_finished_by_another_from_where_it_was()
    {
        var (database, amo) = (await DatabaseAsync(), Using(await SandboxServer.StartAsync()));
        var (one, other) = (await ReplicaAsync(database, amo, "one"), await ReplicaAsync(database, amo, "other"));
        using var admin = other.Client(Service.AdminKey);
        var (account, crm) = await ConnectedAsync(admin, amo);
        await database.UntilAsync(NothingRuns); // what connecting starts by itself would read leads too
        for (var i = 0; i < Deals; i++)
            await LinkedAsync(admin, account, crm);
        // The first hundred deals are compared; the answer for the others does not come.
        var stuck = amo.Fail(
            new()
            {
                Kind = Sandbox.Faults.FaultKind.Slow,
                DelayMs = 9_000,
                Match = "/api/v4/leads?",
                Skip = 1,
                Times = 1,
            }
        );

        using var asked = await admin.PostAsync($"/api/amocrm/reconcile?userAccountId={account.Id}", content: null);
        Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var run = JsonElement.Parse(await asked.Content.ReadAsStringAsync()).GetProperty("run_id").GetGuid();
        await database.UntilAsync($"EXISTS (SELECT 1 FROM sync_runs WHERE id = '{run}' AND done = 100)");
        var holder = await database.OneAsync<string>(
            $"SELECT application_name FROM {FaultDatabase.Locks} WHERE locktype = 'advisory' AND classid = 7002 AND granted"
        );
        await (holder == "one" ? one : other).KillAsync();
        amo.ClearFaults(stuck);
        await database.UntilAsync($"EXISTS (SELECT 1 FROM sync_runs WHERE id = '{run}' AND state <> 'running')");

        Assert.That(
            await database.OneAsync<string>($"SELECT state || ' ' || done FROM sync_runs WHERE id = '{run}'"),
            Is.EqualTo($"done {Deals}")
        );
        Assert.That(
            await database.OneAsync<long>("SELECT count(*) FROM leads WHERE current_status_id IS NOT NULL"),
            Is.EqualTo(Deals)
        );
        Assert.That(
            amo.Requests.Count(r => r.Path == "/api/v4/leads"),
            Is.AtMost(3),
            "a page, the page that was not answered, and that page again; not the first again"
        );
    }

    [Test]
    public async Task Runs_of_one_account_never_overlap_on_two_replicas_and_a_firing_plans_each_once()
    {
        var (database, amo) = (await DatabaseAsync(), Using(await SandboxServer.StartAsync()));
        (string, string)[] often = [("Schedules__Reconciliation", "*/3 * * * * ?"), ("Schedules__PipelineSync", "*/3 * * * * ?")];
        var one = await ReplicaAsync(database, amo, "one", often);
        await ReplicaAsync(database, amo, "other", often);
        using var admin = one.Client(Service.AdminKey);
        for (var i = 0; i < 4; i++)
        {
            var (account, crm) = await ConnectedAsync(admin, amo);
            await LinkedAsync(admin, account, crm);
        }

        await database.UntilAsync("(SELECT count(*) FROM sync_runs WHERE state = 'done') > 24");

        Assert.That(
            await database.OneAsync<long>(
                """
                SELECT count(*) FROM sync_runs a JOIN sync_runs b ON a.user_account_id = b.user_account_id AND a.id < b.id
                WHERE a.started_at < coalesce(b.finished_at, now()) AND b.started_at < coalesce(a.finished_at, now())
                  AND (a.kind = 'backfill') = (b.kind = 'backfill') -- a backfill lets others in between its pages
                """
            ),
            Is.Zero
        );
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM sync_runs WHERE state = 'failed'"), Is.Zero);
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM qrtz_triggers"), Is.AtMost(7), "a trigger a kind");
    }

    private async Task<ServiceProcess> ReplicaAsync(
        FaultDatabase database,
        SandboxServer amo,
        string name,
        params (string Key, string Value)[] settings
    ) => await ServiceAsync(database.As(name), port: null, [("AmoCrm__ApiBaseUrl", amo.Address.ToString()), .. settings]);

    private static async Task<(FaultAccount Account, CrmAccount Crm)> ConnectedAsync(HttpClient admin, SandboxServer amo)
    {
        var crm = amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новая");
        return (await FaultAccount.ConnectedAsync(admin, crm), crm);
    }

    private static Task LinkedAsync(HttpClient admin, FaultAccount account, CrmAccount crm) =>
        account.IntakeAsync(admin, crm.Leads.Create(new()).Id);
}
