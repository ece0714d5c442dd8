using System.Runtime.InteropServices;
using AmoCrmQualification.Bench;
using AmoCrmQualification.Bench.Adoption;
using AmoCrmQualification.Bench.Backfill;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Dataset;
using AmoCrmQualification.Bench.Ingest;
using AmoCrmQualification.Bench.Processing;
using AmoCrmQualification.Bench.Reconciliation;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Bench.Service;
using AmoCrmQualification.Bench.Start;
using AmoCrmQualification.Bench.Stats;
using AmoCrmQualification.Bench.Truth;

if (args is [NaiveServer.Argument])
{
    await NaiveServer.RunAsync();
    return 0;
}

if (BenchOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(BenchOptions.Usage);
    return 1;
}

await using var database = await BenchDatabase.StartAsync();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var report = new Report(new Machine(await database.VersionAsync()), options);
var results = Path.Combine("bench", "results.md");
List<BenchAccount> accounts = [];
if (options.Topics.Contains(Topic.Start))
    await new StartBench(database, options, report).RunAsync();
if (options.NeedsAccounts)
{
    await using var service = await ServiceProcess.StartAsync(database, workers: 0);
    accounts.AddRange(await service.OpenAccountsAsync(BenchOptions.Accounts));
    if (options.NeedsLoad)
        await new IngestBench(database, options, report).RunAsync(service, accounts);
}

if (options.Topics.Contains(Topic.Reconciliation))
    await new ReconciliationBench(database, options, report).RunAsync();
if (options.Topics.Contains(Topic.Backfill))
    await new BackfillBench(database, options, report).RunAsync();

if (options.NeedsLeads)
    await Past.CreateAsync(database, accounts, options.Leads, StagePaths.Short);

if (options.Topics.Contains(Topic.Stats))
    await new StatsBench(database, options, report).RunAsync(accounts[0]);
if (options.Topics.Contains(Topic.Figures))
    await new FiguresBench(database, options, report).RunAsync();

await report.WriteAsync(results); // so far: processing is what takes long
if (options.Topics.Contains(Topic.Processing))
    await new ProcessingBench(database, options, report).RunAsync();
if (options.Topics.Contains(Topic.Adoption))
    await new AdoptionBench(database, options, report).RunAsync();

if (options.Topics.Contains(Topic.Truth))
    await new TruthBench(database, options, report).RunAsync();

await report.WriteAsync(results);
return 0;

// The database is a process of its own and would outlive us.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    _ = StopAsync();
}

async Task StopAsync()
{
    await database.DisposeAsync();
    Environment.Exit(130);
}
