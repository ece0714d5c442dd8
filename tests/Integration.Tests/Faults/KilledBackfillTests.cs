using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>A replica dies while it reads the deals of an account.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class KilledBackfillTests : FaultTest
{
    private const int Deals = 600;

    [Test]
    public async Task A_backfill_whose_replica_is_killed_goes_on_from_where_it_was()
    {
        var (database, amo) = (await DatabaseAsync(), Using(await SandboxServer.StartAsync()));
        var (one, other) = (await ReplicaAsync(database, amo, "one"), await ReplicaAsync(database, amo, "other"));
        using var admin = other.Client(Service.AdminKey);
        var crm = amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новая", "Замер", "Договор");
        crm.Generate(new GeneratePlan { Deals = Deals, ContactShare = 1 });
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
        using var opened = await admin.PostAsJsonAsync(
            "/api/user-accounts",
            new
            {
                name = "Клиент",
                amocrm_domain = crm.Host,
                long_lived_token = crm.LongLivedToken,
            }
        );
        Assert.That(opened.StatusCode, Is.EqualTo(HttpStatusCode.Created));

        await database.UntilAsync("EXISTS (SELECT 1 FROM sync_runs WHERE kind = 'backfill' AND done > 200)");
        var holder = await database.OneAsync<string>(
            $"SELECT application_name FROM {FaultDatabase.Locks} WHERE locktype = 'advisory' AND classid = 7002 AND granted"
        );
        await (holder == "one" ? one : other).KillAsync();
        amo.ClearFaults(stuck);
        await database.UntilAsync("NOT EXISTS (SELECT 1 FROM sync_runs WHERE kind = 'backfill' AND state = 'running')");

        Assert.That(
            await database.OneAsync<string>("SELECT concat_ws(' ', state, done, total) FROM sync_runs WHERE kind = 'backfill'"),
            Is.EqualTo($"done {Deals} {Deals}")
        );
        Assert.That(await database.OneAsync<long>("SELECT count(*) FROM leads"), Is.EqualTo(Deals));
        Assert.That(
            await database.OneAsync<long>("SELECT count(*) FROM leads WHERE phone_e164 IS NULL OR current_status_id IS NULL"),
            Is.Zero
        );
    }

    private async Task<ServiceProcess> ReplicaAsync(FaultDatabase database, SandboxServer amo, string name) =>
        await ServiceAsync(database.As(name), port: null, [("AmoCrm__ApiBaseUrl", amo.Address.ToString())]);
}
