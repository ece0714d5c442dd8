using System.Globalization;
using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>The whole service in three processes on one database, of which one is killed every few seconds.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class NetworkTests : FaultTest
{
    private const int Offices = 4;
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(3);

    /// <summary>Two minutes and more when somebody asks for it; in the daily run as long as a coffee takes.</summary>
    private static TimeSpan Duration =>
        TimeSpan.FromSeconds(
            int.TryParse(Environment.GetEnvironmentVariable("NETWORK_TEST_SECONDS"), CultureInfo.InvariantCulture, out var given)
                ? given
                : 16
        );

    [Test]
    [CancelAfter(600_000)]
    public async Task Nothing_is_lost_nothing_is_done_twice_and_runs_finish()
    {
        var (amo, database) = (Using(await SandboxServer.StartAsync()), await DatabaseAsync());
        var ports = Enumerable.Range(0, 3).Select(_ => ServiceProcess.FreePort()).ToArray();
        var replicas = new ServiceProcess[ports.Length];
        var clients = new HttpClient[ports.Length];
        for (var i = 0; i < ports.Length; i++)
            await StartAsync(i);
        var random = new Random(TestContext.CurrentContext.Random.Next());
        var offices = new List<Office>();
        for (var i = 0; i < Offices; i++)
            offices.Add(await Office.OpenAsync(amo, () => Volatile.Read(ref clients[random.Next(clients.Length)]), seed: i));

        using var stopping = new CancellationTokenSource(Duration);
        var work = Task.WhenAll(offices.Select(office => office.WorkAsync(stopping.Token)));
        var kills = 0;
        var starts = Enumerable.Repeat(Task.CompletedTask, ports.Length).ToArray();
        using (var killing = new PeriodicTimer(BetweenKills))
        {
            while (!stopping.IsCancellationRequested)
            {
                await killing.WaitForNextTickAsync(CancellationToken.None);
                Storm(amo);
                // A start may take longer than until the next kill: one replica stays to take the load.
                while (starts.Count(s => !s.IsCompleted) > 1)
                    await Task.WhenAny(starts.Where(s => !s.IsCompleted));
                var ready = Enumerable.Range(0, ports.Length).Where(i => starts[i].IsCompleted).ToArray();
                var victim = ready[random.Next(ready.Length)];
                await starts[victim];
                await replicas[victim].KillAsync();
                kills++;
                starts[victim] = StartAsync(victim);
            }
        }

        await Task.WhenAll(starts);
        await work;
        await SettleAsync(database, amo, offices);
        await AssertAllIsRightAsync(database, amo, offices);
        var calls = offices.Sum(o => amo.Requests.Count(r => r.AccountId == o.Crm.Id));
        await TestContext.Out.WriteLineAsync(
            $"{kills} kills in {Duration.TotalSeconds:0} s; {offices.Sum(o => o.Leads.Count)} leads, {offices.Sum(o => o.Truth().Count())} transitions, {offices.Sum(o => o.Won().Count())} won, {calls} calls to amoCRM"
        );

        async Task StartAsync(int i)
        {
            replicas[i] = await ServiceAsync(
                database.ConnectionString,
                ports[i],
                ("AmoCrm__ApiBaseUrl", amo.Address.ToString()),
                // amoCRM knows one address; the other replicas have the rest of the work.
                ("PublicUrl", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports[0]}"))
            );
            Volatile.Write(ref clients[i], replicas[i].Client(Service.AdminKey));
        }
    }

    /// <summary>amoCRM is busy, broken and behind a wall by turns. What a storm had left when the next one comes is over with it.</summary>
    private static void Storm(SandboxServer amo)
    {
        amo.ClearFaults();
        amo.Fail(
            new()
            {
                Kind = FaultKind.Error,
                Status = 429,
                RetryAfter = 1,
                Times = 6,
            }
        );
        amo.Fail(
            new()
            {
                Kind = FaultKind.Error,
                Status = 503,
                Body = FaultBody.Html,
                Skip = 3,
                Times = 4,
            }
        );
        amo.Fail(
            new()
            {
                Kind = FaultKind.Error,
                Status = 403,
                Body = FaultBody.Html,
                Skip = 6,
                Times = 3,
            }
        );
        amo.Fail(
            new()
            {
                Kind = FaultKind.Drop,
                AfterWrite = true,
                Match = "POST /api/v4/leads",
                Times = 1,
            }
        );
    }

    private static async Task SettleAsync(FaultDatabase database, SandboxServer amo, IReadOnlyList<Office> offices)
    {
        amo.ClearFaults();
        await amo.DrainAsync();
        // The storms are over; that amoCRM is left alone for a while after each is not what is tried here.
        await database.DoAsync("UPDATE outbox_leases SET paused_until = now(), failures = 0");
        await UntilAsync(database, "NOT EXISTS (SELECT 1 FROM outbox WHERE kind = 'push_lead')", "not all leads are sent");
        foreach (var office in offices)
            await office.ReconcileAsync();
        await UntilAsync(
            database,
            "NOT EXISTS (SELECT 1 FROM sync_runs WHERE state = 'running' AND due_at <= now())",
            "runs do not finish"
        );
        await UntilAsync(database, "NOT EXISTS (SELECT 1 FROM webhook_inbox)", "deliveries are left");
        await UntilAsync(database, "NOT EXISTS (SELECT 1 FROM outbox WHERE kind = 'close_deal')", "sales are left");
    }

    private static async Task AssertAllIsRightAsync(FaultDatabase database, SandboxServer amo, IReadOnlyList<Office> offices)
    {
        var promised = offices.SelectMany(o => o.Leads).Select(id => id.ToString()).ToList();
        var deals = offices.SelectMany(o => o.Crm.Leads.All).ToList();
        Assert.Multiple(async () =>
        {
            Assert.That(
                await database.LinesAsync("SELECT id::text FROM leads"),
                Is.EquivalentTo(promised),
                "each lead that was promised, once"
            );
            Assert.That(
                await database.LinesAsync("SELECT 'lead:' || id || ' ' || coalesce(amocrm_lead_id::text, 'none') FROM leads"),
                Is.EquivalentTo(
                    deals.Select(d => $"{d.Tags.Single(t => t.Name.StartsWith("lead:", StringComparison.Ordinal)).Name} {d.Id}")
                ),
                "one deal for each lead"
            );
            Assert.That(
                await database.LinesAsync(
                    "SELECT amocrm_lead_id || ' ' || to_pipeline_id || '/' || to_status_id || ' @' || extract(epoch FROM changed_at)::bigint FROM amocrm_lead_status_history"
                ),
                Is.EquivalentTo(offices.SelectMany(o => o.Truth())),
                "the history of every deal is amoCRM's"
            );
            Assert.That(
                await database.LinesAsync("SELECT amocrm_deal_id || ' paid ' || amount FROM sales WHERE status = 'paid'"),
                Is.EquivalentTo(offices.SelectMany(o => o.Won())),
                "sales"
            );
            Assert.That(
                await database.LinesAsync("SELECT kind || ' ' || error FROM sync_runs WHERE state = 'failed'"),
                Is.Empty,
                "runs that failed"
            );
            Assert.That(await database.OneAsync<long>("SELECT count(*) FROM sync_runs WHERE state = 'done'"), Is.Positive);
            foreach (var office in offices)
                Assert.That(amo.MaxRequestsPerSecond(office.Crm.Id), Is.LessThanOrEqualTo(7), "calls in any second");
        });
    }

    private static Task UntilAsync(FaultDatabase database, string condition, string otherwise) =>
        TestAccount.UntilAsync(() => database.OneAsync<bool>($"SELECT {condition}"), () => otherwise, Settling);
}
