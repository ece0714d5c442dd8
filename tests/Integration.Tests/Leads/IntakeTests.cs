using System.Text;

namespace AmoCrmQualification.Integration.Tests.Leads;

internal sealed class IntakeTests : ApiTest
{
    private static readonly string[] ContractFields =
    [
        "id",
        "user_account_id",
        "source_type",
        "name",
        "phone",
        "phone_e164",
        "email",
        "chat_id",
        "message",
        "direction_id",
        "creative_id",
        "ad_id",
        "utm_source",
        "utm_medium",
        "utm_campaign",
        "utm_term",
        "utm_content",
        "amocrm_lead_id",
        "amocrm_contact_id",
        "amocrm_push",
        "current_pipeline_id",
        "current_status_id",
        "is_qualified",
        "first_qualified_at",
        "is_deleted",
        "created_at",
        "updated_at",
    ];

    [Test]
    public async Task A_lead_is_stored_as_it_was_told()
    {
        var account = await UnconnectedAccountAsync();
        var told = """
            {"source_type":"website","name":"Анна \"Ня\" 😀","phone":"8 (916) 123-45-67","chat_id":"tg:7","email":"a@example.ru",
             "message":"Здравствуйте!\nСколько?","ad_id":"ad","utm_source":"vk","utm_medium":"cpc","utm_campaign":"весна",
             "utm_term":"кухня","utm_content":"видео"}
            """;

        var answer = await PostAsync(account, told);
        var lead = await JsonAsync(answer, HttpStatusCode.Created);
        var found = await JsonAsync(await account.Client.GetAsync(answer.Headers.Location));

        Assert.That(lead.Names(), Is.SupersetOf(ContractFields));
        Assert.That(found.Names(), Is.EqualTo(lead.Names().Append("marks")));
        foreach (var field in lead.EnumerateObject())
            Assert.That(found.GetProperty(field.Name).GetRawText(), Is.EqualTo(field.Value.GetRawText()), field.Name);
        foreach (var field in JsonElement.Parse(told).EnumerateObject())
            Assert.That(lead.Text(field.Name), Is.EqualTo(field.Value.GetString()), field.Name);
        Assert.That(lead.Id("user_account_id"), Is.EqualTo(account.Id));
        Assert.That((lead.Flag("is_qualified"), lead.Flag("is_deleted")), Is.EqualTo((false, false)));
        Assert.That(
            ContractFields.Where(field => lead.IsNull(field)),
            Is.EquivalentTo([
                "direction_id",
                "creative_id",
                "amocrm_lead_id",
                "amocrm_contact_id",
                "current_pipeline_id",
                "current_status_id",
                "first_qualified_at",
            ]),
            "unknown is null"
        );
    }

    [TestCase("""{"phone":"+79161234567"}""", true)]
    [TestCase("""{"chat_id":"tg:7"}""", true)]
    [TestCase("""{"email":"a@example.ru"}""", true)]
    [TestCase("""{"name":"Анна"}""", false)]
    [TestCase("""{"phone":"","chat_id":" ","email":null}""", false)]
    public async Task A_person_must_be_reachable_somehow(string contact, bool isEnough)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await PostAsync(account, "{\"source_type\":\"manual\"," + contact[1..]);

        if (isEnough)
            await JsonAsync(answer, HttpStatusCode.Created);
        else
            await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
    }

    [TestCase("""{"phone":"+79161234567"}""", "source_type")]
    [TestCase("""{"source_type":"telegram","phone":"+79161234567"}""", "source_type")]
    [TestCase("""{"source_type":1,"phone":"+79161234567"}""", "source_type")]
    [TestCase("""{"source_type":"website","phone":"позвоните"}""", "phone")]
    [TestCase("""{"source_type":"website","phone":"+","email":"a@b.ru"}""", "phone")]
    [TestCase("""{"source_type":"website","phone":"1","amocrm_lead_id":0}""", "amocrm_lead_id")]
    [TestCase("""{"source_type":"website","phone":"1","amocrm_lead_id":-5}""", "amocrm_lead_id")]
    [TestCase("""{"source_type":"website","phone":"1","amocrm_lead_id":"5"}""", "amocrm_lead_id")]
    [TestCase("""{"source_type":"website","phone":"1","amocrm_lead_id":9223372036854775808}""", "amocrm_lead_id")]
    [TestCase("""{"source_type":"website","phone":"1","created_at":"yesterday"}""", "created_at")]
    [TestCase("""{"source_type":"website","phone":"1","created_at":"1999-12-31T23:59:59Z"}""", "created_at")]
    [TestCase("""{"source_type":"website","phone":"1","created_at":"0001-01-01T00:00:00+14:00"}""", "created_at")]
    [TestCase("""{"source_type":"website","phone":"1","created_at":"9999-12-31T23:59:59-14:00"}""", "created_at")]
    [TestCase("""{"source_type":"website","phone":"1","created_at":"2999-01-01T00:00:00Z"}""", "created_at")]
    [TestCase("""{"source_type":"website","phone":"1","created_at":1760000000}""", "created_at")]
    [TestCase("""{"source_type":"website","phone":"1","creative_id":"1"}""", "creative_id")]
    [TestCase("""{"source_type":"website","phone":"1","push":"no"}""", "push")]
    [TestCase("""{"source_type":"website","phone":"1","name":"a\u0000b"}""", "name")]
    [TestCase("""{"source_type":"website","phone":"1","name":"\ud83d"}""", "name")]
    [TestCase("""{"source_type":"website","phone":"1","message":"\ude00 x"}""", "message")]
    [TestCase("""{"source_type":"website","phone":"1\u0000"}""", "phone")]
    [TestCase("""{"source_type":"website","phone":"1","utm_source":["vk"]}""", "utm_source")]
    public async Task A_field_that_cannot_be_is_named(string body, string field)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await PostAsync(account, body);

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
        Assert.That(await account.ItemsAsync("/api/leads"), Is.Empty);
    }

    [TestCase("2026-03-10T12:30:00Z", "2026-03-10T12:30:00Z")]
    [TestCase("2026-03-10T12:30:00+03:00", "2026-03-10T09:30:00Z")]
    [TestCase("2026-03-10T12:30:00.123456Z", "2026-03-10T12:30:00.123456Z")]
    [TestCase("2026-03-10T12:30:00", "2026-03-10T12:30:00Z")]
    public async Task The_time_a_lead_was_created_at_is_honoured_and_shown_in_UTC(string told, string shown)
    {
        var account = await UnconnectedAccountAsync();

        var lead = await account.LeadAsync(
            new
            {
                source_type = "manual",
                phone = "+79161234567",
                created_at = told,
            }
        );

        Assert.That(lead.Text("created_at"), Is.EqualTo(shown));
    }

    [TestCase(true, null, null, "pending")]
    [TestCase(true, false, null, "not_needed")]
    [TestCase(true, true, 5L, "not_needed")]
    [TestCase(false, null, null, "not_needed")]
    [TestCase(false, true, null, "not_needed")]
    public async Task Whether_a_lead_waits_for_amoCRM(bool accountPushes, bool? push, long? deal, string expected)
    {
        var account = await UnconnectedAccountAsync(new { push_leads = accountPushes });

        var lead = await account.LeadAsync(
            new
            {
                source_type = "manual",
                phone = "+79161234567",
                push,
                amocrm_lead_id = deal,
            }
        );

        Assert.That(lead.Text("amocrm_push"), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_deal_belongs_to_one_lead_of_an_account()
    {
        var (account, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        await account.LinkedLeadAsync(deal: 5);
        var body = """{"source_type":"manual","phone":"+79161234567","amocrm_lead_id":5}""";

        await ProblemAsync(await PostAsync(account, body), HttpStatusCode.Conflict, "conflict", "lead_already_linked");
        await JsonAsync(await PostAsync(other, body), HttpStatusCode.Created);
    }

    [Test]
    public async Task Of_many_leads_that_claim_a_deal_at_once_one_gets_it()
    {
        var account = await UnconnectedAccountAsync();
        var body = """{"source_type":"manual","phone":"+79161234567","amocrm_lead_id":5}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(account, body)));

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Conflict), Is.EqualTo(9));
    }

    [Test]
    public async Task A_lead_takes_over_the_history_its_deal_already_has()
    {
        var account = await UnconnectedAccountAsync();
        await account.DeliverAsync(LeadForm.Status(5, 11, 22, LeadForm.T0));

        var lead = await account.LinkedLeadAsync(deal: 5);

        Assert.That((lead.Number("current_pipeline_id"), lead.Number("current_status_id")), Is.EqualTo((11, 22)));
        Assert.That(await account.HistoryAsync(lead), Has.Count.EqualTo(1));
    }

    private static Task<HttpResponseMessage> PostAsync(TestAccount account, string body) =>
        account.Client.PostAsync(account.Url("/api/leads"), new StringContent(body, Encoding.UTF8, "application/json"));
}
