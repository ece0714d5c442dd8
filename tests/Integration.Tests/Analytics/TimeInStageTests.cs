namespace AmoCrmQualification.Integration.Tests.Analytics;

internal sealed class TimeInStageTests : ApiTest
{
    [Test]
    public async Task Each_visit_counts_until_it_ended_and_how_it_ended_is_told()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "B");
        await pipeline.LeadAsync("A@0 B@60 A@90 lost@210");
        await pipeline.LeadAsync("A@0 B@180 won@200");
        await pipeline.LeadAsync("A@0 77/5@240");
        await pipeline.LeadAsync("A@0 77/142@300");
        await pipeline.LeadAsync("B@0");

        var answer = await pipeline.AskAsync("time-in-stage");
        var (a, b) = (pipeline.Stage(answer, "A"), pipeline.Stage(answer, "B"));

        // 1, 2, 3, 4 and 5 hours; half an hour, twenty minutes, and one that goes on.
        Assert.That(
            (a.Number("visits"), a.Number("open"), a.Decimal("median_hours"), a.Decimal("p75_hours")),
            Is.EqualTo((5, 0, 3.0, 4.0))
        );
        Assert.That(a.GetProperty("exits").GetRawText(), Is.EqualTo("""{"forward":2,"back":0,"won":1,"lost":1,"elsewhere":1}"""));
        Assert.That(
            (b.Number("visits"), b.Number("open"), b.Decimal("median_hours"), b.Decimal("p75_hours")),
            Is.EqualTo((3, 1, 0.5, (double?)null))
        );
        Assert.That(b.GetProperty("exits").GetRawText(), Is.EqualTo("""{"forward":0,"back":1,"won":1,"lost":0,"elsewhere":0}"""));
        Assert.That(
            answer.List("stages").Select(s => s.Number("status_id")),
            Does.Not.Contain(142).And.Not.Contain(143),
            "nobody leaves these by waiting"
        );
    }

    [Test]
    public async Task Open_visits_are_not_taken_for_finished()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A", "B");
        await pipeline.LeadAsync("A@0 B@60");
        await pipeline.LeadAsync("A@0");
        await pipeline.LeadAsync("A@0");

        var stage = pipeline.Stage(await pipeline.AskAsync("time-in-stage"), "A");

        Assert.That((stage.Number("visits"), stage.Number("open")), Is.EqualTo((3, 2)));
        Assert.That(stage.IsNull("median_hours"), "fewer than half are known to have left");
    }

    [Test]
    public async Task A_stage_that_nobody_visited_is_there_and_unknown()
    {
        var pipeline = await FigurePipeline.OpenAsync(await AccountAsync(), "A");

        var stage = pipeline.Stage(await pipeline.AskAsync("time-in-stage"), "A");

        Assert.That(
            (stage.Number("visits"), stage.IsNull("median_hours"), stage.IsNull("p75_hours")),
            Is.EqualTo((0, true, true))
        );
    }
}
