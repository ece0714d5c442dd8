using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

internal sealed class MaturityTests : ApiTest
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    /// <summary>The golden outcomes, ten of each, as fewer than ten leads say nothing. Who qualified is twenty days old.</summary>
    private static async Task InsertGoldenAsync(TestAccount account)
    {
        var longAgo = Now.AddDays(-20);
        foreach (var days in new[] { 1, 2, 3, 6 })
            await account.InsertLeadsAsync(longAgo, longAgo.AddDays(days), count: 10);
        foreach (var days in new[] { 2, 5, 8, 10 })
            await account.InsertLeadsAsync(Now.AddDays(-days), count: 10);
    }

    [TestCase("")]
    [TestCase("&from=2026-03-01")]
    public async Task Who_passed_the_flagged_stage_qualified_when_the_next_was_entered(string days)
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "Q*", "B");
        for (var lead = 0; lead < 10; lead++)
            await pipeline.LeadAsync(lead == 0 ? "A@0 Q@1440 B@2880" : "A@0 B@2880 won@4320");

        var answer = await pipeline.AskAsync("maturity", "mode=reached_or_passed" + days);

        Assert.That(answer.List("curve").Select(c => c.Decimal("share")).Take(3), Is.EqualTo(new double?[] { 0, 10, 100 }));
        Assert.That(answer.Decimal("median_days"), Is.EqualTo(2));
    }

    [Test]
    public async Task The_curve_counts_young_leads_as_long_as_they_are_old()
    {
        var account = await UnconnectedAccountAsync();
        await InsertGoldenAsync(account);

        var answer = await account.FiguresAsync("maturity");
        var curve = answer.List("curve");

        Assert.That(
            curve.Select(day => day.Decimal("share")),
            Is.EqualTo((double?[])[0, 12.5, 25, 40, 40, 40, .. Enumerable.Repeat<double?>(60, 15)])
        );
        Assert.That(
            curve.Take(12).Select(day => day.Number("at_risk")),
            Is.EqualTo([80, 80, 70, 50, 40, 40, 30, 20, 20, 10, 10, 0])
        );
        Assert.That(curve.Skip(12).Select(day => day.Number("at_risk")), Is.All.Zero, "those who are so old had qualified");
        Assert.That((curve[0].Decimal("lo"), curve[0].Decimal("hi")), Is.EqualTo((0.0, 4.6)));
        Assert.That((curve[4].Decimal("lo"), curve[4].Decimal("hi")), Is.EqualTo((29.8, 52.2)));
        Assert.That((answer.Decimal("median_days"), answer.Decimal("p90_days")), Is.EqualTo((3.0, 6.0)));
        Assert.That(answer.Decimal("naive"), Is.EqualTo(50), "too low: the young ones have not had the time");
        Assert.That(answer.Decimal("mature_share"), Is.EqualTo(75));
        Assert.That(answer.List("horizons").Select(h => h.Number("days")), Is.EqualTo([7, 14, 30, 60, 90]));
        Assert.That(
            answer.List("horizons").Select(h => h.Decimal("share")),
            Is.EqualTo(new double?[] { 60, 60, null, null, null })
        );
        Assert.That(answer.List("horizons").Select(h => h.Number("old_enough")), Is.EqualTo([60, 40, 0, 0, 0]));
        Assert.That(answer.Number("suggested_horizon_days"), Is.EqualTo(6));
    }

    [TestCase(12, 20, 60, "60 [38.7; 78.1]")]
    [TestCase(0, 200, 14, "0 [0; 1.9]")]
    public async Task Where_all_leads_are_so_old_the_share_is_a_plain_rate(int qualified, int leads, int days, string expected)
    {
        var account = await UnconnectedAccountAsync();
        await account.InsertLeadsAsync(Now.AddDays(-60), Now.AddDays(-50), count: qualified);
        await account.InsertLeadsAsync(Now.AddDays(-60), count: leads - qualified);

        var horizon = (await account.FiguresAsync("maturity")).List("horizons").Single(h => h.Number("days") == days);

        Assert.That(Line(horizon), Is.EqualTo(expected));
        Assert.That(horizon.Number("old_enough"), Is.EqualTo(leads));
    }

    [Test]
    public async Task Median_and_nine_tenths_are_of_all_leads_whatever_period_is_asked_for()
    {
        var account = await UnconnectedAccountAsync();
        await InsertGoldenAsync(account);
        var today = $"{DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-3):yyyy-MM-dd}";

        var answer = await account.FiguresAsync($"maturity?from={today}");

        Assert.That((answer.Decimal("median_days"), answer.Decimal("p90_days")), Is.EqualTo((3.0, 6.0)));
        Assert.That(answer.Number("suggested_horizon_days"), Is.EqualTo(6));
        Assert.That(answer.Decimal("mature_share"), Is.Zero, "the ten leads of these days are too young");
        Assert.That((await account.CreativesAsync($"from={today}")).Single().Decimal("mature_share"), Is.Zero);
    }

    [Test]
    public async Task They_are_unknown_while_the_oldest_lead_is_less_than_twice_as_old()
    {
        var account = await UnconnectedAccountAsync();
        await account.InsertLeadsAsync(Now.AddDays(-20), Now.AddDays(-9.9), count: 10);
        await account.InsertLeadsAsync(Now.AddDays(-20), count: 10);

        var answer = await account.FiguresAsync("maturity");

        Assert.That(
            new[] { "median_days", "p90_days", "mature_share", "suggested_horizon_days" }.Select(field => answer.IsNull(field)),
            Is.All.True
        );
    }

    [Test]
    public async Task They_are_of_the_direction_and_of_that_of_the_creative()
    {
        var account = await UnconnectedAccountAsync();
        var (fast, slow) = (await account.DirectionAsync("Шкафы"), await account.DirectionAsync("Кухни"));
        var (quick, rival) = (await account.CreativeAsync(fast), await account.CreativeAsync(fast));
        var patient = await account.CreativeAsync(slow);
        await InsertAsync(quick, fast, qualifiedAfter: 2, count: 40);
        await InsertAsync(rival, fast, qualifiedAfter: 4, count: 10);
        await InsertAsync(patient, slow, qualifiedAfter: 20, count: 40);

        Assert.That(await P90Async($"directionId={fast}"), Is.EqualTo(4));
        Assert.That(await P90Async($"creativeId={quick}"), Is.EqualTo(4), "of its direction");
        Assert.That(await P90Async($"creativeId={patient}"), Is.EqualTo(20));
        Assert.That(await P90Async(""), Is.EqualTo(20), "of the account");
        Assert.That(
            (await account.FiguresAsync($"maturity?directionId={fast}")).Number("suggested_horizon_days"),
            Is.EqualTo(20),
            "one horizon is for the whole account"
        );

        async Task<double?> P90Async(string filter) => (await account.FiguresAsync("maturity?" + filter)).Decimal("p90_days");

        Task InsertAsync(Guid creative, Guid direction, int qualifiedAfter, int count) =>
            account.InsertLeadsAsync(Now.AddDays(-60), Now.AddDays(qualifiedAfter - 60), count, creative, direction: direction);
    }

    [Test]
    public async Task Fewer_than_ten_leads_say_nothing()
    {
        var account = await UnconnectedAccountAsync();
        await account.InsertLeadsAsync(Now.AddDays(-3), Now.AddDays(-2), count: 9);

        var answer = await account.FiguresAsync("maturity");

        Assert.That(answer.List("curve").Select(day => day.Decimal("share")), Is.Not.Empty.And.All.Null);
        Assert.That(answer.IsNull("mature_share") && answer.IsNull("median_days") && answer.IsNull("p90_days"));
        Assert.That(answer.Decimal("naive"), Is.EqualTo(100));
    }

    [Test]
    public async Task Without_leads_nothing_is_known()
    {
        var answer = await (await UnconnectedAccountAsync()).FiguresAsync("maturity");

        Assert.That(answer.List("curve"), Is.Empty);
        Assert.That(answer.IsNull("naive") && answer.IsNull("mature_share"));
        Assert.That(answer.Rate("qualification"), Is.EqualTo("0/0  [; ]"));
    }

    [Test]
    public async Task A_trend_point_is_mature_when_its_last_day_ended_as_longAgo_as_nine_of_ten_take()
    {
        var account = await UnconnectedAccountAsync();
        await InsertGoldenAsync(account);
        var today = DateOnly.FromDateTime(Now.UtcDateTime);
        var (from, to) = (today.AddDays(-20), today);

        var points = (await account.FiguresAsync($"trends?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}")).List("points");

        // A day that ended six days ago is the seventh last; each of these days is there, with leads or without.
        Assert.That(points.Select(p => p.Flag("mature")), Is.EqualTo(Enumerable.Range(0, 21).Select(i => i <= 13)));
    }

    [Test]
    public async Task No_trend_point_is_mature_while_nobody_knows_how_long_it_takes()
    {
        var account = await UnconnectedAccountAsync();
        await account.InsertLeadsAsync(Now.AddDays(-300), count: 30);

        var points = (await account.FiguresAsync("trends?interval=month")).List("points");

        Assert.That(points.Select(p => p.Flag("mature")), Is.Not.Empty.And.All.False);
    }

    [Test]
    public async Task Days_without_leads_ripen_too()
    {
        var account = await UnconnectedAccountAsync();
        await InsertGoldenAsync(account);
        var today = DateOnly.FromDateTime(Now.UtcDateTime);

        var path = $"trends?from={today.AddDays(-19):yyyy-MM-dd}&to={today.AddDays(-11):yyyy-MM-dd}";
        var points = (await account.FiguresAsync(path)).List("points");

        Assert.That(points.Select(p => p.Number("total_leads")), Is.All.Zero);
        Assert.That(points.Select(p => p.Flag("mature")), Is.All.True);
    }

    [Test]
    public async Task Each_creative_has_its_share_of_mature_leads()
    {
        var account = await UnconnectedAccountAsync();
        await InsertGoldenAsync(account);

        Assert.That((await account.CreativesAsync()).Single().Decimal("mature_share"), Is.EqualTo(75));
    }

    private static string Line(JsonElement point) =>
        FormattableString.Invariant($"{point.Decimal("share")} [{point.Decimal("lo")}; {point.Decimal("hi")}]");
}
