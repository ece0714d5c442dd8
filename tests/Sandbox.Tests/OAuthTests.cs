using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.OAuth;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

internal sealed class OAuthTests : SandboxTest
{
    [SetUp]
    public void Register() => Amo.RegisterIntegration(new Integration("client", "secret", "http://localhost/cb"));

    [TestCase(false, HttpStatusCode.Unauthorized)]
    [TestCase(true, HttpStatusCode.OK)]
    public async Task A_refresh_token_serves_once_unless_there_is_grace(bool grace, HttpStatusCode secondUse)
    {
        Account.Switches = Account.Switches with { RefreshGrace = grace };
        var first = await ReadAsync(await TokenAsync("authorization_code", "code", await CodeAsync()));
        var refresh = first["refresh_token"]!.ToString();

        var renewed = await TokenAsync("refresh_token", "refresh_token", refresh);
        var again = await TokenAsync("refresh_token", "refresh_token", refresh);

        Assert.Multiple(() =>
        {
            Assert.That(renewed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(again.StatusCode, Is.EqualTo(secondUse));
        });
    }

    [Test]
    public async Task An_access_token_opens_its_own_account_until_everything_is_revoked()
    {
        Amo.CreateAccount(new NewAccount { Id = 18, Subdomain = "stranger" });
        var pair = await ReadAsync(await TokenAsync("authorization_code", "code", await CodeAsync()));
        Api.DefaultRequestHeaders.Authorization = new("Bearer", pair["access_token"]!.ToString());

        var mine = await Api.GetFromJsonAsync<JsonNode>(new Uri("/api/v4/account", UriKind.Relative));
        Amo.RevokeAllTokens(Account.Id);
        var refused = await Api.GetAsync(new Uri("/api/v4/account", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That(mine!["id"]!.GetValue<long>(), Is.EqualTo(Account.Id));
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        });
    }

    private async Task<string> CodeAsync()
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(
            new Uri(Amo.Address, $"/oauth?client_id=client&state=st&account={Account.Subdomain}")
        );
        var query = System.Web.HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        Assert.Multiple(() =>
        {
            Assert.That(query["state"], Is.EqualTo("st"));
            Assert.That(query["referer"], Is.EqualTo("acct.amocrm.ru"));
        });
        return query["code"]!;
    }

    private Task<HttpResponseMessage> TokenAsync(string grant, string key, string value) =>
        Api.PostAsJsonAsync(
            "/oauth2/access_token",
            new Dictionary<string, string>
            {
                ["client_id"] = "client",
                ["client_secret"] = "secret",
                ["redirect_uri"] = "http://localhost/cb",
                ["grant_type"] = grant,
                [key] = value,
            }
        );

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonNode>())!;
}
