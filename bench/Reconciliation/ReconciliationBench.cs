using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Bench.Service;
using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Bench.Reconciliation;

/// <summary>Cost of bringing many accounts level with amoCRM: calls, time and memory, at the pace that amoCRM allows.</summary>
internal sealed class ReconciliationBench(BenchDatabase database, BenchOptions options, Report report)
{
    private const double MostMemory = 400;
    private const int AtOnce = 8;

    private readonly string _size = $"{options.ReconciledAccounts:N0} accounts × {options.DealsOfAnAccount:N0} linked leads";

    public async Task RunAsync()
    {
        report.Begin(Topic.Reconciliation);
        await using var own = await database.CreateAsync("reconciliation");
        await using var crm = await SimulatedCrm.StartAsync(options.ReconciledAccounts, options.DealsOfAnAccount);
        await using var service = await ServiceProcess.StartAsync(own, workers: 2, crm.Address);
        var accounts = await ConnectAsync(service, crm);
        var leads = new LinkedLeads(own, crm, accounts);
        await RunTimes.QuietAsync(own); // before there are leads, so that the runs of connecting find none
        await leads.CreateAsync();

        await ReconcileAsync($"reconciliation, {_size}, of which nothing is known", own, service, crm, accounts);
        await CheckAsync(leads);
        await RunTimes.QuietAsync(own);
        var moved = crm.MoveSilently();
        await ReconcileAsync($"reconciliation, {_size}, {moved:N0} moved silently", own, service, crm, accounts);
        await CheckAsync(leads);
        report.AtMost($"peak memory of the service, {_size}", service.PeakMemory, "MB", MostMemory);
    }

    private static async Task<BenchAccount[]> ConnectAsync(ServiceProcess service, SimulatedCrm crm)
    {
        var accounts = new BenchAccount[crm.Accounts.Count];
        await Parallel.ForAsync(
            0,
            accounts.Length,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) =>
            {
                var at = crm.Accounts[number];
                accounts[number] = await service.ConnectAccountAsync(number, at.Host, at.LongLivedToken);
            }
        );
        return accounts;
    }

    private async Task ReconcileAsync(
        string what,
        BenchDatabase own,
        ServiceProcess service,
        SimulatedCrm crm,
        BenchAccount[] accounts
    )
    {
        crm.ForgetCalls();
        var runs = new List<Guid>();
        foreach (var account in accounts)
            runs.Add(await service.ReconcileAsync(account));
        var times = await RunTimes.WaitAsync(own, [.. runs]);
        var calls = crm.Calls;
        var refused = calls.Count(c => c.Status is 429 or 403);
        var areDone = times.Done == accounts.Length;

        report.Fact($"{what}: calls per account", Number.Format(PerAccount(calls.Count)), refused == 0);
        report.Fact("… median run", $"{Number.Format(times.One)} s", areDone);
        report.Fact("… all accounts", $"{Number.Format(times.All)} s", areDone);
        report.Remark($"{what}: {Kinds(calls)} per account; {refused} refused, at most {crm.MostCallsInASecond} in any second");
    }

    private async Task CheckAsync(LinkedLeads leads)
    {
        var wrong = await leads.WrongAsync();
        report.Fact("… current stages against amoCRM's, lead by lead", $"{wrong:N0} wrong", wrong == 0);
    }

    private string Kinds(IReadOnlyList<LoggedRequest> calls) =>
        string.Join(
            ", ",
            calls.CountBy(KindOf).OrderByDescending(k => k.Value).Select(k => $"{Number.Format(PerAccount(k.Value))} {k.Key}")
        );

    private double PerAccount(int calls) => (double)calls / options.ReconciledAccounts;

    private static string KindOf(LoggedRequest call) =>
        (call.Path, Uri.UnescapeDataString(call.Query)) switch
        {
            ("/api/v4/events", var query) when query.Contains("filter[entity_id]", StringComparison.Ordinal) =>
                "for events of single deals",
            ("/api/v4/events", _) => "for the account's events",
            ("/api/v4/leads", _) => "for states of deals",
            ("/api/v4/leads/pipelines", _) => "for pipelines",
            var (path, _) => path,
        };
}
