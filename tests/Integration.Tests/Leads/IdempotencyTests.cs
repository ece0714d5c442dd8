namespace AmoCrmQualification.Integration.Tests.Leads;

internal sealed class IdempotencyTests : ApiTest
{
    private static readonly object Anna = new
    {
        source_type = "website",
        name = "Анна",
        phone = "+79161234567",
    };

    [Test]
    public async Task The_same_key_and_body_give_the_same_lead()
    {
        var account = await UnconnectedAccountAsync();

        var first = await JsonAsync(await PostAsync(account, "k-1", Anna), HttpStatusCode.Created);
        var again = await JsonAsync(await PostAsync(account, "k-1", Anna), HttpStatusCode.OK);

        Assert.That(again.GetRawText(), Is.EqualTo(first.GetRawText()));
        Assert.That(await account.ItemsAsync("/api/leads"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_same_key_with_another_body_is_a_conflict()
    {
        var account = await UnconnectedAccountAsync();
        await JsonAsync(await PostAsync(account, "k-1", Anna), HttpStatusCode.Created);

        var answer = await PostAsync(account, "k-1", new { source_type = "website", phone = "+79161234568" });

        await ProblemAsync(answer, HttpStatusCode.Conflict, "conflict", "idempotency_key_reused");
        Assert.That(await account.ItemsAsync("/api/leads"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Another_key_no_key_and_another_account_give_other_leads()
    {
        var (account, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());

        HttpResponseMessage[] answers =
        [
            await PostAsync(account, "k-1", Anna),
            await PostAsync(account, "k-2", Anna),
            await PostAsync(account, key: null, Anna),
            await PostAsync(account, key: null, Anna),
            await PostAsync(other, "k-1", Anna),
        ];

        Assert.That(answers.Select(a => a.StatusCode), Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(await account.ItemsAsync("/api/leads"), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_refused_request_does_not_use_up_its_key()
    {
        var account = await UnconnectedAccountAsync();
        await ProblemAsync(
            await PostAsync(account, "k-1", new { source_type = "website" }),
            HttpStatusCode.BadRequest,
            "validation_error"
        );

        await JsonAsync(await PostAsync(account, "k-1", Anna), HttpStatusCode.Created);
    }

    [TestCase(null)]
    [TestCase(77L)]
    public async Task Many_at_once_with_one_key_make_one_lead(long? deal)
    {
        var account = await UnconnectedAccountAsync();
        var body = new
        {
            source_type = "website",
            phone = "+79161234567",
            amocrm_lead_id = deal,
        };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(account, "k-1", body)));

        Assert.That(
            answers.CountBy(a => a.StatusCode),
            Is.EquivalentTo(new Dictionary<HttpStatusCode, int> { [HttpStatusCode.Created] = 1, [HttpStatusCode.OK] = 19 })
        );
        var ids = await Task.WhenAll(answers.Select(async a => (await a.Content.ReadFromJsonAsync<JsonElement>()).Id()));
        Assert.That(ids.Distinct().Count(), Is.EqualTo(1));
        Assert.That(await account.ItemsAsync("/api/leads"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_key_that_is_too_long_is_refused()
    {
        var account = await UnconnectedAccountAsync();

        var answer = await PostAsync(account, new string('k', 300), Anna);

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["idempotency_key"]));
    }

    private static async Task<HttpResponseMessage> PostAsync(TestAccount account, string? key, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, account.Url("/api/leads"))
        {
            Content = JsonContent.Create(body),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await account.Client.SendAsync(request);
    }
}
