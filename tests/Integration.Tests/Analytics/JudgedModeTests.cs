using AmoCrmQualification.Integration.Tests.Campaigns;
using static AmoCrmQualification.Integration.Tests.Analytics.LeadsOfDay;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>The mode that speaks of the leads verdicts are made of, in every figure and in the list behind it.</summary>
internal sealed class JudgedModeTests : ApiTest
{
    // Of the person the first lead and that of fifteen days later count; of the others ten, four of them qualified in time.
    private const long Leads = 12;
    private const long Qualified = 4;

    [TestCase("")]
    [TestCase("from=2026-01-01&to=2026-01-02&", Description = "a period does not matter")]
    public async Task Every_figure_is_of_the_judged_leads_and_no_others(string period)
    {
        var (account, direction, creative) = await MakeAsync();
        var filter = $"{period}mode=judged";

        var row = (await account.CreativesAsync(filter)).Single(r => r.Id("creative_id") == creative);
        var summary = await account.FiguresAsync($"summary?{filter}&directionId={direction}");
        var trend = (await account.FiguresAsync($"trends?interval=month&{filter}&creativeId={creative}")).List("points");

        Assert.That((row.Number("judged_leads"), row.Number("judged_qualified")), Is.EqualTo((Leads, Qualified)));
        Assert.That((row.Number("total_leads"), row.Number("qualified_leads")), Is.EqualTo((Leads, Qualified)));
        Assert.That(row.GetProperty("qualification").Text("population"), Is.EqualTo("judged_leads"));
        Assert.That(summary.GetProperty("leads").Number("value"), Is.EqualTo(Leads));
        Assert.That(summary.GetProperty("qualified").Number("value"), Is.EqualTo(Qualified));
        Assert.That(summary.GetProperty("period").Text("to"), Is.EqualTo($"{DaysAgo(15):yyyy-MM-dd}"));
        Assert.That(summary.IsNull("previous_period"), "all judged leads have none before them");
        Assert.That(trend.Sum(p => p.Number("total_leads")), Is.EqualTo(Leads));
        Assert.That(trend.Sum(p => p.Number("qualified_leads")), Is.EqualTo(Qualified));
        Assert.That(await CountAsync(account, $"{filter}&creativeId={creative}"), Is.EqualTo(Leads));
        Assert.That(await CountAsync(account, $"{filter}&isQualified=true"), Is.EqualTo(Qualified));
        Assert.That(
            await CountAsync(account, $"{filter}&isQualified=false&directionId={direction}"),
            Is.EqualTo(Leads - Qualified)
        );
    }

    [Test]
    public async Task A_funnel_is_of_the_judged_leads_too()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "B");
        var creative = await pipeline.Account.CreativeAsync(await pipeline.Account.DirectionAsync());
        await pipeline.LeadAsync("A@0 B@60", creative);
        await pipeline.LeadAsync("A@60 B@90", creative, createdMinute: 60); // of the same person
        await pipeline.LeadAsync("A@0 B@60", await pipeline.Account.CreativeAsync());
        await pipeline.LeadAsync("A@0 B@60");

        var stage = pipeline.Stage(await pipeline.AskAsync("funnel", "mode=judged"), "B");

        Assert.That(stage.Number("reached"), Is.EqualTo(1));
        Assert.That(
            await CountAsync(pipeline.Account, $"mode=judged&pipelineId={pipeline.Id}&reachedStatusId={pipeline["B"]}"),
            Is.EqualTo(1)
        );
    }

    private async Task<(TestAccount Account, Guid Direction, Guid Creative)> MakeAsync()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "Asia/Almaty" });
        var direction = await account.DirectionAsync();
        var (creative, homeless) = (await account.CreativeAsync(direction), await account.CreativeAsync());
        await InsertAsync(account, creative, DaysAgo(15), 9, 4);
        await InsertAsync(account, creative, DaysAgo(14), 100, 100); // the day ended less than a horizon ago
        await InsertAsync(account, creative, DaysAgo(30), 1, 1, qualifiedAfter: TimeSpan.FromHours((14 * 24) + 1));
        await InsertAsync(account, creative, DaysAgo(30), 7, 7, isTest: true);
        await InsertAsync(account, creative, DaysAgo(30), 7, 7, isDeleted: true);
        await InsertAsync(account, null, DaysAgo(30), 7, 7);
        await InsertAsync(account, homeless, DaysAgo(30), 7, 7);
        foreach (var (ago, qualified) in new[] { (60, 0), (50, 1), (46, 1), (45, 0) })
            await InsertAsync(account, creative, DaysAgo(ago), 1, qualified, phone: "+79161234567");
        return (account, direction, creative);
    }

    private static async Task<long> CountAsync(TestAccount account, string filter) =>
        (await account.ItemsAsync($"/api/leads?limit=500&{filter}")).Count;
}
