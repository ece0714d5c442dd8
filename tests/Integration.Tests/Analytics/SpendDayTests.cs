using System.Globalization;
using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Spend and leads are of the same days, and amounts that are not known stay so.</summary>
internal sealed class SpendDayTests : ApiTest
{
    private const string March = "from=2026-03-01&to=2026-03-31";

    [Test]
    public async Task A_creative_costs_what_the_leads_of_its_own_days_with_spend_cost()
    {
        var (account, creative, _) = await TwoCreativesAsync();

        var answer = await account.FiguresAsync($"creatives?{March}");
        var row = answer.List("creatives").Single(r => r.Text("creative_id") == $"{creative}");

        Assert.That((row.Number("spend_days"), row.Number("days")), Is.EqualTo((2L, 31L)));
        Assert.That((row.Number("total_leads"), row.Number("leads_with_spend")), Is.EqualTo((15L, 4L)));
        Assert.That((row.Number("qualified_with_spend"), row.Number("won_with_spend")), Is.EqualTo((1L, 1L)));
        Assert.That((row.Decimal("revenue"), row.Decimal("revenue_with_spend")), Is.EqualTo(((double?)5_900, (double?)900)));
        Assert.That(row.Decimal("spend"), Is.EqualTo(500));
        Assert.That(row.Decimal("cpl"), Is.EqualTo(125));
        Assert.That(row.Decimal("cpql"), Is.EqualTo(500));
        Assert.That(row.Decimal("cac"), Is.EqualTo(500));
        Assert.That(row.Decimal("romi"), Is.EqualTo(80));
        var coverage = answer.GetProperty("coverage");
        Assert.That((coverage.Number("spend_days"), coverage.Number("days")), Is.EqualTo((3L, 31L)));
    }

    [Test]
    public async Task In_all_the_leads_of_days_with_any_spend_count()
    {
        var (account, creative, _) = await TwoCreativesAsync();

        var all = await account.FiguresAsync($"summary?{March}");
        var one = await account.FiguresAsync($"summary?{March}&creativeId={creative}");

        Assert.That(Values(all, "spend_days", "days", "leads", "leads_with_spend"), Is.EqualTo([3, 31, 15, 10]));
        Assert.That(Values(all, "spend", "revenue_with_spend", "cpl"), Is.EqualTo([700, 5_900, 70]));
        Assert.That(Values(all, "cpql", "cac", "romi"), Is.EqualTo([175, 350, 742.9]));
        Assert.That(Values(one, "leads_with_spend", "cpl", "cpql", "cac", "romi"), Is.EqualTo([4, 125, 500, 500, 80]));
    }

    [Test]
    public async Task Within_some_days_qualified_leads_cost_the_spend_of_the_days_whose_leads_are_old_enough()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var creative = await account.CreativeAsync();
        var now = TimeProvider.System.GetUtcNow();
        foreach (var (day, qualified) in new[] { (20, 4), (9, 2), (7, 3), (1, 5) })
        {
            // At the noon of the seventh day leads may be old enough or not, as the test runs; the day as a whole never is.
            var noon = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(-day).AddHours(12);
            await account.InsertLeadsAsync(noon, noon.AddHours(1), count: qualified, creative: creative);
            await account.InsertSpendAsync($"{noon:yyyy-MM-dd}", day * 100, creative: creative);
        }

        var row = (await account.CreativesAsync("mode=within&days=7")).Single();
        var ever = (await account.CreativesAsync()).Single();
        var summary = await account.FiguresAsync("summary?mode=within&days=7");

        Assert.That((row.Decimal("spend"), row.Decimal("spend_old_enough")), Is.EqualTo(((double?)3_700, (double?)2_900)));
        Assert.That((row.Number("leads_with_spend"), row.Number("qualified_with_spend")), Is.EqualTo((14L, 6L)));
        Assert.That(row.Decimal("cpql"), Is.EqualTo(483.33), "2,900 for six");
        Assert.That(row.Decimal("cpl"), Is.EqualTo(264.29), "3,700 for fourteen");
        Assert.That(Values(summary, "cpql", "cpl"), Is.EqualTo([483.33, 264.29]));
        Assert.That((ever.Decimal("spend_old_enough"), ever.Decimal("cpql")), Is.EqualTo(((double?)3_700, (double?)264.29)));
    }

    [Test]
    public async Task Days_of_an_open_period_are_those_that_there_are()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var empty = (await account.FiguresAsync("creatives")).GetProperty("coverage");
        await account.InsertLeadsAsync(TimeProvider.System.GetUtcNow().AddDays(-9));
        var leads = (await account.FiguresAsync("creatives")).GetProperty("coverage");
        await account.InsertSpendAsync($"{today.AddDays(-19):yyyy-MM-dd}", 5, creative: await account.CreativeAsync());
        var spend = (await account.FiguresAsync("creatives")).GetProperty("coverage");

        Assert.That((empty.Number("days"), empty.Number("spend_days")), Is.EqualTo((0L, 0L)));
        Assert.That(leads.Number("days"), Is.InRange(10, 11), "the test may run over midnight");
        Assert.That(spend.Number("days"), Is.InRange(20, 21));
        Assert.That(spend.Number("spend_days"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_sale_without_an_amount_makes_the_revenue_unknown_and_is_counted()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var creative = await account.CreativeAsync();
        await account.InsertLeadsAsync(At("2026-03-10T12:00:00Z"), At("2026-03-11T12:00:00Z"), count: 4, creative: creative);
        await account.InsertSpendAsync("2026-03-10", 100, creative: creative);
        await account.InsertSaleAsync(creative, 300, "RUB", At("2026-03-12T12:00:00Z"));
        await account.InsertSaleAsync(creative, amount: null, "RUB", At("2026-03-13T12:00:00Z"));

        var row = (await account.CreativesAsync(March)).Single();
        var summary = await account.FiguresAsync($"summary?{March}");
        var day = (await account.FiguresAsync("trends?from=2026-03-10&to=2026-03-10")).List("points").Single();

        Assert.That((row.Number("won_deals"), row.Number("won_without_amount")), Is.EqualTo((2L, 1L)));
        Assert.That(new[] { "revenue", "revenue_with_spend", "romi" }.Select(name => row.Decimal(name)), Is.All.Null);
        Assert.That(row.Decimal("cac"), Is.EqualTo(50), "the number of sales is known");
        Assert.That(
            Values(summary, "won_without_amount", "revenue", "romi", "cac"),
            Is.EqualTo(new double?[] { 1, null, null, 50 })
        );
        Assert.That(summary.GetProperty("cash").GetProperty("revenue").IsNull("value"));
        Assert.That(day.IsNull("revenue"));
    }

    [Test]
    public async Task Nothing_is_the_same_in_every_currency()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var creative = await account.CreativeAsync();
        await account.InsertLeadsAsync(At("2026-03-10T12:00:00Z"), At("2026-03-11T12:00:00Z"), count: 4, creative: creative);
        await account.InsertSpendAsync("2026-03-10", 100, creative: creative);
        await account.InsertSpendAsync("2026-03-11", 0, creative: creative, currency: "USD");
        await account.InsertSaleAsync(creative, 300, "RUB");
        await account.InsertSaleAsync(creative, 0, "USD");

        var row = (await account.CreativesAsync(March)).Single();

        Assert.That((row.Decimal("revenue"), row.Text("currency")), Is.EqualTo(((double?)300, "RUB")));
        Assert.That((row.Decimal("spend"), row.Decimal("romi")), Is.EqualTo(((double?)100, (double?)200)));
        Assert.That(row.Number("spend_days"), Is.EqualTo(2), "a day that cost nothing is known");
    }

    /// <summary>One creative with leads on four days and spend on one of them and on a day without; another with spend alone.</summary>
    private async Task<(TestAccount Account, Guid One, Guid Other)> TwoCreativesAsync()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "Asia/Almaty", currency = "RUB" });
        var (one, other) = (await account.CreativeAsync(), await account.CreativeAsync());
        // Half past midnight of the tenth and of the eleventh in Almaty.
        await account.InsertLeadsAsync(At("2026-03-09T19:30:00Z"), At("2026-03-11T12:00:00Z"), creative: one);
        await account.InsertSaleAsync(one, 900, "RUB");
        await account.InsertLeadsAsync(At("2026-03-10T18:59:59Z"), count: 3, creative: one);
        await account.InsertLeadsAsync(At("2026-03-10T19:30:00Z"), At("2026-03-12T12:00:00Z"), count: 3, creative: one);
        await account.InsertSaleAsync(one, 5_000, "RUB");
        await account.InsertLeadsAsync(At("2026-03-11T12:00:00Z"), count: 3, creative: one);
        await account.InsertLeadsAsync(At("2026-03-12T12:00:00Z"), count: 5, creative: one);
        await account.InsertSpendAsync("2026-03-10", 400, creative: one);
        await account.InsertSpendAsync("2026-03-13", 100, creative: one);
        await account.InsertSpendAsync("2026-03-11", 200, creative: other);
        return (account, one, other);
    }

    private static IEnumerable<double?> Values(JsonElement summary, params string[] names) =>
        names.Select(name => summary.GetProperty(name).Decimal("value"));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
