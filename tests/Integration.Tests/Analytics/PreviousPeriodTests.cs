using System.Globalization;
using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>The period before is counted as it stood when its leads were as old as those of the period are now.</summary>
internal sealed class PreviousPeriodTests : ApiTest
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [TestCase("mode=current", 1, Description = "it was there then, and has moved on since")]
    [TestCase("", 2)]
    [TestCase("mode=reached_or_passed", 3)]
    [TestCase("mode=within&days=1", 2)]
    public async Task Stages_entered_later_are_left_out_in_every_mode(string mode, long qualified)
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(new { time_zone = "UTC" }), "A", "Q*", "B");
        var since = -5 * 24 * 60; // so many minutes before the day that the period starts on
        string[] ways =
        [
            $"A@{since} Q@{since + 60} B@2880",
            $"A@{since} Q@{since + 60} A@{since + 120}",
            $"A@{since} B@{since + 60} Q@2880",
            $"A@{since} Q@2880",
        ];
        foreach (var way in ways)
            await pipeline.LeadAsync(way, createdMinute: since);

        // The days from then to today are as many as those before: figures stand as of the first of March.
        var answer = await pipeline.Account.FiguresAsync($"summary?from=2026-03-02&to={Now:yyyy-MM-dd}&{mode}");

        var previous = answer.GetProperty("qualification").GetProperty("previous");
        Assert.That((previous.Number("numerator"), previous.Number("denominator")), Is.EqualTo((qualified, 4)));
        Assert.That(answer.GetProperty("qualified").Number("previous"), Is.EqualTo(qualified));
        Assert.That(previous.Time("as_of"), Is.InRange(At("2026-02-28"), At("2026-03-02")));
        Assert.That(answer.Text("compared_at"), Is.EqualTo("equal_age"));
    }

    [Test]
    public async Task Leads_sales_and_spend_that_came_later_are_left_out()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var creative = await account.CreativeAsync(null, "ad1");
        var soon = await account.CreativeAsync();
        // Ten days from today on: of the ten days before, the first has gone by as of ten days ago.
        var early = Now.AddDays(-10).AddSeconds(-1);
        await account.InsertLeadsAsync(early, early, count: 2, creative: creative);
        await account.InsertLeadsAsync(early, Now.AddDays(-5), count: 3, creative: soon);
        await account.InsertLeadsAsync(Now.AddDays(-3), Now.AddDays(-3), count: 7, creative: soon);
        await account.InsertSaleAsync(creative, 300, "RUB", early);
        await account.InsertSaleAsync(soon, 500, "RUB", Now.AddDays(-2));
        await account.InsertSpendAsync($"{Now.AddDays(-10):yyyy-MM-dd}", 100, ad: "ad1");
        await account.InsertSpendAsync($"{Now.AddDays(-9):yyyy-MM-dd}", 400, ad: "ad1");

        var answer = await account.FiguresAsync($"summary?from={Now:yyyy-MM-dd}&to={Now.AddDays(9):yyyy-MM-dd}");

        Assert.That(
            new[] { "leads", "qualified", "won", "revenue", "spend" }.Select(name =>
                answer.GetProperty(name).Decimal("previous")
            ),
            Is.EqualTo(new double?[] { 5, 2, 1, 300, 100 })
        );
        Assert.That(answer.GetProperty("cash").GetProperty("won_deals").Number("previous"), Is.EqualTo(1));
        Assert.That(answer.GetProperty("conversion").Rate("previous"), Does.StartWith("1/2 50 "));
    }

    [Test]
    public async Task What_was_young_then_is_too_young_in_the_mode_within()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC" });
        var (old, young) = (Now.AddDays(-13), Now.AddDays(-11));
        await account.InsertLeadsAsync(old, old.AddHours(1), count: 3);
        await account.InsertLeadsAsync(young, young.AddHours(1), count: 4);

        var answer = await account.FiguresAsync(
            $"summary?from={Now.AddDays(-9):yyyy-MM-dd}&to={Now:yyyy-MM-dd}&mode=within&days=2"
        );

        var previous = answer.GetProperty("qualification").GetProperty("previous");
        Assert.That(previous.Number("too_young"), Is.EqualTo(4));
        Assert.That(answer.GetProperty("qualification").Rate("previous"), Does.StartWith("3/3 "));
        Assert.That(answer.GetProperty("leads").Number("previous"), Is.EqualTo(7));
    }

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse(day, CultureInfo.InvariantCulture);
}
