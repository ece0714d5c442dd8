using System.Text;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Pipelines;

internal sealed class StageQualificationTests : ApiTest
{
    private const long T0 = LeadForm.T0;

    [Test]
    public async Task Flagging_a_stage_qualifies_the_leads_that_are_in_it_now()
    {
        var (account, sales, repeat) = await TwoPipelinesAsync();
        var here = await account.LinkedLeadAsync(deal: 1);
        var passed = await account.LinkedLeadAsync(deal: 2);
        var elsewhere = await account.LinkedLeadAsync(deal: 3);
        await account.DeliverAsync(
            LeadForm.Status(1, sales.Id, sales["Замер"], T0),
            LeadForm.Status(2, sales.Id, sales["Замер"], T0),
            LeadForm.Status(2, sales.Id, sales["Новый"], T0 + 60),
            LeadForm.Status(3, repeat.Id, repeat["Новый"], T0)
        );

        var answer = await FlagAsync(account, sales, sales["Замер"], qualified: true);

        Assert.That(answer.Flag("success"));
        Assert.That(answer.Number("recalculated_leads"), Is.EqualTo(1));
        Assert.That(answer.GetProperty("stage").Flag("is_qualified_stage"));
        Assert.That(answer.GetProperty("stage").Names(), Is.SupersetOf(await ColumnsAsync()));
        Assert.That(await StatusAsync(account, here), Is.EqualTo((true, (long?)T0)));
        Assert.That(await StatusAsync(account, passed), Is.EqualTo((false, (long?)T0)), "it was there once");
        Assert.That(await StatusAsync(account, elsewhere), Is.EqualTo((false, (long?)null)));
    }

    [Test]
    public async Task Taking_a_flag_away_takes_it_from_its_leads()
    {
        var (account, sales, _) = await TwoPipelinesAsync();
        var lead = await account.LinkedLeadAsync(deal: 1);
        await account.DeliverAsync(LeadForm.Status(1, sales.Id, sales["Замер"], T0));
        await FlagAsync(account, sales, sales["Замер"], qualified: true);

        var again = await FlagAsync(account, sales, sales["Замер"], qualified: true);
        var away = await FlagAsync(account, sales, sales["Замер"], qualified: false);

        Assert.That(again.Number("recalculated_leads"), Is.Zero, "what is so already is not recalculated");
        Assert.That(away.Number("recalculated_leads"), Is.EqualTo(1));
        Assert.That(await StatusAsync(account, lead), Is.EqualTo((false, (long?)null)));
    }

    [Test]
    public async Task Stages_come_with_the_leads_that_are_in_them_now_where_that_is_asked_for()
    {
        var (account, sales, repeat) = await TwoPipelinesAsync();
        foreach (var deal in new[] { 1, 2, 3, 4 })
            await account.LinkedLeadAsync(deal);
        await account.DeliverAsync(
            LeadForm.Status(1, sales.Id, sales["Новый"], T0),
            LeadForm.Status(1, sales.Id, sales["Замер"], T0 + 60),
            LeadForm.Status(2, sales.Id, CrmStage.Won, T0),
            LeadForm.Status(3, repeat.Id, CrmStage.Won, T0),
            LeadForm.Status(4, sales.Id, CrmStage.Won, T0),
            LeadForm.Delete(4)
        );

        long? In(JsonElement list, CrmPipeline pipeline, long status) => Stage(list, pipeline, status).Number("lead_count");
        var counted = await account.GetAsync("/api/amocrm/pipelines?withCounts=true");
        var plain = await account.GetAsync("/api/amocrm/pipelines");

        Assert.Multiple(() =>
        {
            Assert.That(In(counted, sales, sales["Новый"]), Is.Zero);
            Assert.That(In(counted, sales, sales["Замер"]), Is.EqualTo(1));
            Assert.That(In(counted, sales, CrmStage.Won), Is.EqualTo(1), "one of the two was deleted");
            Assert.That(In(counted, repeat, CrmStage.Won), Is.EqualTo(1));
            Assert.That(Stage(plain, sales, CrmStage.Won).IsNull("lead_count"));
        });
    }

    [Test]
    public async Task Won_is_a_stage_of_its_own_in_each_pipeline()
    {
        var (account, sales, repeat) = await TwoPipelinesAsync();
        var inSales = await account.LinkedLeadAsync(deal: 1);
        var inRepeat = await account.LinkedLeadAsync(deal: 2);
        await account.DeliverAsync(
            LeadForm.Status(1, sales.Id, CrmStage.Won, T0),
            LeadForm.Status(2, repeat.Id, CrmStage.Won, T0)
        );

        var answer = await FlagAsync(account, repeat, CrmStage.Won, qualified: false);

        Assert.That(answer.Number("recalculated_leads"), Is.EqualTo(1));
        Assert.That((await StatusAsync(account, inSales)).IsQualified);
        Assert.That((await StatusAsync(account, inRepeat)).IsQualified, Is.False);
    }

    [Test]
    public async Task The_first_qualification_is_the_earliest_entry_into_any_flagged_stage()
    {
        var (account, sales, _) = await TwoPipelinesAsync();
        var lead = await account.LinkedLeadAsync(deal: 1);
        await account.DeliverAsync(
            LeadForm.Status(1, sales.Id, sales["Новый"], T0),
            LeadForm.Status(1, sales.Id, sales["Замер"], T0 + 60),
            LeadForm.Status(1, sales.Id, CrmStage.Won, T0 + 120)
        );

        var byWon = await StatusAsync(account, lead);
        await FlagAsync(account, sales, sales["Замер"], qualified: true);
        var byMeasuring = await StatusAsync(account, lead);
        await FlagAsync(account, sales, CrmStage.Won, qualified: false);
        var withoutWon = await StatusAsync(account, lead);

        Assert.That(byWon, Is.EqualTo((true, (long?)T0 + 120)));
        Assert.That(byMeasuring, Is.EqualTo((true, (long?)T0 + 60)));
        Assert.That(withoutWon, Is.EqualTo((false, (long?)T0 + 60)));
    }

    [Test]
    public async Task An_unknown_stage_qualifies_its_leads_once_a_sync_knows_it()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый");
        var lead = await account.LinkedLeadAsync(deal: 1);
        await account.DeliverAsync(LeadForm.Status(1, pipeline.Id, CrmStage.Won, T0));
        Assert.That(await StatusAsync(account, lead), Is.EqualTo((false, (long?)null)));

        await account.PostAsync("/api/amocrm/sync-pipelines");

        Assert.That(await StatusAsync(account, lead), Is.EqualTo((true, (long?)T0)));
    }

    [TestCase("abc", """{"is_qualified_stage":true}""")]
    [TestCase("1", """{"is_qualified_stage":true}""")]
    [TestCase(null, """{}""")]
    [TestCase(null, """{"is_qualified_stage":null}""")]
    [TestCase(null, """{"is_qualified_stage":"true"}""")]
    [TestCase(null, """{"is_qualified_stage":1}""")]
    [TestCase(null, """not json""")]
    [TestCase(null, "")]
    public async Task A_malformed_id_or_body_is_refused(string? id, string body)
    {
        var (account, sales, _) = await TwoPipelinesAsync();
        id ??= (await StageAsync(account, sales, sales["Новый"])).Id().ToString();

        var answer = await account.Client.PatchAsync(
            $"/api/amocrm/pipeline-stages/{id}",
            new StringContent(body, Encoding.UTF8, "application/json")
        );

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
    }

    [Test]
    public async Task An_unknown_stage_is_not_found()
    {
        var account = await UnconnectedAccountAsync();
        var url = $"/api/amocrm/pipeline-stages/{Guid.CreateVersion7()}";

        var answer = await account.Client.AskAsync(HttpMethod.Patch, url, new { is_qualified_stage = true });

        await ProblemAsync(answer, HttpStatusCode.NotFound, "not_found");
    }

    private async Task<(TestAccount Account, CrmPipeline Sales, CrmPipeline Repeat)> TwoPipelinesAsync()
    {
        var account = await AccountAsync();
        var sales = account.Crm.Pipelines.Add("Продажи", "Новый", "Замер");
        var repeat = account.Crm.Pipelines.Add("Повторные", "Новый");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        return (account, sales, repeat);
    }

    private static async Task<JsonElement> StageAsync(TestAccount account, CrmPipeline pipeline, long status) =>
        Stage(await account.GetAsync("/api/amocrm/pipelines"), pipeline, status);

    private static JsonElement Stage(JsonElement list, CrmPipeline pipeline, long status) =>
        list.List("pipelines")
            .Single(p => p.Number("pipeline_id") == pipeline.Id)
            .List("stages")
            .Single(s => s.Number("status_id") == status);

    private static async Task<JsonElement> FlagAsync(TestAccount account, CrmPipeline pipeline, long status, bool qualified)
    {
        var url = $"/api/amocrm/pipeline-stages/{(await StageAsync(account, pipeline, status)).Id()}";
        return await JsonAsync(await account.Client.AskAsync(HttpMethod.Patch, url, new { is_qualified_stage = qualified }));
    }

    private static async Task<(bool IsQualified, long? First)> StatusAsync(TestAccount account, JsonElement lead)
    {
        var now = await account.LeadByIdAsync(lead);
        return (
            now.Flag("is_qualified"),
            now.IsNull("first_qualified_at")
                ? null
                : now.GetProperty("first_qualified_at").GetDateTimeOffset().ToUnixTimeSeconds()
        );
    }

    private static async Task<IEnumerable<string>> ColumnsAsync() =>
        (
            await Service.RowsAsync(
                "SELECT column_name::text FROM information_schema.columns WHERE table_name = 'amocrm_pipeline_stages'"
            )
        ).Select(row => (string)row[0]);
}
