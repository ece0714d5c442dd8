using System.Web;

namespace AmoCrmQualification.Integration.Tests.Connections;

/// <summary>Whoever reads the database, the answers or the log learns nothing that opens amoCRM.</summary>
internal sealed class OAuthSecretsTests : OAuthTest
{
    [Test]
    public async Task Tokens_and_codes_are_in_no_column_no_answer_and_no_line_of_our_log()
    {
        using var log = new LogLines();
        await using var service = Service.Replicate(log);
        var account = await TestAccount.OpenAsync(service, details: null, connect: false);
        var crm = service.Amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новый");
        var location = await ConsentAsync(account, crm);
        await ComeBackAsync(service, location);
        await QuietAsync(account); // so that nobody but this replica refreshes
        service.Amo.ExpireAccessTokens(crm.Id);
        await account.SyncAsync();
        service.Amo.RevokeAllTokens(crm.Id);
        await SyncAsync(account);
        var shown = (await ShownAsync(account)).GetRawText();

        var tokens = service.Amo.TokensOf(crm.Id);
        Assert.That(tokens, Has.Count.EqualTo(1 + 4), "the long-lived one, and two pairs");
        string[] secrets = [.. tokens, HttpUtility.ParseQueryString(location.Query)["code"]!, Service.Integration.ClientSecret];
        foreach (var secret in secrets)
        {
            Assert.That(await service.TablesWithAsync(secret), Is.Empty);
            Assert.That(shown, Does.Not.Contain(secret));
            Assert.That(log.Lines.Where(line => line.Contains(secret, StringComparison.Ordinal)), Is.Empty);
        }

        Assert.That(log.Lines, Has.Some.Contains($"Refreshed the token of account {account.Id}"), "the log was listened to");
    }
}
