namespace AmoCrmQualification.Integration.Tests.Analytics;

internal sealed class FunnelTests : ApiTest
{
    [Test]
    public async Task Each_stage_tells_who_reached_passed_is_there_and_was_lost_from_it()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "B", "C");
        await pipeline.LeadAsync("A@0 B@10 C@20 won@30");
        await pipeline.LeadAsync("A@0 C@20");
        await pipeline.LeadAsync("A@0 B@10 lost@20");
        await pipeline.LeadAsync("A@0 B@10 lost@20 A@30 lost@40");
        await pipeline.LeadAsync("B@0 A@10");
        await pipeline.LeadAsync("A@0 B@10 lost@20 B@30");
        await pipeline.LeadAsync("lost@0");
        await pipeline.LeadAsync("77/5@0");

        var answer = await pipeline.AskAsync("funnel");

        var told = new[] { "A", "B", "C", "won", "lost" }.Select(name =>
        {
            var stage = pipeline.Stage(answer, name);
            return $"{name}: {stage.Number("reached")} {stage.Number("reached_or_passed")} {stage.Number("current")} {stage.Number("lost_from")}";
        });
        Assert.That(told, Is.EqualTo(["A: 6 6 1 1", "B: 5 6 1 1", "C: 2 2 1 0", "won: 1 1 1 0", "lost: 4 0 3 0"]));
        Assert.That(pipeline.Stage(answer, "A").Rate("conversion_from_previous"), Is.EqualTo("-"));
        Assert.That(pipeline.Stage(answer, "A").Rate("conversion_from_first"), Is.EqualTo("6/6 100 [61; 100]"));
        Assert.That(pipeline.Stage(answer, "C").Rate("conversion_from_previous"), Does.StartWith("2/6 33.3 "));
        Assert.That(pipeline.Stage(answer, "won").Rate("conversion_from_previous"), Does.StartWith("1/2 50 "));
        Assert.That(pipeline.Stage(answer, "won").Rate("conversion_from_first"), Does.StartWith("1/6 16.7 "));
        Assert.That(pipeline.Stage(answer, "lost").Rate("conversion_from_previous"), Is.EqualTo("-"));
    }

    [Test]
    public async Task The_incoming_stage_is_shown_and_no_conversion_starts_from_it()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "B");
        await pipeline.LeadAsync("A@0");
        var incoming = (await pipeline.AskAsync("funnel")).List("stages")[0];
        await pipeline.LeadAsync($"{pipeline.Id}/{incoming.Number("status_id")}@0");

        var stages = (await pipeline.AskAsync("funnel")).List("stages");

        Assert.That(stages.Select(s => s.Flag("is_incoming")), Is.EqualTo([true, false, false, false, false]));
        Assert.That(stages[0].Rate("conversion_from_first"), Is.EqualTo("-"));
        Assert.That((stages[0].Number("reached"), stages[0].Number("reached_or_passed")), Is.EqualTo((1, 2)));
        Assert.That(stages[1].Rate("conversion_from_previous"), Is.EqualTo("-"));
        Assert.That(stages[1].Rate("conversion_from_first"), Does.StartWith("1/1 100 "));
        Assert.That(stages[0].Text("status_color"), Does.StartWith("#"));
    }

    [Test]
    public async Task Stages_of_one_second_are_told_apart_by_their_order()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "B");
        await pipeline.LeadAsync("A@0 B@0 lost@5");

        var answer = await pipeline.AskAsync("funnel");

        Assert.That(
            (pipeline.Stage(answer, "A").Number("lost_from"), pipeline.Stage(answer, "B").Number("lost_from")),
            Is.EqualTo((0, 1))
        );
    }

    [Test]
    public async Task Stages_with_one_status_of_two_pipelines_are_two()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A");
        await pipeline.LeadAsync("77/142@0 77/143@1 A@10");

        var answer = await pipeline.AskAsync("funnel");

        Assert.That(
            (pipeline.Stage(answer, "won").Number("reached"), pipeline.Stage(answer, "A").Number("reached_or_passed")),
            Is.EqualTo((0, 1))
        );
    }

    [Test]
    public async Task A_deal_that_went_through_more_stages_than_anybody_has_is_followed_nonetheless()
    {
        const int Stages = 1200;
        var account = await AccountAsync();
        var lead = await account.LinkedLeadAsync(500);
        var entries = Enumerable
            .Range(1, Stages)
            .Select(i =>
                LeadForm.Build("status", i, LeadForm.Fields(500, 77, Status(i), LeadForm.T0 + i, oldStatus: null, price: "0"))
            );

        await account.DeliverAsync([.. entries.Chunk(400).Select(some => LeadForm.Together(some))]);

        Assert.That(await account.HistoryAsync(lead), Has.Count.EqualTo(Stages));
        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo($"77/{Status(Stages)}"));

        static long Status(int i) => 9_000_000 + (i * 48_271L % 90_000_017);
    }

    [Test]
    public async Task An_archived_stage_is_there_as_long_as_it_has_leads()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "B", "C");
        await pipeline.LeadAsync("A@0 B@10");
        await pipeline.Account.Service.ExecuteAsync(
            "UPDATE amocrm_pipeline_stages SET is_archived = true WHERE user_account_id = $1 AND status_id = ANY ($2)",
            pipeline.Account.Id,
            new[] { pipeline["B"], pipeline["C"] }
        );

        var answer = await pipeline.AskAsync("funnel");

        Assert.That(pipeline.Stage(answer, "B").Flag("is_archived"));
        Assert.That(answer.List("stages").Select(s => s.Number("status_id")), Does.Not.Contain(pipeline["C"]));
    }

    [Test]
    public async Task The_leads_are_those_created_in_the_period_and_of_the_creative()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(new { time_zone = "UTC" }), "A");
        await pipeline.LeadAsync("A@0");
        await pipeline.LeadAsync("A@0", createdMinute: 24 * 60);

        Assert.That(Reached(await pipeline.AskAsync("funnel", "from=2026-03-02&to=2026-03-02")), Is.EqualTo(1));
        Assert.That(Reached(await pipeline.AskAsync("funnel", "from=2026-03-02&to=2026-03-03")), Is.EqualTo(2));
        Assert.That(Reached(await pipeline.AskAsync("funnel", $"creativeId={Guid.CreateVersion7()}")), Is.Zero);

        long? Reached(System.Text.Json.JsonElement answer) => pipeline.Stage(answer, "A").Number("reached");
    }

    [TestCase("funnel")]
    [TestCase("time-in-stage")]
    public async Task The_pipeline_must_be_named_and_the_accounts_own(string figure)
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A");
        var other = await UnconnectedAccountAsync();

        var without = await other.Client.GetAsync(other.Url($"/api/analytics/{figure}"));
        var strange = await other.Client.GetAsync(other.Url($"/api/analytics/{figure}?pipelineId={pipeline.Id + 7}"));

        Assert.That(
            (await ProblemAsync(without, HttpStatusCode.BadRequest, "validation_error")).GetProperty("errors").Names(),
            Is.EqualTo(["pipelineId"])
        );
        await ProblemAsync(strange, HttpStatusCode.NotFound, "not_found");
    }
}
