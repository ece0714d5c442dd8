using System.Net.Http.Headers;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

/// <summary>A sandbox with one account, one pipeline, a receiver and a client that bears the account's token.</summary>
internal abstract class SandboxTest
{
    protected SandboxServer Amo { get; private set; } = null!;
    protected CrmAccount Account { get; private set; } = null!;
    protected CrmPipeline Sales { get; private set; } = null!;
    protected Receiver Hook { get; private set; } = null!;
    protected HttpClient Api { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Amo = await SandboxServer.StartAsync();
        Account = Amo.CreateAccount(new NewAccount { Id = 17, Subdomain = "acct" });
        Account.Switches = Account.Switches with { RateLimitPerSecond = null };
        Sales = Account.Pipelines.Add("Sales", "New", "Qualified");
        Hook = await Receiver.StartAsync();
        Account.Webhooks.Set(Hook.Address);
        Api = new HttpClient { BaseAddress = Amo.Address };
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Account.LongLivedToken);
    }

    [TearDown]
    public async Task StopAsync()
    {
        Api.Dispose();
        await Amo.DisposeAsync();
        await Hook.DisposeAsync();
    }
}
