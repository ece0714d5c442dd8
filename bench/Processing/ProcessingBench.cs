using System.Diagnostics;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Bench.Service;

namespace AmoCrmQualification.Bench.Processing;

/// <summary>Rate at which queued deliveries take effect, each once and in its place.</summary>
internal sealed class ProcessingBench(BenchDatabase database, BenchOptions options, Report report)
{
    private const int WarmUpEvents = 10_000; // until hardly anything is compiled any more

    private readonly Queue _queue = new(database, "bench_fill");
    private readonly NaiveWorker _naive = new(database.Source);
    private readonly Samples _one = new();
    private readonly Samples _two = new();
    private readonly Samples _twoProcesses = new();
    private readonly Samples _entityFramework = new();
    private readonly Samples _plpgsql = new();
    private readonly List<string> _errors = [];
    private long _events;

    public async Task RunAsync()
    {
        report.Begin(Topic.Processing);
        await _queue.CreateAsync();
        await database.ExecuteAsync(BenchDatabase.Script("plpgsql.sql"));
        var clock = Stopwatch.StartNew();
        for (var round = 0; round == 0 || (round < options.Rounds && clock.Elapsed < options.ProcessingTime); round++)
        {
            await ServiceAsync(_one, 1);
            await PlpgsqlAsync();
            await EntityFrameworkAsync();
            await ServiceAsync(_two, 2);
            await ServiceAsync(_twoProcesses, 1, 1);
        }

        Print();
    }

    private void Print()
    {
        report.Rate("processing, 1 worker", _one, "one EF Core unit of work per event", _entityFramework, target: 25);
        report.Rate("processing, 1 worker", _one, "the same work in one plpgsql call, parsed beforehand", _plpgsql, target: 1.2);
        report.Rate("processing, 2 workers", _two, "1 worker", _one, target: 1.5);
        report.Rate("processing, 2 processes of 1 worker", _twoProcesses, "1 worker", _one, target: 1.4);
        var errors = _errors.Count == 0 ? "0 lost, 0 twice, 0 out of place" : string.Join("; ", _errors);
        report.Fact($"… {_events:N0} deliveries, of all sides, checked one by one", errors, _errors.Count == 0);
        report.Remark(
            $"events per second, by round: 1 worker {_one}; 2 workers {_two}; 2 processes {_twoProcesses}; EF {_entityFramework}; plpgsql {_plpgsql}"
        );
    }

    private async Task ServiceAsync(Samples samples, params int[] workersOfProcesses)
    {
        var services = new List<ServiceProcess>();
        try
        {
            foreach (var workers in workersOfProcesses)
                services.Add(await ServiceProcess.StartAsync(database, workers));
            await _queue.FillAsync(WarmUpEvents);
            await _queue.UntilEmptyAsync();

            var start = await _queue.FillLockedAsync(options.QueuedEvents);
            var clock = Stopwatch.StartNew();
            await Queue.StartAsync(start);
            await _queue.UntilEmptyAsync();
            await CountAsync(string.Join(" + ", workersOfProcesses) + " workers", samples, clock.Elapsed);
        }
        finally
        {
            foreach (var service in services)
                await service.DisposeAsync();
        }
    }

    private async Task PlpgsqlAsync()
    {
        await _queue.FillAsync(options.QueuedEvents);
        var clock = Stopwatch.StartNew();
        await database.ExecuteAsync("SELECT bench_process()");
        await CountAsync("plpgsql", _plpgsql, clock.Elapsed);
    }

    private async Task EntityFrameworkAsync()
    {
        await _queue.FillAsync(options.EntityFrameworkEvents);
        var clock = Stopwatch.StartNew();
        await _naive.WorkAsync();
        await CountAsync("EF Core", _entityFramework, clock.Elapsed);
    }

    private async Task CountAsync(string side, Samples samples, TimeSpan time)
    {
        var events = await _queue.CountAsync();
        samples.Add(events / time.TotalSeconds);
        Console.WriteLine($"      {side}: {Number.Format(events / time.TotalSeconds)} events/s");
        _events += events;
        _errors.AddRange(await _queue.ErrorsAsync());
    }
}
