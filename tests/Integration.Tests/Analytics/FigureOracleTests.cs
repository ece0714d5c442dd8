using System.Globalization;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>
/// The figures, and the lists behind them, against other SQL over the raw histories of a hundred thousand random leads.
/// </summary>
internal sealed class FigureOracleTests : ApiTest
{
    private static readonly string[] Modes = ["current", "ever", "reached_or_passed", "within&days=10"];

    [Test]
    public async Task They_agree()
    {
        await using var service = await Service.StartAsync(); // other tests read all of the shared one's tables
        var account = await TestAccount.OpenAsync(service, new { time_zone = "Asia/Almaty", currency = "RUB" }, connect: false);
        var past = await RandomPast.MakeAsync(account);
        await service.ExecuteAsync(string.Format(CultureInfo.InvariantCulture, FigureOracles.Paths, past.Account.Id));
        var filters = new Filter[] { new(null, null, null), new("2026-02-03", "2026-03-19", past.Directions[1]) };

        foreach (var filter in filters)
        {
            foreach (var mode in Modes)
                await CompareCreativesAsync(past, filter, mode);
            await CompareCostsAsync(past, filter);
            await CompareFunnelAsync(past, filter);
            await CompareTimeInStageAsync(past, filter);
        }
        await CompareWeeksAsync(past, filters[1]);
        await CompareWeeksAsync(past, filters[1] with { Direction = null });
        await CompareListsAsync(past, new("2026-02-03", "2026-02-04", past.Directions[0]));
    }

    private static async Task CompareCreativesAsync(RandomPast past, Filter filter, string mode)
    {
        var rows = await past.Account.CreativesAsync($"{filter}&mode={mode}");
        var expected = await OracleAsync(past, FigureOracles.Creatives(mode), filter);

        Assert.That(
            rows.Select(r =>
                (
                    r.Text("creative_id"),
                    r.Number("total_leads"),
                    r.Number("qualified_leads"),
                    r.Number("won_deals"),
                    (decimal?)r.Decimal("revenue")
                )
            ),
            Is.EquivalentTo(
                expected.Select(r =>
                    ((string?)r[0], (long?)(long)r[1], (long?)(long)r[2], (long?)(decimal)r[3], (decimal?)(decimal)r[4])
                )
            ),
            $"{mode} {filter}"
        );
        Assert.That(rows, Has.Count.EqualTo(past.Creatives.Count + 1));
        Assert.That(rows.Sum(r => r.Number("qualified_leads")), Is.Positive);
    }

    private static async Task CompareCostsAsync(RandomPast past, Filter filter)
    {
        var rows = await past.Account.CreativesAsync($"{filter}&mode=ever");
        var summary = await past.Account.FiguresAsync($"summary?{filter}&mode=ever");
        var expected = await OracleAsync(past, FigureOracles.Costs, filter);
        var all = (await OracleAsync(past, FigureOracles.CostsInAll, filter)).Single();

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

    private static async Task CompareFunnelAsync(RandomPast past, Filter filter)
    {
        var stages = (await past.Account.FiguresAsync($"funnel?pipelineId=1&{filter}")).List("stages");
        var expected = await OracleAsync(past, FigureOracles.Funnel, filter);

        string[] counts = ["status_id", "reached", "reached_or_passed", "current", "lost_from"];
        Assert.That(stages.Select(s => Line(s, counts)), Is.EquivalentTo(expected.Select(Line)), $"funnel {filter}");
        Assert.That(stages.Select(s => s.Number("reached_or_passed")), Is.Ordered.Descending, "a funnel never rises");
    }

    private static async Task CompareTimeInStageAsync(RandomPast past, Filter filter)
    {
        var stages = (await past.Account.FiguresAsync($"time-in-stage?pipelineId=1&{filter}")).List("stages");
        var expected = await OracleAsync(past, FigureOracles.TimeInStage, filter);
        var median = await OracleAsync(past, FigureOracles.MedianHours, filter);

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

    private static async Task CompareWeeksAsync(RandomPast past, Filter filter)
    {
        var points = (await past.Account.FiguresAsync($"trends?interval=week&{filter}")).List("points");
        var summary = await past.Account.FiguresAsync($"summary?{filter}");
        var expected = await OracleAsync(past, FigureOracles.Weeks, filter);

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

    /// <summary>Each number opens a list of as many leads.</summary>
    private static async Task CompareListsAsync(RandomPast past, Filter filter)
    {
        var account = past.Account;
        foreach (var mode in Modes)
        {
            var rows = await account.CreativesAsync($"{filter}&mode={mode}");
            Assert.That(await CountAsync(account, $"{filter}&mode={mode}"), Is.EqualTo(rows.Sum(r => r.Number("total_leads"))));
            Assert.That(
                await CountAsync(account, $"{filter}&mode={mode}&isQualified=true"),
                Is.EqualTo(rows.Sum(r => r.Number("qualified_leads"))).And.Positive
            );
            Assert.That(
                await CountAsync(account, $"{filter}&mode={mode}&isQualified=false"),
                Is.EqualTo(rows.Sum(r => r.Number("total_leads") - r.Number("qualified_leads"))).And.Positive
            );
            var unknown = rows.Single(r => r.Text("creative_id") == "unknown");
            Assert.That(
                await CountAsync(account, $"{filter}&mode={mode}&isQualified=true&creativeId=unknown"),
                Is.EqualTo(unknown.Number("qualified_leads"))
            );
            Assert.That(
                await CountAsync(account, $"{filter}&won=true"),
                Is.EqualTo(rows.Sum(r => r.Number("won_deals"))).And.Positive
            );
        }

        foreach (var stage in (await account.FiguresAsync($"funnel?pipelineId=1&{filter}")).List("stages"))
        {
            var (status, named) = (stage.Number("status_id"), $"{filter}&pipelineId=1");
            Assert.That(await CountAsync(account, $"{named}&reachedStatusId={status}"), Is.EqualTo(stage.Number("reached")));
            Assert.That(
                await CountAsync(account, $"{named}&reachedOrPassedStatusId={status}"),
                Is.EqualTo(stage.Number("reached_or_passed"))
            );
            Assert.That(await CountAsync(account, $"{named}&lostFromStatusId={status}"), Is.EqualTo(stage.Number("lost_from")));
            Assert.That(
                await CountAsync(account, $"{named}&statusId={status}&mode=current"),
                Is.EqualTo(stage.Number("current"))
            );
        }
    }

    private static async Task<int> CountAsync(TestAccount account, string filter) =>
        (await account.PagesAsync($"/api/leads?{filter}", limit: 500)).Sum(page => page.Count);

    private static Task<IReadOnlyList<object[]>> OracleAsync(RandomPast past, string sql, Filter filter) =>
        past.Account.Service.RowsAsync(sql, past.Account.Id, Given(filter.From), Given(filter.To), Given(filter.Direction));

    private static object Given(object? value) =>
        value switch
        {
            null => DBNull.Value,
            string day => DateOnly.Parse(day, CultureInfo.InvariantCulture),
            _ => value,
        };

    private static double? Value(JsonElement summary, string name) => summary.GetProperty(name).Decimal("value");

    private static string Line(JsonElement json, string[] names) => string.Join(' ', names.Select(name => json.Number(name)));

    private static string Line(object[] row) => string.Join(' ', row);

    private sealed record Filter(string? From, string? To, Guid? Direction)
    {
        public override string ToString() =>
            string.Join(
                '&',
                new[] { Part("from", From), Part("to", To), Part("directionId", Direction) }.Where(part => part.Length > 0)
            );

        private static string Part(string name, object? value) => value is null ? "" : $"{name}={value}";
    }
}
