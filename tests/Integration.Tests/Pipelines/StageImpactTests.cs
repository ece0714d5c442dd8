using AmoCrmQualification.Integration.Tests.Campaigns;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Pipelines;

/// <summary>What is foretold of flagging a stage is what flagging then does.</summary>
internal sealed class StageImpactTests : ApiTest
{
    private const long T0 = LeadForm.T0;

    [Test]
    public async Task It_is_told_what_flagging_would_do_and_nothing_is_done()
    {
        var (account, pipeline) = await PipelineAsync();
        var video = await account.CreativeAsync();
        for (var deal = 1; deal <= 4; deal++)
            await account.LinkedLeadAsync(deal, deal == 4 ? null : video);
        await account.DeliverAsync(
            LeadForm.Status(1, pipeline.Id, pipeline["Замер"], T0),
            LeadForm.Status(2, pipeline.Id, pipeline["Замер"], T0),
            LeadForm.Status(2, pipeline.Id, pipeline["Новый"], T0 + 60),
            LeadForm.Status(3, pipeline.Id, CrmStage.Won, T0),
            LeadForm.Status(4, pipeline.Id, pipeline["Замер"], T0)
        );
        var before = await account.ItemsAsync("/api/leads");

        var impact = await ImpactAsync(account, await StageAsync(account, pipeline["Замер"]), "?is_qualified_stage=true");

        Assert.That(
            (impact.Number("leads_affected"), impact.Number("newly_qualified"), impact.Number("no_longer_qualified")),
            Is.EqualTo((2, 2, 0))
        );
        Assert.That(impact.Number("first_qualified_moved"), Is.EqualTo(3), "one was there and has left");
        Assert.That(
            impact
                .List("creatives")
                .Select(c =>
                    (
                        c.Text("creative_id"),
                        c.Text("title"),
                        c.GetProperty("rate_before").GetDouble(),
                        c.GetProperty("rate_after").GetDouble()
                    )
                ),
            Is.EqualTo([(video.ToString(), "Видео", 33.3, 66.7), ("unknown", (string?)null, 0, 100)])
        );
        Assert.That(
            (await account.ItemsAsync("/api/leads")).Select(l => l.GetRawText()),
            Is.EqualTo(before.Select(l => l.GetRawText()))
        );
    }

    [Test]
    public async Task Left_out_it_is_the_contrary_of_what_the_stage_is()
    {
        var (account, pipeline) = await PipelineAsync();
        await account.LinkedLeadAsync(deal: 1);
        await account.DeliverAsync(LeadForm.Status(1, pipeline.Id, CrmStage.Won, T0));
        var won = await StageAsync(account, CrmStage.Won);

        var impact = await ImpactAsync(account, won, "");
        var same = await ImpactAsync(account, won, "?is_qualified_stage=true");

        Assert.That((impact.Flag("is_qualified_stage"), impact.Number("no_longer_qualified")), Is.EqualTo((false, 1)));
        Assert.That(
            (same.Number("leads_affected"), same.Number("first_qualified_moved")),
            Is.EqualTo((0, 0)),
            "it is so already"
        );
    }

    [Test]
    public async Task A_stage_without_leads_changes_nothing()
    {
        var (account, pipeline) = await PipelineAsync();

        var impact = await ImpactAsync(account, await StageAsync(account, pipeline["Замер"]), "?is_qualified_stage=true");

        Assert.That(impact.Number("leads_affected"), Is.Zero);
        Assert.That(impact.List("creatives"), Is.Empty);
    }

    [TestCase("abc", "true")]
    [TestCase("1", "true")]
    [TestCase(null, "yes")]
    [TestCase(null, "2")]
    public async Task A_malformed_id_or_flag_is_refused(string? id, string flag)
    {
        var (account, pipeline) = await PipelineAsync();
        id ??= (await StageAsync(account, pipeline["Замер"])).ToString();

        var answer = await account.Client.GetAsync($"/api/amocrm/pipeline-stages/{id}/impact?is_qualified_stage={flag}");

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
    }

    [Test]
    public async Task Another_accounts_stage_is_not_found()
    {
        var (account, pipeline) = await PipelineAsync();
        var stranger = await UnconnectedAccountAsync();
        var stage = await StageAsync(account, pipeline["Замер"]);

        foreach (var id in new[] { stage, Guid.CreateVersion7() })
            await ProblemAsync(
                await stranger.Client.GetAsync($"/api/amocrm/pipeline-stages/{id}/impact?is_qualified_stage=true"),
                HttpStatusCode.NotFound,
                "not_found"
            );
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task What_is_foretold_on_random_lives_is_what_flagging_does(int seed)
    {
        var random = new Random(seed);
        var account = await LivelyAccountAsync(random);
        var stages = (await account.GetAsync("/api/amocrm/pipelines"))
            .List("pipelines")
            .SelectMany(p => p.List("stages"))
            .ToList();
        var (changes, moves) = (0L, 0L);
        for (var turn = 0; turn < 16; turn++)
        {
            var stage = stages[random.Next(stages.Count)].Id();
            var flag = random.Next(3) > 0;
            var (stats, firsts) = (await StatsAsync(account), await FirstsAsync(account));

            var foretold = await ImpactAsync(account, stage, $"?is_qualified_stage={(flag ? "true" : "false")}");
            var done = await JsonAsync(
                await account.Client.AskAsync(
                    HttpMethod.Patch,
                    $"/api/amocrm/pipeline-stages/{stage}",
                    new { is_qualified_stage = flag }
                )
            );

            var (statsAfter, firstsAfter) = (await StatsAsync(account), await FirstsAsync(account));
            Assert.That(
                foretold.Number("newly_qualified") + foretold.Number("no_longer_qualified"),
                Is.EqualTo(done.Number("recalculated_leads"))
            );
            Assert.That(foretold.Number("leads_affected"), Is.EqualTo(done.Number("recalculated_leads")));
            Assert.That(
                foretold.Number("first_qualified_moved"),
                Is.EqualTo(firsts.Count(lead => firstsAfter[lead.Key] != lead.Value))
            );
            foreach (var creative in foretold.List("creatives"))
            {
                var id = creative.Text("creative_id")!;
                Assert.That((creative.Number("total_leads"), creative.Number("qualified_before")), Is.EqualTo(stats[id]), id);
                Assert.That((creative.Number("total_leads"), creative.Number("qualified_after")), Is.EqualTo(statsAfter[id]), id);
            }

            var told = foretold.List("creatives").Select(c => c.Text("creative_id")!).ToList();
            Assert.That(stats.Where(s => statsAfter[s.Key] != s.Value).Select(s => s.Key), Is.SubsetOf(told));
            changes += done.Number("recalculated_leads")!.Value;
            moves += foretold.Number("first_qualified_moved")!.Value;
        }

        Assert.That((changes, moves), Is.GreaterThan((10L, 10L)), "there was something to foretell");
    }

    /// <summary>Deals of four creatives and of none, moved about in two pipelines; some are deleted, some have no lead.</summary>
    private async Task<TestAccount> LivelyAccountAsync(Random random)
    {
        var (account, sales) = await PipelineAsync();
        var repeat = account.Crm.Pipelines.Add("Повторные", "Новый", "Замер");
        await account.SyncAsync();
        List<Guid?> creatives = [null];
        for (var i = 0; i < 4; i++)
            creatives.Add(await account.CreativeAsync());

        List<string> told = [];
        for (var deal = 1; deal <= 60; deal++)
        {
            if (deal % 10 != 0)
                await account.LinkedLeadAsync(deal, creatives[random.Next(creatives.Count)]);
            for (var step = random.Next(5); step >= 0; step--)
            {
                var pipeline = random.Next(3) == 0 ? repeat : sales;
                long[] stages = [pipeline["Новый"], pipeline["Замер"], pipeline["Замер"], CrmStage.Won, CrmStage.Lost, 777];
                told.Add(LeadForm.Status(deal, pipeline.Id, stages[random.Next(stages.Length)], T0 + random.Next(10_000)));
            }

            if (random.Next(8) == 0)
                told.Add(LeadForm.Delete(deal));
        }

        await account.DeliverAsync([.. told]);
        return account;
    }

    private async Task<(TestAccount Account, CrmPipeline Pipeline)> PipelineAsync()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый", "Замер");
        await account.SyncAsync();
        return (account, pipeline);
    }

    private static async Task<Guid> StageAsync(TestAccount account, long status) =>
        (await account.GetAsync("/api/amocrm/pipelines"))
            .List("pipelines")
            .Single(p => p.Text("pipeline_name") == "Продажи")
            .List("stages")
            .Single(s => s.Number("status_id") == status)
            .Id();

    private static async Task<JsonElement> ImpactAsync(TestAccount account, Guid stage, string flag) =>
        await JsonAsync(await account.Client.GetAsync($"/api/amocrm/pipeline-stages/{stage}/impact{flag}"));

    private static async Task<Dictionary<string, (long?, long?)>> StatsAsync(TestAccount account) =>
        (await account.GetAsync("/api/amocrm/qualification-stats"))
            .List("stats")
            .ToDictionary(row => row.Text("creative_id")!, row => (row.Number("total_leads"), row.Number("qualified_leads")));

    private static async Task<Dictionary<Guid, DateTimeOffset?>> FirstsAsync(TestAccount account) =>
        (await account.PagesAsync("/api/leads", limit: 100))
            .SelectMany(page => page)
            .ToDictionary(lead => lead.Id(), lead => lead.Time("first_qualified_at"));
}
