using System.Diagnostics;
using System.Globalization;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Dataset;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Bench.Service;

namespace AmoCrmQualification.Bench.Stats;

/// <summary>
/// The figures over HTTP, in a database with a long past: of an account with three tenths of all leads, and of one of the
/// many others.
/// </summary>
internal sealed class FiguresBench(BenchDatabase database, BenchOptions options, Report report)
{
    private const string Pipeline = "pipelineId=5000";

    public async Task RunAsync()
    {
        report.Begin(Topic.Figures);
        await using var own = await database.CreateAsync("figures");
        await using var service = await ServiceProcess.StartAsync(own, workers: 0);
        var accounts = await service.OpenAccountsAsync(BenchOptions.Accounts);
        await Past.CreateAsync(own, accounts, options.Leads, StagePaths.Long);
        await own.DaysAreCountedAsync();
        var steps = await own.ScalarAsync<long>("SELECT count(*) FROM amocrm_lead_status_history");
        report.Remark($"{steps.ToString("N0", CultureInfo.InvariantCulture)} rows of history");
        foreach (var (account, whose) in new[] { (accounts[1], "usual"), (accounts[0], "big") })
        {
            var month = Month();
            (string Name, string Path, double Most)[] figures =
            [
                ("funnel of 30 days", $"funnel?{Pipeline}&{month}", 30),
                ("creatives of 30 days", $"creatives?{month}", 60),
                ("creatives, all leads, reached or passed", "creatives?mode=reached_or_passed", 150),
                ("trend by week, all leads", "trends?interval=week", 100),
                ("maturity, all leads", "maturity?", 100),
                ("time in stage of 30 days", $"time-in-stage?{Pipeline}&{month}", 150),
                ("summary of 30 days", $"summary?{month}", 150),
            ];
            var samples = figures.ToDictionary(f => f.Name, _ => new Samples());
            for (var call = -2; call < options.StatsCalls; call++)
            {
                foreach (var (name, path, _) in figures)
                    await TimeAsync(samples[name], call < 0, service, $"/api/analytics/{path}&userAccountId={account.Id}");
            }

            var leads = await own.ScalarAsync<long>($"SELECT count(*) FROM leads WHERE user_account_id = '{account.Id}'");
            report.Remark($"{whose} account: {leads.ToString("N0", CultureInfo.InvariantCulture)} leads");
            foreach (var (name, _, most) in figures)
                report.AtMost($"{whose} account: {name}", samples[name].Median, "ms", most);
        }
    }

    /// <summary>Thirty days that are over; the dataset ends five days ago.</summary>
    private static string Month()
    {
        var last = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-15);
        return FormattableString.Invariant($"from={last.AddDays(-29):yyyy-MM-dd}&to={last:yyyy-MM-dd}");
    }

    private static async Task TimeAsync(Samples samples, bool isWarmUp, ServiceProcess service, string path)
    {
        var start = Stopwatch.GetTimestamp();
        await service.Http.GetStringAsync(new Uri(path, UriKind.Relative));
        if (!isWarmUp)
            samples.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
