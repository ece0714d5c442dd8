namespace AmoCrmQualification.Integration.Tests.Push;

/// <summary>Where leads go at amoCRM is set for an account and for its directions.</summary>
internal sealed class PushTargetTests : PushTest
{
    [Test]
    public async Task Leads_go_where_their_direction_says_else_where_the_account_says()
    {
        var account = await SellerAsync();
        var (main, other) = (account.Crm.Pipelines.Main, account.Crm.Pipelines.Add("Опт", "Заявка", "Счёт"));
        await account.SyncAsync();
        await ChangedAsync(
            account,
            AccountUrl(account),
            new
            {
                push_pipeline_id = main.Id,
                push_status_id = main["Переговоры"],
                push_responsible_user_id = 77,
            }
        );
        var retail = await DirectionAsync(account, new { name = "Розница" });
        var wholesale = await DirectionAsync(
            account,
            new
            {
                name = "Опт",
                push_pipeline_id = other.Id,
                push_status_id = other["Счёт"],
            }
        );
        var elsewhere = await DirectionAsync(account, new { name = "Иное", push_pipeline_id = other.Id });

        var stages = new List<string>();
        foreach (var direction in new[] { retail, wholesale, elsewhere })
        {
            var lead = await account.LeadAsync(
                new
                {
                    source_type = "website",
                    phone = Phone,
                    direction_id = direction.Id(),
                }
            );
            var deal = account.Crm.Leads.Get((await PushedAsync(account, lead)).Number("amocrm_lead_id")!.Value);
            stages.Add($"{Stage(deal)} {deal.ResponsibleUserId}");
        }

        Assert.That(
            stages,
            Is.EqualTo([
                $"{main.Id}/{main["Переговоры"]} 77",
                $"{other.Id}/{other["Счёт"]} 77",
                $"{other.Id}/{other["Заявка"]} 77",
            ])
        );
    }

    [Test]
    public async Task What_is_left_out_stays_and_null_clears()
    {
        var account = await UnconnectedAccountAsync();
        await ChangedAsync(
            account,
            AccountUrl(account),
            new
            {
                push_pipeline_id = 11,
                push_status_id = 21,
                push_responsible_user_id = 7,
            }
        );

        var renamed = await ChangedAsync(account, AccountUrl(account), new { name = "Новое имя" });
        var moved = await ChangedAsync(account, AccountUrl(account), new { push_pipeline_id = 12 });
        var cleared = await ChangedAsync(
            account,
            AccountUrl(account),
            new { push_pipeline_id = (long?)null, push_responsible_user_id = (long?)null }
        );

        Assert.That(TargetOf(renamed), Is.EqualTo((11, 21, 7)));
        Assert.That(TargetOf(moved), Is.EqualTo(((long?)12, (long?)null, (long?)7)), "a stage goes with its pipeline");
        Assert.That(TargetOf(cleared), Is.EqualTo(((long?)null, (long?)null, (long?)null)));
    }

    [TestCase("""{"push_status_id":21}""", "push_status_id")]
    [TestCase("""{"push_pipeline_id":"x"}""", "push_pipeline_id")]
    [TestCase("""{"push_pipeline_id":0}""", "push_pipeline_id")]
    [TestCase("""{"push_responsible_user_id":-1}""", "push_responsible_user_id")]
    public async Task What_cannot_be_is_refused(string body, string field)
    {
        var account = await UnconnectedAccountAsync();
        var direction = await DirectionAsync(account, new { name = "Розница" });

        foreach (var url in new[] { AccountUrl(account), $"/api/directions/{direction.Id()}" })
        {
            var answer = await account.SendAsync(HttpMethod.Patch, url, JsonElement.Parse(body));
            var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
            Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
        }
    }

    [Test]
    public async Task Stages_that_leads_cannot_be_put_into_are_refused_once_stages_are_known()
    {
        var account = await SellerAsync();
        var (main, gone) = (account.Crm.Pipelines.Main, account.Crm.Pipelines.Add("Старая", "Заявка"));
        var archived = gone["Заявка"];
        await account.SyncAsync();
        account.Crm.Pipelines.Remove(gone.Id);
        await account.SyncAsync();

        foreach (
            var (pipeline, status) in new[] { (main.Id, main.Unsorted.Id), (main.Id, archived), (gone.Id, archived), (1L, 2L) }
        )
            await ProblemAsync(
                await account.SendAsync(
                    HttpMethod.Patch,
                    AccountUrl(account),
                    new { push_pipeline_id = pipeline, push_status_id = status }
                ),
                HttpStatusCode.BadRequest,
                "validation_error"
            );
    }

    private static string AccountUrl(TestAccount account) => $"/api/user-accounts/{account.Id}";

    private static async Task<JsonElement> ChangedAsync(TestAccount account, string url, object body) =>
        await JsonAsync(await account.SendAsync(HttpMethod.Patch, url, body));

    private static async Task<JsonElement> DirectionAsync(TestAccount account, object body) =>
        await JsonAsync(await account.SendAsync(HttpMethod.Post, "/api/directions", body), HttpStatusCode.Created);

    private static (long?, long?, long?) TargetOf(JsonElement view) =>
        (view.Number("push_pipeline_id"), view.Number("push_status_id"), view.Number("push_responsible_user_id"));
}
