using System.Diagnostics;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Processing;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Bench.Service;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Bench.Adoption;

/// <summary>Costs of counting deals made elsewhere: of moves of known leads, and of deals that nobody has heard of.</summary>
internal sealed class AdoptionBench(BenchDatabase database, BenchOptions options, Report report)
{
    private const int WarmUpEvents = 2_000;
    private const string Adopt = "UPDATE user_accounts SET adopt_deals = CASE WHEN $1 THEN 'all' ELSE 'off' END";

    private const string Unadopted = """
        SELECT count(*) FROM bench_events e
        WHERE $1 <> EXISTS (SELECT FROM leads l WHERE l.user_account_id = e.account AND l.amocrm_lead_id = e.deal)
        """;

    private readonly Queue _known = new(database, "bench_fill");
    private readonly Queue _foreign = new(database, "bench_fill_foreign");
    private readonly Samples _knownOn = new();
    private readonly Samples _knownOff = new();
    private readonly Samples _foreignOn = new();
    private readonly Samples _foreignOff = new();
    private readonly List<string> _errors = [];
    private long _events;

    public async Task RunAsync()
    {
        report.Begin(Topic.Adoption);
        await _known.CreateAsync();
        for (var round = 0; round < options.Rounds; round++)
        {
            await ProcessAsync(_known, _knownOn, isAdopting: true);
            await ProcessAsync(_known, _knownOff, isAdopting: false);
            await ProcessAsync(_foreign, _foreignOff, isAdopting: false);
            await ProcessAsync(_foreign, _foreignOn, isAdopting: true);
        }

        Print();
    }

    private void Print()
    {
        report.Rate("moves of known leads, deals made elsewhere count", _knownOn, "they do not count", _knownOff, target: 0.8);
        report.Rate(
            "deals made elsewhere become leads, with their marks",
            _foreignOn,
            "they stay outside",
            _foreignOff,
            target: 0.8
        );
        var errors = _errors.Count == 0 ? "0 lost, 0 twice, 0 out of place, 0 adopted wrongly" : string.Join("; ", _errors);
        report.Fact($"… {_events:N0} deliveries, of all sides, checked one by one", errors, _errors.Count == 0);
        report.Remark(
            $"events per second, by round: known leads {_knownOn}, without adoption {_knownOff}; made elsewhere {_foreignOn}, without adoption {_foreignOff}"
        );
    }

    private async Task ProcessAsync(Queue queue, Samples samples, bool isAdopting)
    {
        await database.ExecuteAsync(Adopt, BatchCommands.Scalar(isAdopting));
        await using var service = await ServiceProcess.StartAsync(database, workers: 1);
        await queue.FillAsync(WarmUpEvents);
        await queue.UntilEmptyAsync();

        var start = await queue.FillLockedAsync(options.AdoptedEvents);
        var clock = Stopwatch.StartNew();
        await Queue.StartAsync(start);
        await queue.UntilEmptyAsync();
        var time = clock.Elapsed;

        var events = await queue.CountAsync();
        samples.Add(events / time.TotalSeconds);
        _events += events;
        _errors.AddRange(await queue.ErrorsAsync());
        if (
            queue == _foreign
            && await database.ScalarAsync<long>(Unadopted, BatchCommands.Scalar(isAdopting)) is > 0 and var wrong
        )
            _errors.Add($"{wrong} adopted wrongly");
    }
}
