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

    [Test]
    public async Task The_curve_counts_young_leads_as_long_as_they_are_old()
    {
        var account = await UnconnectedAccountAsync();
        await InsertGoldenAsync(account);

        var answer = await account.FiguresAsync("maturity");
        var curve = answer.List("curve");

        Assert.That(
            curve.Select(day => day.Decimal("share")),
            Is.EqualTo(new double?[] { 0, 12.5, 25, 40, 40, 40, 60, 60, 60, 60, 60 })
        );
        Assert.That(curve.Select(day => day.Number("at_risk")), Is.EqualTo([80, 80, 70, 50, 40, 40, 30, 20, 20, 10, 10]));
        Assert.That(
            (curve[0].IsNull("lo"), curve[1].Decimal("lo") < 12.5, curve[1].Decimal("hi") > 12.5),
            Is.EqualTo((true, true, true))
        );
        Assert.That((answer.Decimal("median_days"), answer.Decimal("p90_days")), Is.EqualTo((3.0, 6.0)));
        Assert.That(answer.Decimal("naive"), Is.EqualTo(50), "too low: the young ones have not had the time");
        Assert.That(answer.Decimal("mature_share"), Is.EqualTo(75));
        Assert.That(answer.List("horizons").Select(h => h.Number("days")), Is.EqualTo([7, 14, 30, 60, 90]));
        Assert.That(
            answer.List("horizons").Select(h => h.Decimal("share")),
            Is.EqualTo(new double?[] { 60, null, null, null, null })
        );
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
    public async Task Each_creative_has_its_share_of_mature_leads()
    {
        var account = await UnconnectedAccountAsync();
        await InsertGoldenAsync(account);

        Assert.That((await account.CreativesAsync()).Single().Decimal("mature_share"), Is.EqualTo(75));
    }
}
