using System.Web;
using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Connections;

/// <summary>A test in which a person consents at the simulated amoCRM and comes back.</summary>
internal abstract class OAuthTest : ApiTest
{
    protected const string TokenEndpoint = "POST /oauth2/access_token";

    /// <summary>An account connected by consent, to an account of the sandbox.</summary>
    protected static async Task<(TestAccount Account, CrmAccount Crm)> ConnectedAsync(Service service, NewAccount? plan = null)
    {
        var account = await TestAccount.OpenAsync(service, details: null, connect: false);
        var crm = service.Amo.CreateAccount(plan);
        crm.Pipelines.Add("Продажи", "Новый");
        var back = await ComeBackAsync(service, await ConsentAsync(account, crm));
        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await back.Content.ReadAsStringAsync());
        return (account, crm);
    }

    /// <summary>The page where a person consents.</summary>
    protected static async Task<Uri> AuthorizeAsync(TestAccount account, object? body = null)
    {
        var path = $"/api/user-accounts/{account.Id}/amocrm-connection/authorization";
        return new((await JsonAsync(await account.Client.PostAsJsonAsync(path, body ?? new { }))).Text("authorize_url")!);
    }

    protected static async Task<string> StateAsync(TestAccount account) => Query(await AuthorizeAsync(account))["state"]!;

    /// <summary>The person consents; answers the address that amoCRM sends him back to.</summary>
    protected static async Task<Uri> ConsentAsync(TestAccount account, CrmAccount crm, bool deny = false)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var page = $"{await AuthorizeAsync(account)}&account={crm.Subdomain}{(deny ? "&deny=1" : "")}";
        using var answer = await browser.GetAsync(new Uri(page));
        return answer.Headers.Location!;
    }

    /// <summary>The parameters that amoCRM sends back, some of them given anew.</summary>
    protected static string Callback(Uri location, params (string Name, string? Value)[] others)
    {
        var query = Query(location);
        foreach (var (name, value) in others)
        {
            if (value is null)
                query.Remove(name);
            else
                query[name] = value;
        }

        return $"{location.AbsolutePath}?{query}";
    }

    protected static Task<HttpResponseMessage> ComeBackAsync(Service service, Uri location) =>
        ComeBackAsync(service, location.PathAndQuery);

    protected static async Task<HttpResponseMessage> ComeBackAsync(Service service, string location)
    {
        using var browser = service.Browser();
        return await browser.GetAsync(location);
    }

    protected static async Task<JsonElement> ShownAsync(TestAccount account) =>
        await JsonAsync(await account.Client.GetAsync($"/api/user-accounts/{account.Id}"));

    protected static async Task<string?> ConnectionAsync(TestAccount account) => (await ShownAsync(account)).Text("connection");

    protected static Task<HttpResponseMessage> SyncAsync(TestAccount account) =>
        account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");

    protected static IReadOnlyList<LoggedRequest> TokenCalls(Service service) =>
        [.. service.Amo.Requests.Where(r => r.Path == "/oauth2/access_token")];

    /// <summary>Waits until the webhook is there, so that no call of ours is on its way any more.</summary>
    protected static Task QuietAsync(TestAccount account) => account.QuietAsync();

    private static System.Collections.Specialized.NameValueCollection Query(Uri uri) => HttpUtility.ParseQueryString(uri.Query);
}
