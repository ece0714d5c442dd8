using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Connections;

/// <summary>amoCRM counts the calls of each account, Kommo those of the address they come from.</summary>
internal sealed class SharedBudgetTests : OAuthTest
{
    [Test]
    public async Task Accounts_of_Kommo_share_one_budget_of_calls_and_each_of_amoCRM_has_its_own()
    {
        await using var service = await Service.StartAsync();
        List<string> hosts = [];
        foreach (var domain in new[] { "amocrm.ru", "amocrm.com", "kommo.com", "kommo.com" })
        {
            var (account, crm) = await ConnectedAsync(service, new NewAccount { Domain = domain });
            await QuietAsync(account);
            hosts.Add(crm.Host);
        }

        var budgets = (await service.RowsAsync("SELECT budget FROM amocrm_rate_limits")).Select(row => (string)row[0]);

        Assert.That(budgets, Is.EquivalentTo([hosts[0], hosts[1], "kommo"]));
    }
}
