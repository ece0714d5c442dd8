using AmoCrmQualification.Integration.Tests.Connections;
using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.AmoCrm;

internal sealed class OddTokenTests : OAuthTest
{
    [TestCase("expires_in", "\"86400\"")]
    [TestCase("expires_in", "\"\"")]
    [TestCase("expires_in", "[]")]
    [TestCase("token_type", "[]")]
    public async Task A_token_serves_whatever_is_odd_beside_it(string name, string value)
    {
        await using var service = await Service.StartAsync();
        service.Amo.Fail(
            new()
            {
                Kind = FaultKind.Php,
                Match = TokenEndpoint,
                Set = new(name, value),
            }
        );

        var (account, crm) = await ConnectedAsync(service);
        service.Amo.ExpireAccessTokens(crm.Id);

        Assert.That((await JsonAsync(await SyncAsync(account))).Flag("success"), "with tokens that were refreshed");
        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
    }
}
