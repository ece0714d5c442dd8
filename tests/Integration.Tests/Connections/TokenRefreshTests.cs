using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Connections;

/// <summary>A refresh token serves once: whoever uses it twice loses the account.</summary>
internal sealed class TokenRefreshTests : TokenTest
{
    [Test]
    public async Task A_token_that_ends_soon_is_refreshed_before_the_call()
    {
        var account = await ReadyAsync();
        await EndsInAsync(account, "4 minutes");

        await account.SyncAsync();

        Assert.That(Statuses(), Is.EqualTo([200]));
        Assert.That(Own.Amo.Requests.Any(r => r.Status == 401), Is.False, "no call was made in vain");
        await account.SyncAsync();
        Assert.That(TokenCalls(Own), Has.Count.EqualTo(1), "the new one lasts");
    }

    [Test]
    public async Task A_token_that_does_not_end_soon_is_left_alone()
    {
        var account = await ReadyAsync();
        await EndsInAsync(account, "6 minutes");

        await account.SyncAsync();

        Assert.That(TokenCalls(Own), Is.Empty);
    }

    [Test]
    public async Task A_refused_token_is_refreshed_and_the_call_repeated_once()
    {
        var account = await ReadyAsync();
        Own.Amo.ExpireAccessTokens(Crm(account).Id);

        await account.SyncAsync();

        Assert.That(
            Own.Amo.Requests.Select(r => (r.Path, r.Status)),
            Is.EqualTo([("/api/v4/leads/pipelines", 401), ("/oauth2/access_token", 200), ("/api/v4/leads/pipelines", 200)])
        );
    }

    [Test]
    public async Task Many_calls_of_two_replicas_at_once_refresh_once()
    {
        var account = await ReadyAsync();
        await using var replica = Own.Replicate();
        using var there = replica.Client(Service.AdminKey);
        Own.Amo.Fail(
            new FaultRule
            {
                Kind = FaultKind.Slow,
                DelayMs = 300,
                Match = TokenEndpoint,
            }
        );
        Own.Amo.ExpireAccessTokens(Crm(account).Id);

        var answers = await Task.WhenAll(
            from i in Enumerable.Range(0, 8)
            let url = $"/api/user-accounts/{account.Id}/amocrm-webhook"
            select i % 2 == 0 ? account.Client.GetAsync(url) : there.GetAsync(url)
        );

        Assert.That(answers.Select(a => a.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(Statuses(), Is.EqualTo([200]));
        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
    }

    [Test]
    public async Task While_amoCRM_is_slow_to_give_new_tokens_no_transaction_waits_for_it()
    {
        var account = await ReadyAsync();
        Own.Amo.ExpireAccessTokens(Crm(account).Id);
        var slow = Own.Amo.Fail(
            new FaultRule
            {
                Kind = FaultKind.Slow,
                DelayMs = 8_000,
                Match = TokenEndpoint,
            }
        );

        var waiting = Enumerable
            .Range(0, 8)
            .Select(_ => account.Client.GetAsync($"/api/user-accounts/{account.Id}/amocrm-webhook"));
        var answers = Task.WhenAll(waiting);
        await TestAccount.UntilAsync(
            () => Task.FromResult(Own.Amo.Requests.Count(r => r.Status == 401) >= 8),
            () => "not all were refused"
        );
        var busy = await Own.ScalarAsync<long>(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < now() - interval '1 second'
            """
        );

        Assert.That(answers.IsCompleted, Is.False, "amoCRM is waited for");
        Assert.That(busy, Is.Zero);
        Own.Amo.ClearFaults(slow);
        Assert.That((await answers).Select(a => a.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_account_whose_tokens_amoCRM_has_revoked_waits_for_a_person_and_amoCRM_is_left_alone()
    {
        var account = await ReadyAsync();
        Own.Amo.RevokeAllTokens(Crm(account).Id);

        await ProblemAsync(await SyncAsync(account), HttpStatusCode.Conflict, "amocrm_reauthorization_required");
        Assert.That(Statuses(), Is.EqualTo([401]));
        Assert.That(await ConnectionAsync(account), Is.EqualTo("reauthorization_required"));
        var calls = Own.Amo.Requests.Count;

        await ProblemAsync(await SyncAsync(account), HttpStatusCode.Conflict, "amocrm_reauthorization_required");
        Assert.That(Own.Amo.Requests, Has.Count.EqualTo(calls));

        await ComeBackAsync(Own, await ConsentAsync(account, Crm(account)));
        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
        await account.SyncAsync();
    }

    [Test]
    public async Task A_refresh_that_amoCRM_refused_once_is_tried_again_by_itself()
    {
        var account = await ReadyAsync();
        Own.Amo.ExpireAccessTokens(Crm(account).Id);
        Own.Amo.Fail(
            new FaultRule
            {
                Kind = FaultKind.Unauthorized,
                Match = TokenEndpoint,
                Times = 1,
            }
        );

        await ProblemAsync(await SyncAsync(account), HttpStatusCode.Conflict, "amocrm_reauthorization_required");
        await Own.ExecuteAsync("UPDATE outbox SET due_at = now() WHERE kind = 'recheck_token'");

        await TestAccount.UntilAsync(
            async () => await ConnectionAsync(account) == "connected",
            () => "it was not refreshed again"
        );
        Assert.That(Statuses(), Is.EqualTo([401, 200]));
        await account.SyncAsync();
    }

    [Test]
    public async Task A_token_that_is_refused_right_after_its_refresh_is_not_refreshed_again()
    {
        var account = await ReadyAsync();
        Own.Amo.Fail(new FaultRule { Kind = FaultKind.Unauthorized, Match = "/api/v4/leads/pipelines" });

        await ProblemAsync(await SyncAsync(account), HttpStatusCode.Conflict, "amocrm_reauthorization_required");

        Assert.That(TokenCalls(Own), Has.Count.EqualTo(1));
        Assert.That(await ConnectionAsync(account), Is.EqualTo("reauthorization_required"));
    }

    [TestCase(503, FaultBody.Html)]
    [TestCase(403, FaultBody.Html)]
    [TestCase(403, FaultBody.Json)]
    [TestCase(429, FaultBody.Json)]
    [TestCase(400, FaultBody.Json)]
    public async Task A_token_endpoint_that_fails_changes_nothing_and_heals_by_itself(int status, FaultBody body)
    {
        var account = await ReadyAsync();
        Own.Amo.ExpireAccessTokens(Crm(account).Id);
        var fault = Own.Amo.Fail(
            new FaultRule
            {
                Status = status,
                Body = body,
                Match = TokenEndpoint,
            }
        );

        await ProblemAsync(await SyncAsync(account), HttpStatusCode.BadGateway, "amocrm_unavailable");
        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));

        Own.Amo.ClearFaults(fault);
        await account.SyncAsync();
    }

    [Test]
    public async Task An_integration_that_an_operator_forgot_to_configure_costs_no_account_its_connection()
    {
        var account = await ReadyAsync();
        await EndsInAsync(account, "-1 minute");
        await using var forgetful = Own.Replicate(("AmoCrm:ClientId", ""), ("AmoCrm:ClientSecret", ""));
        using var there = forgetful.Client(Service.AdminKey);

        var answer = await there.GetAsync($"/api/user-accounts/{account.Id}/amocrm-webhook");

        await ProblemAsync(answer, HttpStatusCode.BadGateway, "amocrm_unavailable");
        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
    }

    [Test]
    public async Task A_token_that_still_serves_is_used_while_the_token_endpoint_fails()
    {
        var account = await ReadyAsync();
        await EndsInAsync(account, "1 minute");
        Own.Amo.Fail(new FaultRule { Status = 503, Match = TokenEndpoint });

        await account.SyncAsync();

        Assert.That(Statuses(), Is.EqualTo([503]));
    }
}
