using System.Net.Http.Headers;

namespace AmoCrmQualification.Integration.Tests.Errors;

/// <summary>Every answer, whoever makes it, tells browsers to be careful and to keep nothing.</summary>
internal sealed class HeaderTests : ApiTest
{
    [TestCase("GET", "/api/user-accounts", HttpStatusCode.Unauthorized, TestName = "A refusal of the keys")]
    [TestCase("GET", "/api/invitations/of-nobody", HttpStatusCode.NotFound, TestName = "An exception")]
    [TestCase("POST", "/api/session", HttpStatusCode.UnsupportedMediaType, TestName = "A status code without a body")]
    [TestCase("GET", "/api/amocrm/oauth/callback", HttpStatusCode.Redirect, TestName = "A redirect that an exception made")]
    [TestCase("POST", "/api/webhooks/amocrm", HttpStatusCode.BadRequest, TestName = "A delivery that is refused")]
    [TestCase("GET", "/api/webhooks/amocrm", HttpStatusCode.OK, TestName = "The address of deliveries")]
    [TestCase("PUT", "/api/webhooks/amocrm", HttpStatusCode.MethodNotAllowed, TestName = "A method that is not there")]
    [TestCase("GET", "/api/nothing", HttpStatusCode.NotFound, TestName = "A route that is not there")]
    [TestCase("GET", "/assets/nothing.js", HttpStatusCode.NotFound, TestName = "A file that is not there")]
    [TestCase("GET", "/api/setup", HttpStatusCode.OK, TestName = "An open route")]
    [TestCase("GET", "/health/ready", HttpStatusCode.OK, TestName = "Health")]
    public async Task Is_careful(string method, string path, HttpStatusCode expected)
    {
        using var browser = Service.Browser();
        browser.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        AssertIsCareful(await browser.AskAsync(new(method), path), expected);
    }

    [TestCase("application/json", "", HttpStatusCode.OK)]
    [TestCase("text/csv", "", HttpStatusCode.OK)]
    [TestCase("application/json", "&mode=nonsense", HttpStatusCode.BadRequest)]
    [TestCase("text/csv", "&from=nonsense", HttpStatusCode.BadRequest)]
    public async Task Figures_are_kept_by_nobody(string accepted, string query, HttpStatusCode expected)
    {
        var account = await UnconnectedAccountAsync();
        account.Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(accepted));

        AssertIsCareful(await account.Client.GetAsync(account.Url("/api/analytics/creatives") + query), expected);
    }

    private static void AssertIsCareful(HttpResponseMessage answer, HttpStatusCode expected) =>
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(expected));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
            Assert.That(answer.Headers.GetValues("X-Frame-Options"), Is.EqualTo(["DENY"]));
            Assert.That(answer.Headers.GetValues("Referrer-Policy"), Is.EqualTo(["no-referrer"]));
            Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
        });
}
