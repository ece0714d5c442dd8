namespace AmoCrmQualification.Integration.Tests.Connections;

/// <summary>A test of tokens, with a service and an amoCRM of its own to count calls in.</summary>
internal abstract class TokenTest : OAuthTest
{
    protected Service Own { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync() => Own = await Service.StartAsync();

    [TearDown]
    public async Task StopAsync() => await Own.DisposeAsync();

    /// <summary>An account connected by consent, after which all is quiet.</summary>
    protected async Task<TestAccount> ReadyAsync()
    {
        var (account, _) = await ConnectedAsync(Own);
        await QuietAsync(account);
        Own.Amo.ClearRequests();
        return account;
    }

    protected Sandbox.World.CrmAccount Crm(TestAccount account) =>
        Own.Amo.Accounts.Single(crm =>
            crm.Webhooks.All.Any(h => h.Destination.Contains($"{account.Id}", StringComparison.Ordinal))
        );

    protected IEnumerable<int> Statuses() => TokenCalls(Own).Select(call => call.Status);

    protected Task EndsInAsync(TestAccount account, string interval) =>
        Own.ExecuteAsync(
            $"UPDATE amocrm_connections SET access_token_expires_at = now() + interval '{interval}' WHERE user_account_id = $1",
            account.Id
        );
}
