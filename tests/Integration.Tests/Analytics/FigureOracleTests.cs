using System.Globalization;
using AmoCrmQualification.Infrastructure.Rollups;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>
/// The figures, and the lists behind them, against other SQL over the raw histories of a hundred thousand random leads.
/// </summary>
internal sealed class FigureOracleTests : ApiTest
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static readonly FigureMode[] Modes =
    [
        new("current"),
        new("ever"),
        new("reached_or_passed"),
        new("within", 10),
        new("within", (Now - new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)).Days), // half of the leads are too young for it
        new("judged", 14),
    ];

    [Test]
    public async Task They_agree()
    {
        await using var service = await Service.StartAsync(); // other tests read all of the shared one's tables
        var account = await TestAccount.OpenAsync(service, new { time_zone = "Asia/Almaty", currency = "RUB" }, connect: false);
        var past = await RandomPast.MakeAsync(account);
        await service.ExecuteAsync(string.Format(CultureInfo.InvariantCulture, FigureOracles.Paths, past.Account.Id));
        var filters = new FigureFilter[] { new(null, null, null), new("2026-02-03", "2026-03-19", past.Directions[1]) };

        foreach (var isStored in new[] { false, true })
        {
            if (isStored)
                await service.Services.GetRequiredService<CohortDays>().CountAsync(new(account.Id), CancellationToken.None);
            foreach (var filter in filters)
            foreach (var mode in Modes)
                await CompareCreativesAsync(past, filter, mode);
            await CompareWeeksAsync(past, filters[1]);
            await CompareWeeksAsync(past, filters[1] with { Direction = null });
        }
        foreach (var filter in filters)
        {
            await CompareCostsAsync(past, filter);
            await CompareFunnelAsync(past, filter);
            await CompareTimeInStageAsync(past, filter);
        }
        foreach (var mode in Modes.Take(4))
        {
            await ComparePreviousAsync(past, new("2026-02-20", $"{Now:yyyy-MM-dd}", null), mode);
            await ComparePreviousAsync(past, new("2026-02-20", $"{Now:yyyy-MM-dd}", past.Directions[0]), mode);
        }
        await FigureLists.CompareAsync(past, Modes, new("2026-02-03", "2026-02-04", past.Directions[0]));
    }

    private static async Task CompareCreativesAsync(RandomPast past, FigureFilter filter, FigureMode mode)
    {
        var rows = await past.Account.CreativesAsync($"{filter}&{mode}");
        var asOf = rows[0].GetProperty("qualification").Time("as_of")!.Value;
        var expected = await past.AskAsync(FigureOracles.Creatives(mode.Name, mode.Days), filter, asOf);

        // Creatives that only cost something are there too; revenue is told of those that brought leads.
        Assert.That(
            rows.Where(row => row.Number("total_leads") > 0)
                .Select(r =>
                    (
                        r.Text("creative_id"),
                        r.Number("total_leads"),
                        r.Number("qualified_leads"),
                        r.GetProperty("qualification").Number("denominator"),
                        r.Number("won_deals"),
                        (decimal?)r.Decimal("revenue")
                    )
                ),
            Is.EquivalentTo(
                expected.Select(r =>
                    (
                        (string?)r[0],
                        (long?)(long)r[1],
                        (long?)(long)r[2],
                        (long?)(long)r[3],
                        (long?)(long)r[4],
                        (decimal?)(decimal)r[5]
                    )
                )
            ),
            $"{mode} {filter}"
        );
        Assert.That(rows.Sum(r => r.Number("qualified_leads")), Is.Positive);
        if (mode.Name is "judged")
            Assert.That(
                rows.Select(r => (r.Number("total_leads"), r.Number("qualified_leads"))),
                Is.EqualTo(rows.Select(r => (r.Number("judged_leads"), r.Number("judged_qualified"))))
            );
    }

    private static async Task CompareCostsAsync(RandomPast past, FigureFilter filter)
    {
        var rows = await past.Account.CreativesAsync($"{filter}&mode=ever");
        var summary = await past.Account.FiguresAsync($"summary?{filter}&mode=ever");
        var expected = await past.AskAsync(FigureOracles.Costs, filter);
        var all = (await past.AskAsync(FigureOracles.CostsInAll, filter)).Single();

        string[] counts = ["leads_with_spend", "qualified_with_spend", "won_with_spend"];
        Assert.That(
            rows.Where(r => !r.IsNull("spend"))
                .Select(r =>
                    $"{r.Text("creative_id")} {Amount(r.Decimal("spend"))} {r.Number("spend_days")} {Line(r, counts)} {Amount(r.Decimal("revenue_with_spend"))} {r.Decimal("cpl")} {r.Decimal("cpql")} {r.Decimal("cac")}"
                ),
            Is.EquivalentTo(
                expected.Select(r =>
                    $"{r[0]} {Amount((decimal)r[1])} {Line(r[2..6])} {Amount((decimal)r[6])} {Per(r[1], r[3])} {Per(r[1], r[4])} {Per(r[1], r[5])}"
                )
            ),
            $"costs {filter}"
        );
        Assert.That(
            new[] { "spend", "spend_days", "leads_with_spend", "revenue_with_spend", "cpl", "cpql", "cac" }.Select(name =>
                Value(summary, name)
            ),
            Is.EqualTo(
                    new[] { all[0], all[1], all[2], all[5] }
                        .Select(Convert.ToDouble)
                        .Concat([Per(all[0], all[2])!.Value, Per(all[0], all[3])!.Value, Per(all[0], all[4])!.Value])
                )
                .Within(1e-6),
            $"costs in all {filter}"
        );
    }

    private static double? Per(object spend, object count) =>
        (long)count == 0 ? null : (double)Math.Round((decimal)spend / (long)count, 2, MidpointRounding.AwayFromZero);

    private static string Amount(double? amount) => $"{amount:0.00}";

    private static string Amount(decimal amount) => $"{amount:0.00}";

    /// <summary>As it stood when its leads were as old as those of the period are now.</summary>
    private static async Task ComparePreviousAsync(RandomPast past, FigureFilter filter, FigureMode mode)
    {
        var summary = await past.Account.FiguresAsync($"summary?{filter}&{mode}");
        var rate = summary.GetProperty("qualification").GetProperty("previous");
        var before = summary.GetProperty("previous_period");
        var expected = await past.AskAsync(
            FigureOracles.Creatives(mode.Name, mode.Days),
            filter with
            {
                From = before.Text("from"),
                To = before.Text("to"),
            },
            rate.Time("as_of")!.Value
        );

        Assert.That(
            new[] { "leads", "qualified", "won", "revenue" }.Select(name =>
                (decimal?)summary.GetProperty(name).Decimal("previous")
            ),
            Is.EqualTo(new decimal?[] { Sum(1), Sum(2), Sum(4), expected.Sum(r => (decimal)r[5]) }),
            $"before {filter} {mode}"
        );
        Assert.That(rate.Number("denominator"), Is.EqualTo(Sum(3)));
        Assert.That(Sum(2), Is.Positive);

        long Sum(int column) => expected.Sum(r => (long)r[column]);
    }

    private static async Task CompareFunnelAsync(RandomPast past, FigureFilter filter)
    {
        var stages = (await past.Account.FiguresAsync($"funnel?pipelineId=1&{filter}")).List("stages");
        var expected = await past.AskAsync(FigureOracles.Funnel, filter);

        string[] counts = ["status_id", "reached", "reached_or_passed", "current", "lost_from"];
        Assert.That(stages.Select(s => Line(s, counts)), Is.EquivalentTo(expected.Select(Line)), $"funnel {filter}");
        Assert.That(stages.Select(s => s.Number("reached_or_passed")), Is.Ordered.Descending, "a funnel never rises");
    }

    private static async Task CompareTimeInStageAsync(RandomPast past, FigureFilter filter)
    {
        var stages = (await past.Account.FiguresAsync($"time-in-stage?pipelineId=1&{filter}")).List("stages");
        var expected = await past.AskAsync(FigureOracles.TimeInStage, filter);
        var median = await past.AskAsync(FigureOracles.MedianHours, filter);

        string[] exits = ["forward", "back", "won", "lost", "elsewhere"];
        Assert.That(
            stages.Select(s => $"{Line(s, ["status_id", "visits", "open"])} {Line(s.GetProperty("exits"), exits)}"),
            Is.EquivalentTo(expected.Select(Line)),
            $"time in stage {filter}"
        );
        Assert.That(
            stages.Single(s => s.Number("status_id") == 12).Decimal("median_hours"),
            Is.EqualTo((double)median[0][0]).Within(0.006),
            $"median {filter}"
        );
    }

    private static async Task CompareWeeksAsync(RandomPast past, FigureFilter filter)
    {
        var points = (await past.Account.FiguresAsync($"trends?interval=week&{filter}")).List("points");
        var summary = await past.Account.FiguresAsync($"summary?{filter}");
        var expected = await past.AskAsync(FigureOracles.Weeks, filter);

        Assert.That(
            points.Select(p =>
                (
                    p.Text("date"),
                    p.Number("total_leads"),
                    p.Number("won_deals"),
                    (decimal?)p.Decimal("revenue"),
                    (decimal?)p.Decimal("spend")
                )
            ),
            Is.EqualTo(
                expected.Select(r =>
                    (
                        (string?)$"{r[0]:yyyy-MM-dd}",
                        (long?)(long)r[1],
                        (long?)(long)r[2],
                        (decimal?)(decimal)r[3],
                        (decimal?)(decimal)r[4]
                    )
                )
            ),
            $"weeks {filter}"
        );
        Assert.That(Value(summary, "leads"), Is.EqualTo(expected.Sum(r => (long)r[1])));
        Assert.That(Value(summary, "won"), Is.EqualTo(expected.Sum(r => (long)r[2])));
        Assert.That(Value(summary, "revenue"), Is.EqualTo(expected.Sum(r => (decimal)r[3])));
        Assert.That((decimal)Value(summary, "spend")!.Value, Is.EqualTo(expected.Sum(r => (decimal)r[4])));
    }

    private static double? Value(JsonElement summary, string name) => summary.GetProperty(name).Decimal("value");

    private static string Line(JsonElement json, string[] names) => string.Join(' ', names.Select(name => json.Number(name)));

    private static string Line(object[] row) => string.Join(' ', row);
}
