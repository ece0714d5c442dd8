using System.Diagnostics;
using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Reporting;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Bench.Truth;

/// <summary>
/// How often verdicts are wrong, and right, in simulated pasts of which the truth is known; by the product's own code and by
/// the test that is usual. Seeds are fixed.
/// </summary>
internal sealed class TruthBench(BenchDatabase database, BenchOptions options, Report report)
{
    private const double MostWrong = 0.05;
    private const int Precisely = 5; // times as many pasts where the share is near its target
    private const string Other = "a test of two shares at each look";
    private static readonly TimeSpan LongestScenario = TimeSpan.FromSeconds(90); // no world begins after it

    public async Task RunAsync()
    {
        report.Begin(Topic.Truth);
        AtMost(Scenario.Equal, "any false verdict", looks => looks.Any);
        AtMost(Scenario.Late, "the new one called worse", looks => looks.Has(0, Verdict.Worse));
        AtMost(Scenario.Season, "any false verdict", looks => looks.Any);
        var strong = Simulate(Scenario.Strong, Precisely * options.TruthWorlds);
        AtLeast(strong, Scenario.Strong.Name + ": called better", looks => looks.Has(0, Verdict.Better), 0.8);
        AtMost(strong, "… its equals called worse", looks => looks.Has(Verdict.Worse, of: creative => creative > 0));
        AtLeast(
            Simulate(Scenario.Plain, options.TruthWorlds),
            Scenario.Plain.Name + ": called better",
            looks => looks.Has(0, Verdict.Better),
            0.95
        );
        await new WorldsOverHttp(database, options, report).RunAsync();
    }

    private void AtMost(Scenario scenario, string what, Func<Looks, bool> isSo) =>
        AtMost(Simulate(scenario, options.TruthWorlds), $"{scenario.Name}: {what}", isSo);

    private void AtMost(IReadOnlyList<(Looks Ours, Looks Naive)> worlds, string what, Func<Looks, bool> isSo) =>
        report.Share(what, Share(worlds, w => isSo(w.Ours)), Other, Share(worlds, w => isSo(w.Naive)), atMost: MostWrong);

    private void AtLeast(IReadOnlyList<(Looks Ours, Looks Naive)> worlds, string what, Func<Looks, bool> isSo, double least) =>
        report.Share(what, Share(worlds, w => isSo(w.Ours)), Other, Share(worlds, w => isSo(w.Naive)), atLeast: least);

    private static Rate Share(IReadOnlyList<(Looks Ours, Looks Naive)> worlds, Func<(Looks Ours, Looks Naive), bool> isSo) =>
        new(worlds.Count(isSo), worlds.Count);

    private List<(Looks Ours, Looks Naive)> Simulate(Scenario scenario, int count)
    {
        var clock = Stopwatch.StartNew();
        var seeds = World.Seeds(count);
        var worlds = new (Looks Ours, Looks Naive)?[count];
        Parallel.For(
            0,
            worlds.Length,
            number =>
            {
                if (clock.Elapsed > LongestScenario)
                    return;
                var world = World.Create(scenario, seeds[number]);
                worlds[number] = (Looks.Ours(scenario, world), Looks.Naive(scenario, world));
            }
        );
        var done = worlds.OfType<(Looks Ours, Looks Naive)>().ToList();
        if (done.Count < worlds.Length)
            report.Remark($"{scenario.Name}: {done.Count} pasts in the time there was");
        Console.WriteLine($"    {scenario.Name}: {clock.Elapsed.TotalSeconds:0} s");
        return done;
    }
}
