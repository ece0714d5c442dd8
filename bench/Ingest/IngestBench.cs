using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Load;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Bench.Service;

namespace AmoCrmQualification.Bench.Ingest;

/// <summary>Deliveries per second that are committed and answered, and their cost in memory.</summary>
internal sealed class IngestBench(BenchDatabase database, BenchOptions options, Report report)
{
    private const int DifferentBodies = 256;
    private const double MostMemory = 250;

    private readonly Samples _ours = new();
    private readonly Samples _p50 = new();
    private readonly Samples _p99 = new();
    private readonly Samples _inserting = new();
    private readonly Samples _pgBench = new();
    private readonly Samples _plain = new();

    public async Task RunAsync(ServiceProcess service, IReadOnlyList<BenchAccount> accounts)
    {
        await database.ExecuteAsync(
            $"""
            CREATE TABLE {NaiveServer.Table} (LIKE webhook_inbox INCLUDING ALL);
            CREATE TABLE {PgBench.Table} (LIKE webhook_inbox INCLUDING ALL);
            CREATE SEQUENCE ingest_ids CACHE 1000
            """
        );
        report.Begin(options.Topics.Contains(Topic.Ingest) ? Topic.Ingest : Topic.Memory);
        var ours = Load(service.Address, accounts, account => account.WebhookPath);
        if (options.Topics.Contains(Topic.Ingest))
            await CompareAsync(ours, accounts);
        else
            await OursAsync(ours, options.Rounds * options.LoadTime);

        report.Begin(Topic.Memory);
        report.AtMost(
            $"peak memory of the service under {BenchOptions.Connections} connections",
            service.PeakMemory,
            "MB",
            MostMemory
        );
    }

    private async Task CompareAsync(HttpLoad ours, IReadOnlyList<BenchAccount> accounts)
    {
        await using var naive = await NaiveServer.StartAsync(database.ConnectionString);
        var inserting = Load(naive.Address, accounts, account => $"/insert?user_id={account.Id}");
        var plain = Load(naive.Address, accounts, account => $"/plain?user_id={account.Id}");
        var pgBench = PgBench.Find(database.ConnectionString, Body(0));
        foreach (var load in (HttpLoad[])[ours, inserting, plain])
            await FreshAsync(() => load.RunAsync(options.WarmUp, options.LoadTime)); // for the compiler; not counted
        for (var round = 0; round < options.Rounds; round++)
        {
            await OursAsync(ours, options.LoadTime);
            await OthersAsync(_inserting, inserting);
            if (pgBench is not null)
                _pgBench.Add(await FreshAsync(() => pgBench.RunAsync(options.LoadTime)));
            await OthersAsync(_plain, plain);
        }

        Print(pgBench is not null);
    }

    private void Print(bool hasPgBench)
    {
        var what = $"durable ingest, {BenchOptions.Connections} connections";
        report.Rate(what, _ours, "one INSERT per request", _inserting, target: 3);
        if (hasPgBench)
            report.Rate(what, _ours, $"pgbench, {BenchOptions.PgBenchClients} clients", _pgBench, target: 2);
        else
            report.Remark("pgbench is not installed: that row is left out.");
        report.Rate(what, _ours, "the same answer without a database", _plain, target: 0.35);
        report.AtMost("… p99 of an answer", _p99.Median, "ms", 100);
        report.Remark(
            $"ingest per second, by round: ours {_ours} (p50 {_p50} ms); INSERT {_inserting}; pgbench {_pgBench}; plain {_plain}"
        );
    }

    private async Task OursAsync(HttpLoad load, TimeSpan time)
    {
        var result = await FreshAsync(() => load.RunAsync(options.WarmUp, time));
        _ours.Add(result.PerSecond);
        _p50.Add(result.P50);
        _p99.Add(result.P99);
        if (result.Refused > 0)
            report.Fact("… refused deliveries", $"{result.Refused}", isRight: false);
    }

    private async Task OthersAsync(Samples samples, HttpLoad load) =>
        samples.Add((await FreshAsync(() => load.RunAsync(options.WarmUp, options.LoadTime))).PerSecond);

    /// <summary>Everybody begins with empty tables and a checkpoint just done.</summary>
    private async Task<T> FreshAsync<T>(Func<Task<T>> run)
    {
        await database.ExecuteAsync($"TRUNCATE webhook_inbox, {NaiveServer.Table}, {PgBench.Table}");
        await database.ExecuteAsync("CHECKPOINT");
        return await run();
    }

    private static HttpLoad Load(Uri address, IReadOnlyList<BenchAccount> accounts, Func<BenchAccount, string> path) =>
        new(
            address,
            [
                .. Enumerable
                    .Range(0, DifferentBodies)
                    .Select(i => HttpLoad.Post(address, path(accounts[i % accounts.Count]), Body(i))),
            ],
            BenchOptions.Connections
        );

    private static byte[] Body(int number) => StatusForm.Body(30_000_000 + number, TimeProvider.System.GetUtcNow());
}
