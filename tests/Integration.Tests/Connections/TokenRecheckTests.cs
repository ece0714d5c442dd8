using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Connections;

/// <summary>amoCRM refuses a token; it is shown again by itself, and the account goes on when amoCRM accepts it.</summary>
internal sealed class TokenRecheckTests : OAuthTest
{
    [Test]
    public async Task A_long_lived_token_that_amoCRM_refused_once_is_accepted_again_by_itself_and_what_waited_is_done()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новая");
        var deal = account.Crm.Leads.Create(new());
        await account.LinkedLeadAsync(deal.Id);
        await account.ReconcileAsync();
        Refuse(account.Crm.Id, times: 1);

        await ProblemAsync(
            await account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines"),
            HttpStatusCode.Conflict,
            "amocrm_reauthorization_required"
        );
        Assert.That(await ConnectionAsync(account), Is.EqualTo("reauthorization_required"));
        Assert.That(await KindsOfAlertsAsync(account), Does.Contain("reauthorization_required"));
        Assert.That(await UntilNextAsync(account), Is.EqualTo(TimeSpan.FromMinutes(1)).Within(TimeSpan.FromSeconds(20)));
        var lead = await account.LeadAsync(new { source_type = "website", phone = "+79167654321" });
        var runs = (await account.ItemsAsync("/api/sync-runs")).Count;
        await AMinuteLaterAsync(account);

        await TestAccount.UntilAsync(
            async () => (await account.LeadByIdAsync(lead)).Text("amocrm_push") == "sent",
            () => "the lead that waited was not sent"
        );
        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
        Assert.That(await KindsOfAlertsAsync(account), Does.Not.Contain("reauthorization_required"));
        await account.QuietAsync();
        var done = (await account.ItemsAsync("/api/sync-runs")).SkipLast(runs).ToList();
        Assert.That(done.Select(run => run.Text("kind")), Is.EquivalentTo(["reconciliation", "pipelines"]));
        Assert.That(done.Select(run => run.Text("state")), Is.All.EqualTo("done"));
        Assert.That(await RechecksAsync(account), Is.Zero);
    }

    [Test]
    public async Task A_token_that_stays_refused_is_shown_after_5_15_and_60_minutes_too_and_then_hourly()
    {
        var account = await AccountAsync();
        Refuse(account.Crm.Id, times: null);
        await account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");

        // Since the refusal 5, 15, 60, 120 and 180 minutes, when the first was a minute after it.
        foreach (var (shown, minutes) in new[] { 4, 10, 45, 60, 60 }.Index())
        {
            await AMinuteLaterAsync(account);
            await TestAccount.UntilAsync(async () => await AttemptsAsync(account) == shown + 1, () => "it was not shown");
            Assert.That(
                await UntilNextAsync(account),
                Is.EqualTo(TimeSpan.FromMinutes(minutes)).Within(TimeSpan.FromSeconds(20))
            );
        }

        Assert.That(await ConnectionAsync(account), Is.EqualTo("reauthorization_required"));
    }

    [Test]
    public async Task A_person_who_connects_anew_meanwhile_needs_no_look_at_the_old_token()
    {
        var account = await AccountAsync();
        Service.Amo.RevokeToken(account.Crm.LongLivedToken);
        await account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");
        await JsonAsync(
            await account.Client.AskAsync(
                HttpMethod.Put,
                $"/api/user-accounts/{account.Id}/amocrm-connection",
                new { amocrm_domain = account.Crm.Host, long_lived_token = Service.Amo.IssueToken(account.Crm.Id) }
            )
        );
        await account.QuietAsync();
        var calls = Service.Amo.Requests.Count(r => r.AccountId == account.Crm.Id);

        await AMinuteLaterAsync(account);
        await TestAccount.UntilAsync(async () => await RechecksAsync(account) == 0, () => "it still waits");

        Assert.That(Service.Amo.Requests.Count(r => r.AccountId == account.Crm.Id), Is.EqualTo(calls));
    }

    private static void Refuse(long crm, int? times) =>
        Service.Amo.Fail(
            new()
            {
                Kind = FaultKind.Unauthorized,
                AccountId = crm,
                Times = times,
            }
        );

    /// <summary>What is planned for later is due now.</summary>
    private static Task AMinuteLaterAsync(TestAccount account) =>
        Service.ExecuteAsync(
            "UPDATE outbox SET due_at = now() WHERE user_account_id = $1 AND kind = 'recheck_token'",
            account.Id
        );

    private static Task<TimeSpan> UntilNextAsync(TestAccount account) =>
        Service.ScalarAsync<TimeSpan>(
            "SELECT due_at - now() FROM outbox WHERE user_account_id = $1 AND kind = 'recheck_token'",
            account.Id
        );

    private static Task<int> AttemptsAsync(TestAccount account) =>
        Service.ScalarAsync<int>("SELECT attempts FROM outbox WHERE user_account_id = $1 AND kind = 'recheck_token'", account.Id);

    private static Task<long> RechecksAsync(TestAccount account) =>
        Service.ScalarAsync<long>(
            "SELECT count(*) FROM outbox WHERE user_account_id = $1 AND kind = 'recheck_token'",
            account.Id
        );

    private static async Task<IEnumerable<string?>> KindsOfAlertsAsync(TestAccount account) =>
        (await account.ItemsAsync("/api/alerts")).Select(alert => alert.Text("kind"));
}
