using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Connections;

internal sealed class DisconnectTests : HookTest
{
    [Test]
    public async Task The_webhook_goes_with_the_tokens()
    {
        var account = await HookedAsync();
        account.Crm.Webhooks.Set("https://stranger.example/hook");

        await DisconnectAsync(account);

        Assert.That(HooksOf(account).Select(h => h.Destination), Is.EqualTo(["https://stranger.example/hook"]));
        Assert.That(await TracesAsync(account), Is.Zero);
    }

    [TestCase(FaultKind.Drop, 0)]
    [TestCase(FaultKind.Error, 503)]
    [TestCase(FaultKind.Error, 402)]
    [TestCase(FaultKind.Unauthorized, 401)]
    public async Task The_tokens_go_even_if_amoCRM_does_not_help(FaultKind kind, int status)
    {
        var account = await HookedAsync();
        Service.Amo.Fail(
            new FaultRule
            {
                AccountId = account.Crm.Id,
                Kind = kind,
                Status = status,
            }
        );

        await DisconnectAsync(account);

        Assert.That(await ConnectionAsync(account), Is.EqualTo("not_connected"));
        Assert.That(await TracesAsync(account), Is.Zero);
    }

    [Test]
    public async Task A_consent_is_withdrawn_with_all_its_tokens()
    {
        var (account, crm) = await ConnectedAsync(Service);
        await QuietAsync(account);

        await DisconnectAsync(account);

        var shown = await ShownAsync(account);
        Assert.That(shown.Text("connection"), Is.EqualTo("not_connected"));
        Assert.That(shown.IsNull("connected_by") && shown.IsNull("token_expires_at"));
        Assert.That(await TracesAsync(account), Is.Zero);
        Assert.That(crm.Webhooks.All, Is.Empty);
    }

    [Test]
    public async Task What_is_still_to_be_done_at_amoCRM_does_no_harm()
    {
        var account = await HookedAsync();
        await DisconnectAsync(account);

        await CheckAsync(account);

        Assert.That(HooksOf(account), Is.Empty);
    }

    private static async Task DisconnectAsync(TestAccount account)
    {
        var answer = await account.Client.DeleteAsync($"/api/user-accounts/{account.Id}/amocrm-connection");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    private static Task<long> TracesAsync(TestAccount account) =>
        Service.ScalarAsync<long>(
            "SELECT (SELECT count(*) FROM amocrm_connections WHERE user_account_id = $1) + (SELECT count(*) FROM amocrm_hooks WHERE user_account_id = $1)",
            account.Id
        );
}
