using System.Globalization;
using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

internal sealed class TrendTests : ApiTest
{
    [Test]
    public async Task Days_are_the_accounts_and_empty_ones_are_there()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "Europe/Moscow" });
        foreach (
            var created in new[]
            {
                "2026-03-09T20:59:59Z",
                "2026-03-09T21:00:00Z",
                "2026-03-11T20:59:59Z",
                "2026-03-11T21:00:00Z",
            }
        )
            await account.InsertLeadsAsync(At(created));

        Assert.That(await TotalsAsync(account, "from=2026-03-10&to=2026-03-12"), Is.EqualTo("03-10: 1, 03-11: 1, 03-12: 1"));
        Assert.That(await TotalsAsync(account, "from=2026-03-08&to=2026-03-10"), Is.EqualTo("03-08: 0, 03-09: 1, 03-10: 1"));
    }

    [TestCase(
        "America/New_York",
        "2026-03-07",
        "2026-03-09",
        "2026-03-08T05:00:00Z 2026-03-09T03:59:59Z",
        "2026-03-09T04:00:00Z"
    )]
    [TestCase(
        "America/New_York",
        "2026-10-31",
        "2026-11-02",
        "2026-11-01T04:00:00Z 2026-11-02T04:59:59Z",
        "2026-11-02T05:00:00Z"
    )]
    [TestCase(
        "America/Santiago",
        "2026-09-05",
        "2026-09-07",
        "2026-09-06T04:00:00Z 2026-09-07T02:59:59Z",
        "2026-09-07T03:00:00Z"
    )]
    public async Task A_day_on_which_clocks_change_is_shorter_or_longer(
        string zone,
        string from,
        string to,
        string within,
        string after
    )
    {
        var account = await UnconnectedAccountAsync(new { time_zone = zone });
        foreach (var created in within.Split(' '))
            await account.InsertLeadsAsync(At(created));
        await account.InsertLeadsAsync(At(after));

        var points = (await account.FiguresAsync($"trends?from={from}&to={to}")).List("points");

        Assert.That(points.Select(p => p.Number("total_leads")), Is.EqualTo([0, 2, 1]));
    }

    [Test]
    public async Task Weeks_start_on_Monday_and_are_cut_off_at_the_ends()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC" });
        foreach (var day in new[] { "03-03", "03-04", "03-08", "03-09", "03-15", "03-16", "03-18", "03-19" })
            await account.InsertLeadsAsync(At($"2026-{day}T12:00:00Z"));

        var answer = await account.FiguresAsync("trends?interval=week&from=2026-03-04&to=2026-03-18");

        Assert.That(
            answer.List("points").Select(p => $"{p.Text("date")}..{p.Text("last_date")}: {p.Number("total_leads")}"),
            Is.EqualTo(["2026-03-04..2026-03-08: 2", "2026-03-09..2026-03-15: 2", "2026-03-16..2026-03-18: 2"])
        );
        Assert.That(answer.Text("interval"), Is.EqualTo("week"));
    }

    [Test]
    public async Task Without_ends_it_goes_from_the_first_lead_to_today()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC" });
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await account.InsertLeadsAsync(TimeProvider.System.GetUtcNow().AddDays(-2));

        var points = (await account.FiguresAsync("trends")).List("points");

        // The test may run over midnight.
        Assert.That(
            points[0].Text("date"),
            Is.EqualTo($"{today.AddDays(-2):yyyy-MM-dd}").Or.EqualTo($"{today.AddDays(-1):yyyy-MM-dd}")
        );
        Assert.That(points, Has.Count.InRange(3, 4));
        Assert.That((await (await UnconnectedAccountAsync()).FiguresAsync("trends")).List("points"), Is.Empty);
    }

    [Test]
    public async Task Money_is_that_of_the_leads_created_then_and_cash_that_of_the_sales_closed_then()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var creative = await account.CreativeAsync(null, "ad1");
        await account.InsertLeadsAsync(At("2026-03-10T12:00:00Z"), At("2026-03-10T13:00:00Z"), count: 2, creative: creative);
        await account.InsertSaleAsync(creative, 500, "RUB", At("2026-03-12T12:00:00Z"));
        await account.InsertSpendAsync("2026-03-10", 40, ad: "ad1");
        await account.InsertSpendAsync("2026-03-11", 60, ad: "ad1");
        await account.InsertSpendAsync("2026-03-13", 60, ad: "ad1");

        var answer = await account.FiguresAsync("trends?from=2026-03-10&to=2026-03-12");

        Assert.That(
            answer.List("points").Select(Money),
            Is.EqualTo([
                "2 leads, 2 qualified, 1 won, 500 for 40; cash 0: 0",
                "0 leads, 0 qualified, 0 won, 0 for 60; cash 0: 0",
                "0 leads, 0 qualified, 0 won, 0 for ; cash 1: 500",
            ])
        );
        Assert.That(answer.Text("currency"), Is.EqualTo("RUB"));
    }

    [Test]
    public async Task Currencies_are_not_added_over_the_points_either()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var creative = await account.CreativeAsync();
        await account.InsertSpendAsync("2026-03-10", 40, creative: creative, currency: "USD");
        await account.InsertSpendAsync("2026-03-11", 60, creative: creative, currency: "RUB");

        var answer = await account.FiguresAsync("trends?from=2026-03-10&to=2026-03-11");

        Assert.That(answer.List("points").Select(p => p.Decimal("spend")), Is.EqualTo(new double?[] { null, 60 }));
        Assert.That(answer.Text("currency"), Is.EqualTo("RUB"));
    }

    [TestCase("interval=year", "interval")]
    [TestCase("from=1900-01-01&to=2026-01-01", "from")]
    public async Task What_cannot_be_drawn_is_refused(string filter, string field)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.Client.GetAsync(account.Url($"/api/analytics/trends?{filter}"));

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    [Test]
    public async Task A_point_that_is_cut_off_or_not_over_is_partial_and_says_how_many_days_it_has()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "Pacific/Kiritimati" }); // today began there first
        var today = TimeZoneInfo.ConvertTime(
            TimeProvider.System.GetUtcNow(),
            TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati")
        );

        var weeks = await account.FiguresAsync("trends?from=2026-03-04&to=2026-03-18&interval=week");
        var days = await account.FiguresAsync(
            FormattableString.Invariant($"trends?from={today.AddDays(-1):yyyy-MM-dd}&to={today:yyyy-MM-dd}")
        );

        Assert.That(Parts(weeks), Is.EqualTo([(5, true), (7, false), (3, true)]));
        Assert.That(Parts(days), Is.EqualTo([(1, false), (1, true)]));
    }

    private static IEnumerable<(long?, bool)> Parts(JsonElement trend) =>
        trend.List("points").Select(p => (p.Number("days"), p.Flag("is_partial")));

    private static async Task<string> TotalsAsync(TestAccount account, string filter) =>
        string.Join(
            ", ",
            (await account.FiguresAsync($"trends?{filter}"))
                .List("points")
                .Select(p => $"{p.Text("date")![5..]}: {p.Number("total_leads")}")
        );

    private static string Money(JsonElement point) =>
        FormattableString.Invariant(
            $"{point.Number("total_leads")} leads, {point.Number("qualified_leads")} qualified, {point.Number("won_deals")} won, {point.Decimal("revenue")} for {point.Decimal("spend")}; cash {point.GetProperty("cash").Number("won_deals")}: {point.GetProperty("cash").Decimal("revenue")}"
        );
}
