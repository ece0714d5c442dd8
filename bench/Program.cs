using AmoCrmQualification.Bench;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Ingest;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Bench.Service;

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
var report = new Report(new Machine(await database.VersionAsync()), options);
List<BenchAccount> accounts = [];
await using (var service = await ServiceProcess.StartAsync(database, workers: 0))
{
    for (var number = 0; number < BenchOptions.Accounts; number++)
        accounts.Add(await service.OpenAccountAsync(number));
    if (options.NeedsLoad)
        await new IngestBench(database, options, report).RunAsync(service, accounts);
}

await report.WriteAsync(Path.Combine("bench", "results.md"));
return 0;
