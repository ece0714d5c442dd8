using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Bench.Service;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Bench.Truth;

/// <summary>
/// Simulated pasts as leads of one account, each a direction of its own: the service must judge them as its own code does
/// without it.
/// </summary>
internal sealed class WorldsOverHttp(BenchDatabase database, BenchOptions options, Report report)
{
    private static readonly Scenario Equal = Scenario.Equal with { LastLook = Scenario.Strong.LastLook };

    public async Task RunAsync()
    {
        await using var own = await database.CreateAsync("truth");
        await using var service = await ServiceProcess.StartAsync(own, workers: 0);
        var account = await service.OpenAsync(new { name = "Truth", time_zone = "UTC" });
        var worlds = World
            .Seeds(options.WorldsOverHttp)
            .Select((seed, number) => (Scenario: number % 2 == 0 ? Equal : Scenario.Strong, seed))
            .Select(world => (world.Scenario, Past: World.Create(world.Scenario, world.seed)))
            .ToList();
        var leads = await WorldWriter.WriteAsync(own, account, worlds.ConvertAll(w => w.Past));

        var clock = Stopwatch.StartNew();
        var rows = await RowsAsync(service, account);
        var time = clock.Elapsed;

        var judged = worlds.ConvertAll(w => (w.Scenario, Looks: Judge(w.Past, rows), Wrong: Differing(w.Past, rows)));
        var (equal, strong) = (judged.Where(w => w.Scenario == Equal).ToList(), judged.Where(w => w.Scenario != Equal).ToList());
        report.Fact(
            $"… {worlds.Count:N0} of these pasts over HTTP: verdicts and evidence that differ from the code's own",
            $"{judged.Sum(w => w.Wrong)} of {rows.Count:N0}",
            judged.TrueForAll(w => w.Wrong == 0)
        );
        var (wrong, named) = (equal.Count(w => w.Looks.Any), strong.Count(w => w.Looks.Has(0, Verdict.Better)));
        report.Fact(
            "… of equal creatives, one look: with a false verdict",
            $"{wrong} of {equal.Count}",
            wrong <= 0.05 * equal.Count
        );
        report.Fact("… of 45 % against 30 %, one look: called better", $"{named} of {strong.Count}", named >= 0.7 * strong.Count);
        report.Remark(
            string.Create(
                CultureInfo.InvariantCulture,
                $"creatives over HTTP with {rows.Count:N0} creatives and {leads:N0} leads: {time.TotalMilliseconds:N0} ms"
            )
        );
    }

    private static async Task<Dictionary<Guid, (string Verdict, double Ln)>> RowsAsync(
        ServiceProcess service,
        BenchAccount account
    )
    {
        var path = new Uri($"/api/analytics/creatives?userAccountId={account.Id}", UriKind.Relative);
        var answer = await service.Http.GetFromJsonAsync<JsonElement>(path);
        return answer
            .GetProperty("creatives")
            .EnumerateArray()
            .ToDictionary(
                row => row.GetProperty("creative_id").GetGuid(),
                row => (row.GetProperty("verdict").GetString()!, row.GetProperty("ln_evidence").GetDouble())
            );
    }

    private static Looks Judge(World world, Dictionary<Guid, (string Verdict, double Ln)> rows)
    {
        var looks = new Looks();
        for (var creative = 0; creative < world.Creatives; creative++)
            looks.Add(
                creative,
                Enum.TryParse<Verdict>(rows[world.Id(creative)].Verdict, ignoreCase: true, out var verdict)
                    ? verdict
                    : Verdict.TooEarly
            );
        return looks;
    }

    private static int Differing(World world, Dictionary<Guid, (string Verdict, double Ln)> rows) =>
        DirectionVerdicts
            .From(world.Judged(Scenario.Strong.LastLook))
            .Values.Count(expected =>
                rows[expected.Creative.Value] is var (verdict, ln)
                && (
                    Math.Abs(ln - expected.Evidence.Ln) > 0.0001
                    || JsonNamingPolicy.SnakeCaseLower.ConvertName($"{expected.Verdict}") != verdict
                )
            );
}
