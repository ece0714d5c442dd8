using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Connections;

/// <summary>An account that moves to another host at amoCRM takes its tokens along, to amoCRM's hosts alone.</summary>
internal sealed class RenamedAccountTests : TokenTest
{
    [Test]
    public async Task A_renamed_account_is_followed_to_its_new_host()
    {
        var account = await ReadyAsync();
        var crm = Crm(account);
        crm.Rename("renamed");
        Own.Amo.Fail(
            new FaultRule
            {
                AccountId = crm.Id,
                Status = 404,
                Body = FaultBody.Html,
                Times = 1,
            }
        );

        await account.SyncAsync();

        Assert.That((await ShownAsync(account)).Text("amocrm_domain"), Is.EqualTo("renamed.amocrm.ru"));
        Assert.That(
            await Own.ScalarAsync<string>("SELECT domain FROM amocrm_connections WHERE user_account_id = $1", account.Id),
            Is.EqualTo("renamed.amocrm.ru")
        );
    }

    [Test]
    public async Task A_new_host_that_is_not_amoCRMs_is_not_followed()
    {
        var account = await ReadyAsync();
        var crm = Crm(account);
        crm.Rename("evil.example/");
        Own.Amo.Fail(
            new FaultRule
            {
                AccountId = crm.Id,
                Status = 302,
                Times = 1,
            }
        );

        await ProblemAsync(await SyncAsync(account), HttpStatusCode.BadGateway, "amocrm_unavailable");

        Assert.That((await ShownAsync(account)).Text("amocrm_domain"), Is.EqualTo($"sandbox{crm.Id}.amocrm.ru"));
    }
}
