using System.Diagnostics;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Bench.Service;

namespace AmoCrmQualification.Bench.Start;

/// <summary>Time from the process to a ready service whose schema is up to date: as it is published, against as it is built.</summary>
internal sealed class StartBench(BenchDatabase database, BenchOptions options, Report report)
{
    private const double Target = 2000; // ms
    private const string Published = "obj/published";

    public async Task RunAsync()
    {
        report.Begin(Topic.Start);
        await PublishAsync();
        await using var own = await database.CreateAsync("start");
        await using (await ServiceProcess.StartAsync(own, workers: 1)) { } // brings the schema up to date
        Samples published = new(),
            built = new();
        for (var round = 0; round < options.Rounds; round++)
        {
            published.Add(await StartAsync(own, Path.GetFullPath(Path.Combine(Published, ServiceProcess.Assembly))));
            built.Add(await StartAsync(own, ServiceProcess.Assembly));
        }

        report.AtMost("start to ready, published", published.Median, "ms", Target);
        report.Duration("start to ready, published", published, "built", built, 1);
        report.Remark($"rounds, ms: {published} published, {built} built");
    }

    private static async Task<double> StartAsync(BenchDatabase database, string assembly)
    {
        var clock = Stopwatch.StartNew();
        await using var service = await ServiceProcess.StartAsync(database, workers: 1, assembly: assembly);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task PublishAsync()
    {
        string[] arguments = ["publish", "src/Api", "--configuration", "Release", "--output", Published, "-p:SkipWebApp=true"];
        using var publish = Process.Start("dotnet", [.. arguments, "--verbosity", "quiet"]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException("The service could not be published.");
    }
}
