using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>One history, four readings of "qualified"; each figure has the list of the leads behind it.</summary>
internal sealed class QualificationModeTests : ApiTest
{
    [TestCase("A@0 Q@60 B@120 won@180", "1111", Description = "won is flagged from the start")]
    [TestCase("A@0 Q@60 B@120", "0111")]
    [TestCase("A@0 B@120", "0010", Description = "Q was skipped")]
    [TestCase("A@0", "0000")]
    [TestCase("A@0 lost@60", "0000", Description = "being lost passes nothing")]
    [TestCase("A@0 won@60", "1111")]
    [TestCase("Q@0 A@60", "0111")]
    [TestCase("A@0 Q@1440", "1111", Description = "a day is a day, its end included")]
    [TestCase("A@0 Q@1441", "1110")]
    [TestCase("B@0 77/5@60", "0010", Description = "what was reached before another pipeline stays reached")]
    [TestCase("77/5@0", "0000", Description = "a pipeline that nobody knows")]
    [TestCase("", "0000")]
    public async Task A_way_counts_in_some_modes(string way, string currentEverPassedWithin)
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "Q*", "B");
        var creative = await pipeline.Account.CreativeAsync();
        await pipeline.LeadAsync(way, creative);

        var counted = "";
        foreach (var mode in new[] { "mode=current", "mode=ever", "mode=reached_or_passed", "mode=within&days=1" })
        {
            var row = (await pipeline.Account.CreativesAsync(mode)).Single();
            var behind = await pipeline.Account.ItemsAsync($"/api/leads?{mode}&isQualified=true");
            var others = await pipeline.Account.ItemsAsync($"/api/leads?{mode}&isQualified=false");

            Assert.That(row.Number("qualified_leads"), Is.EqualTo(behind.Count), mode);
            Assert.That(behind.Count + others.Count, Is.EqualTo(1), mode);
            counted += row.Number("qualified_leads");
        }

        Assert.That(counted, Is.EqualTo(currentEverPassedWithin));
    }

    [Test]
    public async Task A_lead_that_moved_on_stays_qualified_unless_the_present_is_asked_for()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "Q*", "B");
        await pipeline.LeadAsync("A@0 Q@60 B@120");

        var row = (await pipeline.Account.CreativesAsync()).Single();
        var summary = await pipeline.Account.FiguresAsync("summary?from=2026-03-01");
        var stats = (await pipeline.Account.GetAsync("/api/amocrm/qualification-stats")).List("stats").Single();

        Assert.That(row.Rate("qualification"), Does.StartWith("1/1 "));
        foreach (var mode in new[] { "ever", "current", "reached_or_passed", "judged", "within&days=1" })
        {
            var sum = await pipeline.Account.FiguresAsync($"summary?mode={mode}");
            var now = mode == "judged" ? sum : (await pipeline.Account.CreativesAsync($"mode={mode}")).Single();
            var ever = mode == "judged" ? 0 : 1; // it has no creative, so it is not judged
            Assert.That((sum.Number("qualified_now"), sum.Number("qualified_ever")), Is.EqualTo((0L, (long)ever)), mode);
            Assert.That((now.Number("qualified_now"), now.Number("qualified_ever")), Is.EqualTo((0L, (long)ever)), mode);
        }

        Assert.That(summary.GetProperty("qualification").Rate("value"), Does.StartWith("1/1 "));
        Assert.That(await pipeline.Account.ItemsAsync("/api/leads?isQualified=true"), Has.Count.EqualTo(1));
        Assert.That(await pipeline.Account.ItemsAsync("/api/leads?isQualified=true&mode=current"), Is.Empty);
        Assert.That(stats.Number("qualified_leads"), Is.Zero, "qualification-stats tells the present, as specified");
    }

    [Test]
    public async Task Within_days_speaks_of_the_leads_that_are_so_many_days_old()
    {
        var account = await UnconnectedAccountAsync();
        var creative = await account.CreativeAsync();
        var now = TimeProvider.System.GetUtcNow();
        await account.InsertLeadsAsync(now.AddDays(-7).AddMinutes(-1), now.AddDays(-6), count: 2, creative: creative);
        await account.InsertLeadsAsync(now.AddDays(-8), count: 3, creative: creative);
        await account.InsertLeadsAsync(now.AddDays(-7).AddMinutes(10), now.AddDays(-6), count: 4, creative: creative);
        await account.InsertLeadsAsync(now.AddDays(-1), count: 5, creative: creative);
        await account.InsertSaleAsync(creative, 100, "RUB");

        var row = (await account.CreativesAsync("days=7")).Single();
        var summary = await account.FiguresAsync("summary?days=7");
        var trend = (await account.FiguresAsync("trends?interval=month&days=7")).List("points");

        var rate = row.GetProperty("qualification");
        Assert.That((row.Number("total_leads"), row.Number("qualified_leads")), Is.EqualTo((14, 2)));
        Assert.That(row.Rate("qualification"), Does.StartWith("2/5 40 "));
        Assert.That((rate.Number("too_young"), rate.Text("population")), Is.EqualTo((9, "leads_old_enough")));
        Assert.That(rate.Time("as_of"), Is.EqualTo(now).Within(TimeSpan.FromMinutes(9)));
        Assert.That(row.GetProperty("conversion").Number("denominator"), Is.EqualTo(2));
        Assert.That(summary.GetProperty("qualification").Rate("value"), Does.StartWith("2/5 40 "));
        Assert.That(trend.Sum(p => p.GetProperty("qualification").Number("denominator")), Is.EqualTo(5));
        Assert.That(trend.Sum(p => p.GetProperty("qualification").Number("too_young")), Is.EqualTo(9));
        Assert.That(await account.ItemsAsync("/api/leads?days=7&isQualified=true"), Has.Count.EqualTo(2));
        Assert.That(await account.ItemsAsync("/api/leads?days=7&isQualified=false"), Has.Count.EqualTo(3));
        Assert.That(await account.ItemsAsync("/api/leads?days=7"), Has.Count.EqualTo(14));
    }

    [Test]
    public async Task Each_rate_names_its_population_and_when_it_was_counted()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "Q*");
        await pipeline.LeadAsync("A@0 Q@60");
        var before = TimeProvider.System.GetUtcNow();

        var row = (await pipeline.Account.CreativesAsync()).Single();
        var stage = pipeline.Stage(await pipeline.AskAsync("funnel"), "Q");

        string[] rates = ["qualification", "judged", "conversion"];
        string[] steps = ["conversion_from_previous", "conversion_from_first"];
        Assert.That(
            rates.Select(name => row.GetProperty(name).Text("population")),
            Is.EqualTo(["leads_created_in_period", "judged_leads", "qualified_leads"])
        );
        Assert.That(
            steps.Select(name => stage.GetProperty(name).Text("population")),
            Is.EqualTo(["leads_at_previous_stage", "leads_at_first_stage"])
        );
        Assert.That(
            rates.Select(row.GetProperty).Concat(steps.Select(stage.GetProperty)).Select(rate => rate.Time("as_of")),
            Is.All.GreaterThanOrEqualTo(before)
        );
        Assert.That(row.GetProperty("qualification").IsNull("too_young"), "no age is asked for");
    }

    [Test]
    public async Task Days_alone_mean_within()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "Q*");
        await pipeline.LeadAsync("A@0 Q@1440");
        await pipeline.LeadAsync("A@0 Q@2881");

        Assert.That((await pipeline.Account.CreativesAsync("days=1")).Single().Number("qualified_leads"), Is.EqualTo(1));
        Assert.That((await pipeline.Account.CreativesAsync("days=3")).Single().Number("qualified_leads"), Is.EqualTo(2));
    }

    [Test]
    public async Task Won_counts_as_passed_only_where_any_stage_of_its_pipeline_is_flagged()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "B");
        await pipeline.LeadAsync("A@0 won@60");
        await pipeline.Account.SaleAsync();
        await pipeline.Account.FlagAsync(pipeline.Id, pipeline["won"], isQualified: false);
        var before = (await pipeline.Account.CreativesAsync("mode=reached_or_passed")).Single();

        await pipeline.Account.FlagAsync(pipeline.Id, pipeline["B"]);
        var after = (await pipeline.Account.CreativesAsync("mode=reached_or_passed")).Single();

        Assert.That((before.Number("qualified_leads"), after.Number("qualified_leads")), Is.EqualTo((0, 1)));
        Assert.That(after.Rate("conversion"), Is.EqualTo("1/1 100 [20.7; 100]"));
    }

    [Test]
    public async Task A_flagged_lost_stage_makes_nothing_else_passed()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A");
        await pipeline.LeadAsync("A@0 lost@60");
        await pipeline.Account.FlagAsync(pipeline.Id, pipeline["won"], isQualified: false);
        await pipeline.Account.FlagAsync(pipeline.Id, pipeline["lost"]);

        var passed = (await pipeline.Account.CreativesAsync("mode=reached_or_passed")).Single();
        var ever = (await pipeline.Account.CreativesAsync("mode=ever")).Single();

        Assert.That((passed.Number("qualified_leads"), ever.Number("qualified_leads")), Is.EqualTo((0, 1)));
    }
}
