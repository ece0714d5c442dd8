using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>The evidence on a creative, day by day.</summary>
internal sealed class EvidencePathTests : ApiTest
{
    private static readonly DateTimeOffset Today = new(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);

    [Test]
    public async Task It_grows_day_by_day_to_the_evidence_of_the_verdict()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC" });
        var direction = await account.DirectionAsync();
        var (one, other) = (await account.CreativeAsync(direction), await account.CreativeAsync(direction));
        (int, int, int, int)[] days = [(5, 3, 20, 6), (4, 2, 18, 5), (0, 0, 22, 7), (6, 4, 19, 5), (5, 2, 21, 6), (7, 5, 20, 7)];
        foreach (var ((leads, qualified, others, othersQualified), number) in days.Select((day, i) => (day, i)))
        {
            await InsertAsync(account, one, 20 - number, leads, qualified);
            await InsertAsync(account, other, 20 - number, others, othersQualified);
        }
        await InsertAsync(account, other, 21, 0, 0);
        await InsertAsync(account, one, daysAgo: 3, 9, 9);

        var path = await EvidenceAsync(account, one);
        var points = path.List("days");
        var row = (await account.CreativesAsync()).Single(r => r.Id("creative_id") == one);

        Assert.Multiple(() =>
        {
            Assert.That(
                points.Select(p => Math.Exp(p.Decimal("ln_evidence")!.Value)),
                Is.EqualTo([1.0224, 1.2197, 1.2197, 3.3922, 3.2656, 9.8420]).Within(0.001)
            );
            Assert.That(points[^1].Decimal("ln_evidence"), Is.EqualTo(row.Decimal("ln_evidence")));
            Assert.That(
                points.Select(p =>
                    (p.Number("leads"), p.Number("qualified"), p.Number("others_leads"), p.Number("others_qualified"))
                ),
                Is.EqualTo(days.Select(d => ((long?)d.Item1, (long?)d.Item2, (long?)d.Item3, (long?)d.Item4)))
            );
            Assert.That(points[0].Text("date"), Is.EqualTo($"{Today.AddDays(-20):yyyy-MM-dd}"));
            Assert.That(points.Select(p => p.Flag("is_higher")), Is.All.True);
            Assert.That(
                path.Decimal("decides_at_ln"),
                Is.EqualTo(Math.Log(40)).Within(0.0001),
                "of two, and the other is not decided"
            );
        });
    }

    [Test]
    public async Task A_creative_that_is_alone_or_has_no_direction_is_compared_with_nothing()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC" });
        var alone = await account.CreativeAsync(await account.DirectionAsync());
        var homeless = await account.CreativeAsync();
        await InsertAsync(account, alone, daysAgo: 20, 5, 3);
        await InsertAsync(account, homeless, daysAgo: 20, 5, 3);

        var ofAlone = await EvidenceAsync(account, alone);
        var ofHomeless = await EvidenceAsync(account, homeless);

        Assert.That(ofAlone.List("days").Select(p => p.Decimal("ln_evidence")), Is.EqualTo([0.0]));
        Assert.That(ofAlone.IsNull("decides_at_ln") && ofHomeless.IsNull("decides_at_ln"));
        Assert.That(ofHomeless.List("days"), Is.Empty);
    }

    [Test]
    public async Task A_creative_of_another_account_is_unknown()
    {
        var (account, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        var theirs = await other.CreativeAsync();

        var answer = await account.Client.GetAsync(account.Url($"/api/analytics/creatives/{theirs}/evidence"));

        await ProblemAsync(answer, HttpStatusCode.NotFound, "not_found");
    }

    private static Task<JsonElement> EvidenceAsync(TestAccount account, Guid creative) =>
        account.FiguresAsync($"creatives/{creative}/evidence");

    private static async Task InsertAsync(TestAccount account, Guid creative, int daysAgo, int leads, int qualified)
    {
        var noon = Today.AddDays(-daysAgo).AddHours(12);
        await account.InsertLeadsAsync(noon, noon.AddDays(1), qualified, creative);
        await account.InsertLeadsAsync(noon, count: leads - qualified, creative: creative);
    }
}
