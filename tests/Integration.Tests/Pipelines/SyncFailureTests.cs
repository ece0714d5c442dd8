using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Pipelines;

internal sealed class SyncFailureTests : ApiTest
{
    [Test]
    public async Task Without_a_connection_there_is_nothing_to_sync()
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");

        await ProblemAsync(answer, HttpStatusCode.Conflict, "amocrm_not_connected");
    }

    [TestCase(500, FaultBody.Json)]
    [TestCase(504, FaultBody.Html)]
    [TestCase(403, FaultBody.Html)]
    [TestCase(429, FaultBody.Json)]
    [TestCase(429, FaultBody.Text)]
    public async Task What_may_pass_is_retried_before_it_is_told(int status, FaultBody body)
    {
        var account = await SyncedAsync();
        var before = (await account.GetAsync("/api/amocrm/pipelines")).GetRawText();
        Service.Amo.Fail(
            new FaultRule
            {
                AccountId = account.Crm.Id,
                Status = status,
                Body = body,
                RetryAfter = 0,
            }
        );

        var answer = await account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");

        var problem = await ProblemAsync(answer, HttpStatusCode.BadGateway, "amocrm_unavailable");
        Assert.That(problem.Number("amocrm_status"), Is.EqualTo(status));
        Assert.That(CallsOf(account), Is.EqualTo(1 + 4), "the first sync, then a try and three more");
        Assert.That((await account.GetAsync("/api/amocrm/pipelines")).GetRawText(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_will_not_pass_is_told_at_once()
    {
        var account = await SyncedAsync();
        Service.Amo.Fail(new FaultRule { AccountId = account.Crm.Id, Status = 403 });

        var answer = await account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");

        await ProblemAsync(answer, HttpStatusCode.BadGateway, "amocrm_unavailable");
        Assert.That(CallsOf(account), Is.EqualTo(1 + 1));
    }

    [Test]
    public async Task A_lost_answer_is_asked_for_again()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новый");
        Service.Amo.Fail(
            new FaultRule
            {
                AccountId = account.Crm.Id,
                Kind = FaultKind.Drop,
                Times = 1,
                Match = "pipelines",
            }
        );

        var answer = await account.PostAsync("/api/amocrm/sync-pipelines");

        Assert.That(answer.Number("pipelines"), Is.EqualTo(1));
    }

    [Test]
    public async Task An_empty_answer_archives_nothing()
    {
        var account = await SyncedAsync();
        var before = (await account.GetAsync("/api/amocrm/pipelines")).GetRawText();
        Service.Amo.Fail(new FaultRule { AccountId = account.Crm.Id, Kind = FaultKind.Empty });

        var answer = await account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");

        await ProblemAsync(answer, HttpStatusCode.BadGateway, "amocrm_unavailable");
        Assert.That((await account.GetAsync("/api/amocrm/pipelines")).GetRawText(), Is.EqualTo(before));
    }

    private async Task<TestAccount> SyncedAsync()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новый");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        return account;
    }

    private static int CallsOf(TestAccount account) =>
        Service.Amo.Requests.Count(r => r.AccountId == account.Crm.Id && r.Path.Contains("pipelines", StringComparison.Ordinal));
}
