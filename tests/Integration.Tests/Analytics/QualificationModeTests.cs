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
