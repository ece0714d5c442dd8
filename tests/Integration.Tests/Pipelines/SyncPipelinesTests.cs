using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Pipelines;

internal sealed class SyncPipelinesTests : ApiTest
{
    [Test]
    public async Task The_answer_counts_stages_and_pipelines()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новый", "Замер");
        account.Crm.Pipelines.Add("Повторные", "Новый");

        var answer = await account.PostAsync("/api/amocrm/sync-pipelines");

        // Incoming, won and lost come with each pipeline.
        Assert.That(answer.GetRawText(), Is.EqualTo("""{"success":true,"synced":9,"pipelines":2}"""));
    }

    [Test]
    public async Task Before_the_first_sync_there_are_no_pipelines()
    {
        var account = await AccountAsync();

        Assert.That((await account.GetAsync("/api/amocrm/pipelines")).GetRawText(), Is.EqualTo("""{"pipelines":[]}"""));
    }

    [Test]
    public async Task Pipelines_and_stages_come_in_the_order_of_amoCRM()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add(new NewPipeline("Вторая", [new("Б", Sort: 30), new("А", Sort: 20)], Sort: 20));
        account.Crm.Pipelines.Add(new NewPipeline("Первая", [new("В")], Sort: 10));

        var pipelines = await SyncAsync(account);

        Assert.That(pipelines.Select(p => p.Text("pipeline_name")), Is.EqualTo(["Первая", "Вторая"]));
        Assert.That(
            pipelines[1].List("stages").Select(s => s.Text("status_name")),
            Is.EqualTo(["Неразобранное", "А", "Б", "Успешно реализовано", "Закрыто и не реализовано"])
        );
        Assert.That(pipelines[0].Names(), Is.SupersetOf(["pipeline_id", "pipeline_name", "stages"]));
        Assert.That(
            pipelines[0].List("stages")[0].Names(),
            Is.SupersetOf(["id", "status_id", "status_name", "status_color", "is_qualified_stage", "sort_order", "is_archived"])
        );
    }

    [Test]
    public async Task Won_is_qualified_in_every_pipeline_when_first_seen_and_nothing_else_is()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новый");
        account.Crm.Pipelines.Add("Повторные", "Новый");

        var stages = Stages(await SyncAsync(account));

        Assert.That(stages.Where(s => s.Flag("is_qualified_stage")).Select(s => s.Number("status_id")), Is.EqualTo([142, 142]));
    }

    [Test]
    public async Task What_a_person_flagged_survives_every_later_sync()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый", "Замер");
        var stages = Stages(await SyncAsync(account));
        await FlagAsync(account, stages, pipeline["Замер"], qualified: true);
        await FlagAsync(account, stages, CrmStage.Won, qualified: false);
        account.Crm.Pipelines.ChangeStage(pipeline.Id, pipeline["Замер"], name: "Замер назначен");
        account.Crm.Pipelines.ChangeStage(pipeline.Id, CrmStage.Won, name: "Победа");

        await SyncAsync(account);
        var after = Stages(await SyncAsync(account));

        Assert.That(Stage(after, pipeline["Замер"]).Flag("is_qualified_stage"));
        Assert.That(Stage(after, pipeline["Замер"]).Text("status_name"), Is.EqualTo("Замер назначен"));
        Assert.That(Stage(after, CrmStage.Won).Flag("is_qualified_stage"), Is.False);
    }

    [Test]
    public async Task A_stage_that_amoCRM_no_longer_returns_is_kept_archived_with_its_flag_and_comes_back()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый", "Замер");
        var before = Stages(await SyncAsync(account));
        await FlagAsync(account, before, pipeline["Замер"], qualified: true);
        account.Crm.Pipelines.RemoveStage(pipeline.Id, pipeline["Замер"]);

        var gone = Stage(Stages(await SyncAsync(account)), pipeline["Замер"]);
        account.Crm.Pipelines.AddStage(pipeline.Id, new("Замер", pipeline["Замер"]));
        var back = Stage(Stages(await SyncAsync(account)), pipeline["Замер"]);

        Assert.That((gone.Flag("is_archived"), gone.Flag("is_qualified_stage")), Is.EqualTo((true, true)));
        Assert.That((back.Flag("is_archived"), back.Flag("is_qualified_stage")), Is.EqualTo((false, true)));
        Assert.That(back.Id(), Is.EqualTo(gone.Id()), "it is the same stage");
    }

    [Test]
    public async Task A_removed_pipeline_is_kept_archived()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новый");
        var second = account.Crm.Pipelines.Add("Повторные", "Новый");
        await SyncAsync(account);
        account.Crm.Pipelines.Remove(second.Id);

        var pipelines = await SyncAsync(account);

        Assert.That(
            pipelines.Select(p => (p.Text("pipeline_name"), p.List("stages").All(s => s.Flag("is_archived")))),
            Is.EqualTo([("Продажи", false), ("Повторные", true)])
        );
    }

    [Test]
    public async Task A_pipeline_that_is_renamed_after_it_lost_a_stage_bears_its_new_name()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Было", "Первая", "Вторая");
        await SyncAsync(account);
        account.Crm.Pipelines.RemoveStage(pipeline.Id, pipeline["Первая"]);
        await SyncAsync(account);
        account.Crm.Pipelines.Rename(pipeline.Id, "Стало");

        var pipelines = await SyncAsync(account);

        Assert.That(pipelines.Select(p => p.Text("pipeline_name")), Is.EqualTo(["Стало"]));
        Assert.That(
            await Service.RowsAsync(
                "SELECT DISTINCT pipeline_name FROM amocrm_pipeline_stages WHERE user_account_id = $1",
                account.Id
            ),
            Has.Count.EqualTo(1),
            "also in the table that people query"
        );
    }

    [Test]
    public async Task One_sync_is_stored_whole_or_not_at_all()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый");
        await SyncAsync(account);
        var before = (await account.GetAsync("/api/amocrm/pipelines")).GetRawText();
        await Service.ExecuteAsync(
            """
            CREATE OR REPLACE FUNCTION tests_refuse_stage() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
            CREATE OR REPLACE TRIGGER tests_refuse_stage BEFORE INSERT ON amocrm_pipeline_stages
              FOR EACH ROW WHEN (NEW.status_name = 'Провал') EXECUTE FUNCTION tests_refuse_stage();
            """
        );
        account.Crm.Pipelines.Rename(pipeline.Id, "Переименована");
        account.Crm.Pipelines.AddStage(pipeline.Id, new("Замер"));
        account.Crm.Pipelines.AddStage(pipeline.Id, new("Провал"));

        var answer = await account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");

        await ProblemAsync(answer, HttpStatusCode.InternalServerError, "internal_error");
        Assert.That((await account.GetAsync("/api/amocrm/pipelines")).GetRawText(), Is.EqualTo(before));
    }

    private static async Task<IReadOnlyList<JsonElement>> SyncAsync(TestAccount account)
    {
        await account.PostAsync("/api/amocrm/sync-pipelines");
        return (await account.GetAsync("/api/amocrm/pipelines")).List("pipelines");
    }

    private static IReadOnlyList<JsonElement> Stages(IReadOnlyList<JsonElement> pipelines) =>
        [.. pipelines.SelectMany(p => p.List("stages"))];

    private static JsonElement Stage(IEnumerable<JsonElement> stages, long status) =>
        stages.Single(s => s.Number("status_id") == status);

    private static async Task FlagAsync(TestAccount account, IEnumerable<JsonElement> stages, long status, bool qualified)
    {
        var url = $"/api/amocrm/pipeline-stages/{Stage(stages, status).Id()}";
        await JsonAsync(await account.Client.AskAsync(HttpMethod.Patch, url, new { is_qualified_stage = qualified }));
    }
}
