using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Accounts;

internal sealed class AmoFailureTests : ApiTest
{
    [Test]
    public async Task A_refused_token_opens_no_account()
    {
        var crm = Service.Amo.CreateAccount();
        Service.Amo.RevokeToken(crm.LongLivedToken);

        var answer = await CreateAsync(crm);

        await ProblemAsync(answer, HttpStatusCode.Conflict, "amocrm_reauthorization_required", "token_refused");
        Assert.That(await AccountsAtAsync(crm), Is.Zero);
    }

    [TestCase(404)]
    [TestCase(301)]
    public async Task A_domain_where_no_amoCRM_is_is_told_apart_from_a_refused_token(int status)
    {
        var crm = Service.Amo.CreateAccount();
        Service.Amo.Fail(
            new FaultRule
            {
                AccountId = crm.Id,
                Status = status,
                Body = FaultBody.Html,
            }
        );

        await ProblemAsync(await CreateAsync(crm), HttpStatusCode.BadGateway, "amocrm_unavailable", "domain_unknown");
        Assert.That(await AccountsAtAsync(crm), Is.Zero);
    }

    [Test]
    public async Task A_token_refused_later_is_shown_and_a_new_one_heals_it()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новый");
        Service.Amo.RevokeToken(account.Crm.LongLivedToken);

        var refused = await account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");
        await ProblemAsync(refused, HttpStatusCode.Conflict, "amocrm_reauthorization_required");
        Assert.That(await ConnectionAsync(account), Is.EqualTo("reauthorization_required"));

        await JsonAsync(
            await Admin.PutAsJsonAsync(
                $"/api/user-accounts/{account.Id}/amocrm-connection",
                new { amocrm_domain = account.Crm.Host, long_lived_token = Service.Amo.IssueToken(account.Crm.Id) }
            )
        );
        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
        await account.PostAsync("/api/amocrm/sync-pipelines");
    }

    [TestCase(503)]
    [TestCase(402)]
    public async Task What_amoCRM_answered_is_told_and_no_account_is_opened(int status)
    {
        var crm = Service.Amo.CreateAccount();
        Service.Amo.Fail(
            new FaultRule
            {
                AccountId = crm.Id,
                Status = status,
                RetryAfter = 0,
            }
        );

        var answer = await CreateAsync(crm);

        var problem = await ProblemAsync(answer, HttpStatusCode.BadGateway, "amocrm_unavailable");
        Assert.That(problem.Number("amocrm_status"), Is.EqualTo(status));
        Assert.That(await AccountsAtAsync(crm), Is.Zero);
    }

    [Test]
    public async Task A_failure_that_passes_is_not_noticed()
    {
        var crm = Service.Amo.CreateAccount();
        Service.Amo.Fail(
            new FaultRule
            {
                AccountId = crm.Id,
                Status = 500,
                RetryAfter = 0,
                Times = 2,
            }
        );

        Assert.That((await CreateAsync(crm)).StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    private Task<HttpResponseMessage> CreateAsync(CrmAccount crm) =>
        Admin.PostAsJsonAsync(
            "/api/user-accounts",
            new
            {
                name = "К",
                amocrm_domain = crm.Host,
                long_lived_token = crm.LongLivedToken,
            }
        );

    private async Task<string?> ConnectionAsync(TestAccount account) =>
        (await JsonAsync(await Admin.GetAsync($"/api/user-accounts/{account.Id}"))).Text("connection");

    private static Task<long> AccountsAtAsync(CrmAccount crm) =>
        Service.ScalarAsync<long>("SELECT count(*) FROM user_accounts WHERE amocrm_domain = $1", crm.Host);
}
