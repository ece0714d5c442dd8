using System.Globalization;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Reconciliation;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Bench.Service;

namespace AmoCrmQualification.Bench.Backfill;

/// <summary>
/// Time that deals made elsewhere take to become leads, against what amoCRM's pace alone asks, and the memory for it: a few
/// deals at amoCRM's own pace, and many at a raised one, at which each call has a seventh of the time.
/// </summary>
internal sealed class BackfillBench(BenchDatabase database, BenchOptions options, Report report)
{
    private const double MostMemory = 400;
    private const double MostOfPace = 1.2;
    private const int AllDeals = 300_000;

    public async Task RunAsync()
    {
        report.Begin(Topic.Backfill);
        await FillAsync(options.PacedDeals, SimulatedCrm.Pace, "amoCRM's pace");
        await FillAsync(options.BackfilledDeals, SimulatedCrm.RaisedPace, "a raised pace");
    }

    private async Task FillAsync(int deals, int pace, string called)
    {
        await using var own = await database.CreateAsync("backfill");
        await using var crm = await SimulatedCrm.GenerateAsync(deals, pace);
        await using var service = await ServiceProcess.StartAsync(own, workers: 2, crm.Address, pace);
        var at = crm.Accounts.Single();
        var account = await service.ConnectAccountAsync(0, at.Host, at.LongLivedToken);
        var times = await RunTimes.WaitAsync(own, await RunTimes.BackfillsAsync(own));
        var calls = crm.Calls;
        var alone = (double)calls.Count / pace;
        var wrong = await new LinkedLeads(own, crm, [account]).WrongAsync();

        var what = Said($"backfill of {deals:N0} deals at {called}, {pace} calls a second");
        report.AtMost($"{what}: time, of what its calls alone ask", times.One / alone, "×", MostOfPace);
        report.Fact("… time", $"{Number.Format(times.One)} s", times.Done == 1);
        report.Fact("… leads against amoCRM's deals, one by one", Said($"{wrong:N0} wrong"), wrong == 0);
        report.AtMost("… peak memory of the service", service.PeakMemory, "MB", MostMemory);
        report.Remark(
            Said(
                $"{what}: {calls.Count:N0} calls ({Kinds(calls.Select(c => c.Path))}), {calls.Count(c => c.Status is 429 or 403)} refused; for {AllDeals:N0} deals these are {(double)calls.Count * AllDeals / deals / SimulatedCrm.Pace / 60:0} minutes at amoCRM's pace"
            )
        );
    }

    private static string Kinds(IEnumerable<string> paths) =>
        string.Join(", ", paths.CountBy(p => p).OrderByDescending(k => k.Value).Select(k => Said($"{k.Value:N0} {k.Key}")));

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
