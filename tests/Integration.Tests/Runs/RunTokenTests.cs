using AmoCrmQualification.Integration.Tests.Connections;
using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Runs;

/// <summary>A run lasts longer than the access token it began with.</summary>
internal sealed class RunTokenTests : OAuthTest
{
    [Test]
    public async Task A_token_that_ends_in_the_middle_is_refreshed_once_and_the_run_goes_on()
    {
        const int Deals = 120; // two pages
        var (account, crm) = await ConnectedAsync(Service);
        await QuietAsync(account);
        for (var i = 0; i < Deals; i++)
            await account.LinkedLeadAsync(crm.Leads.Create(new()).Id);
        var slow = Service.Amo.Fail(
            new()
            {
                Kind = FaultKind.Slow,
                DelayMs = 20_000,
                DelayAfterWrite = true,
                AccountId = crm.Id,
                Match = "/api/v4/events",
            }
        );
        var id = await account.AskToReconcileAsync();
        await account.RunAsync(id, run => !run.Flag("is_queued"));
        Service.Amo.ExpireAccessTokens(crm.Id);
        Service.Amo.ClearFaults(slow);

        var run = await account.EndedAsync(id);

        Assert.That(run.Text("state"), Is.EqualTo("done"), run.ToString());
        Assert.That(run.Number("done"), Is.EqualTo(Deals));
        Assert.That(Service.Amo.Requests.Count(r => r.AccountId == crm.Id && r.Status == 401), Is.EqualTo(1));
        Assert.That(Service.Amo.TokensOf(crm.Id), Has.Count.EqualTo(1 + 4), "the long-lived one, and two pairs");
        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
    }
}
