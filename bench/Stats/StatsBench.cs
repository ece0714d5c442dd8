using System.Diagnostics;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Bench.Service;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Bench.Stats;

/// <summary>The qualification statistics of an account with three tenths of all leads.</summary>
internal sealed class StatsBench(BenchDatabase database, BenchOptions options, Report report)
{
    private const double MostTime = 10; // ms
    private const string SpecTable = "leads_spec";

    private const string CountOfSpecification = $"""
        SELECT creative_id, count(*), count(*) FILTER (WHERE is_qualified) FROM {SpecTable}
        WHERE user_account_id = $1 AND amocrm_lead_id IS NOT NULL AND NOT is_deleted AND NOT is_test
        GROUP BY creative_id ORDER BY count(*) DESC, creative_id
        """;

    private readonly Samples _http = new();
    private readonly Samples _spec = new();

    public async Task RunAsync(BenchAccount account)
    {
        report.Begin(Topic.Stats);
        await database.ExecuteAsync(BenchDatabase.Script("spec_table.sql"));
        await database.ExecuteAsync($"VACUUM (ANALYZE) {SpecTable}");
        await using var service = await ServiceProcess.StartAsync(database, workers: 0);
        await database.DaysAreCountedAsync();
        var address = new Uri($"/api/amocrm/qualification-stats?userAccountId={account.Id}", UriKind.Relative);
        (Samples Samples, Func<Task> Call)[] sides =
        [
            (_http, () => service.Http.GetStringAsync(address)),
            (_spec, () => database.RowsAsync(CountOfSpecification, BatchCommands.Scalar(account.Id))),
        ];
        for (var call = -2; call < options.StatsCalls; call++)
        {
            // There and back, so that no side always finds the pages that another has put out of the cache.
            foreach (var (samples, side) in call % 2 == 0 ? sides : sides.Reverse())
                await TimeAsync(samples, isWarmUp: call < 0, side);
        }

        await PrintAsync(account);
        await database.ExecuteAsync($"DROP TABLE {SpecTable}");
    }

    private async Task PrintAsync(BenchAccount account)
    {
        report.Duration("qualification stats over HTTP", _http, "GROUP BY over the specification's indexes", _spec, target: 40);
        report.AtMost("… time", _http.Median, "ms", MostTime);
        report.Remark($"plan over the specification's indexes: {await PlanAsync(account)}");
    }

    private async Task<string> PlanAsync(BenchAccount account)
    {
        var plan = await database.RowsAsync(
            "EXPLAIN (COSTS OFF) " + CountOfSpecification.Replace("$1", $"'{account.Id}'", StringComparison.Ordinal)
        );
        return string.Join(
            ", ",
            plan.Select(line => line.Trim(' ', '-', '>')).Where(l => l.Contains("Scan", StringComparison.Ordinal))
        );
    }

    private static async Task TimeAsync(Samples samples, bool isWarmUp, Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await call();
        if (!isWarmUp)
            samples.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
