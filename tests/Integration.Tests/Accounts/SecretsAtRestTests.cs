using System.Security.Cryptography;
using System.Text;
using System.Web;

namespace AmoCrmQualification.Integration.Tests.Accounts;

/// <summary>Whoever reads the database, or a copy of it, learns no token and no secret.</summary>
internal sealed class SecretsAtRestTests : SearchedTest
{
    [Test]
    public async Task The_token_of_amoCRM_is_in_no_column()
    {
        var account = await AccountAsync();

        Assert.That(await Service.TablesWithAsync(account.Crm.LongLivedToken), Is.Empty);
        // The search itself works: what is not secret is found.
        Assert.That(await Service.TablesWithAsync(account.Crm.Host), Does.Contain("amocrm_connections"));
    }

    [Test]
    public async Task The_webhook_secret_is_not_readable_and_neither_is_its_signature()
    {
        var account = await UnconnectedAccountAsync();
        var signature = HttpUtility.ParseQueryString(account.WebhookUrl.Split('?')[1])["sig"]!;
        var stored = await Service.ScalarAsync<string>("SELECT webhook_secret FROM user_accounts WHERE id = $1", account.Id);

        Assert.That(await Service.TablesWithAsync(signature), Is.Empty);
        Assert.That(Signatures(stored, account.Id), Does.Not.Contain(signature));
    }

    [Test]
    public async Task The_keys_of_accounts_and_of_the_operator_are_in_no_column()
    {
        var account = await UnconnectedAccountAsync();
        var key = account.Client.DefaultRequestHeaders.Authorization!.Parameter!;

        Assert.That(await Service.TablesWithAsync(key), Is.Empty);
        Assert.That(await Service.TablesWithAsync(Service.AdminKey), Is.Empty);
        Assert.That(
            await Service.ScalarAsync<byte[]>("SELECT key_hash FROM api_keys WHERE user_account_id = $1", account.Id),
            Is.EqualTo(SHA256.HashData(Encoding.UTF8.GetBytes(key)))
        );
    }

    /// <summary>What the stored text would sign, were it the secret in any plain spelling.</summary>
    private static IEnumerable<string> Signatures(string stored, Guid account)
    {
        var signed = Encoding.ASCII.GetBytes($"v1:{account:D}");
        yield return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(stored), signed));
        if (stored.Length % 2 == 0 && stored.All(char.IsAsciiHexDigit))
            yield return Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(stored), signed));
    }
}
