using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Connections;

internal sealed class OAuthConnectTests : OAuthTest
{
    [TestCase("amocrm.ru")]
    [TestCase("amocrm.com")]
    [TestCase("kommo.com")]
    public async Task A_consent_connects_the_account_it_was_asked_for(string domain)
    {
        var account = await UnconnectedAccountAsync();
        var crm = Service.Amo.CreateAccount(new NewAccount { Domain = domain, Currency = "KZT" });
        crm.Pipelines.Add("Продажи", "Новый");

        var back = await ComeBackAsync(Service, await ConsentAsync(account, crm));

        var shown = await ShownAsync(account);
        Assert.Multiple(() =>
        {
            Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
            Assert.That(
                back.Headers.Location!.ToString(),
                Is.EqualTo($"{Service.PublicUrl}/settings?userAccountId={account.Id}&connected=1")
            );
            Assert.That(shown.Text("connection"), Is.EqualTo("connected"));
            Assert.That(shown.Text("connected_by"), Is.EqualTo("oauth"));
            Assert.That(shown.Text("amocrm_domain"), Is.EqualTo(crm.Host));
            Assert.That(shown.Number("amocrm_account_id"), Is.EqualTo(crm.Id));
            Assert.That(shown.Text("currency"), Is.EqualTo("KZT"));
            Assert.That(
                shown.Time("token_expires_at"),
                Is.EqualTo(TimeProvider.System.GetUtcNow().AddDays(90)).Within(TimeSpan.FromMinutes(5))
            );
        });
        Assert.That((await SyncAsync(account)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_page_of_consent_is_the_platforms_own()
    {
        await using var service = await Service.StartAsync(("AmoCrm:ApiBaseUrl", ""));
        var account = await TestAccount.OpenAsync(service, details: null, connect: false);

        var plain = await AuthorizeAsync(account);
        var kommo = await AuthorizeAsync(account, new { platform = "kommo" });

        var client = Uri.EscapeDataString(Service.Integration.ClientId);
        Assert.That(plain.ToString(), Does.StartWith($"https://www.amocrm.ru/oauth?client_id={client}&state="));
        Assert.That(kommo.ToString(), Does.StartWith($"https://www.kommo.com/oauth?client_id={client}&state="));
        Assert.That(plain.Query, Does.EndWith("&mode=popup"));
    }

    [Test]
    public async Task The_body_may_be_left_out_and_another_platform_does_not_exist()
    {
        var account = await UnconnectedAccountAsync();
        var path = $"/api/user-accounts/{account.Id}/amocrm-connection/authorization";

        var without = await account.Client.PostAsync(path, content: null);
        var unknown = await account.Client.AskAsync(HttpMethod.Post, path, new { platform = "bitrix" });

        Assert.That((await JsonAsync(without)).Text("authorize_url"), Does.StartWith($"{Service.Amo.Address}oauth?"));
        await ProblemAsync(unknown, HttpStatusCode.BadRequest, "validation_error");
    }

    [Test]
    public async Task Without_an_integration_there_is_nothing_to_consent_to()
    {
        await using var service = await Service.StartAsync(("AmoCrm:ClientId", ""), ("AmoCrm:ClientSecret", ""));
        var account = await TestAccount.OpenAsync(service, details: null, connect: false);

        var answer = await account.Client.PostAsync(
            $"/api/user-accounts/{account.Id}/amocrm-connection/authorization",
            content: null
        );

        await ProblemAsync(answer, HttpStatusCode.Conflict, "oauth_not_configured");
    }

    [Test]
    public async Task Who_does_not_consent_is_sent_on_and_nothing_is_connected()
    {
        var account = await UnconnectedAccountAsync();
        var crm = Service.Amo.CreateAccount();

        var location = await ConsentAsync(account, crm, deny: true);
        var back = await ComeBackAsync(Service, Callback(location, ("error", "https://evil.example")));

        Assert.That(
            back.Headers.Location!.ToString(),
            Is.EqualTo($"{Service.PublicUrl}/settings?userAccountId={account.Id}&error=access_denied")
        );
        Assert.That(await ConnectionAsync(account), Is.EqualTo("not_connected"));
        await ProblemAsync(await ComeBackAsync(Service, location), HttpStatusCode.BadRequest, "invalid_state");
    }

    [Test]
    public async Task An_amoCRM_account_that_is_connected_elsewhere_is_refused()
    {
        var first = await AccountAsync();
        var second = await UnconnectedAccountAsync();

        var back = await ComeBackAsync(Service, await ConsentAsync(second, first.Crm));

        await ProblemAsync(back, HttpStatusCode.Conflict, "conflict", "amocrm_account_taken");
        Assert.That(await ConnectionAsync(second), Is.EqualTo("not_connected"));
        Assert.That(await ConnectionAsync(first), Is.EqualTo("connected"));
    }

    [TestCase("text/html,application/xhtml+xml,*/*;q=0.8", "/settings?error=amocrm_account_taken")]
    [TestCase("application/json", null)]
    [TestCase("*/*", null)]
    public async Task A_person_is_told_by_the_web_app_what_a_program_is_told_by_the_answer(string accept, string? landing)
    {
        var first = await AccountAsync();
        var location = await ConsentAsync(await UnconnectedAccountAsync(), first.Crm);
        using var browser = Service.Browser();
        browser.DefaultRequestHeaders.Add("Accept", accept);

        var back = await browser.GetAsync(location.PathAndQuery);

        if (landing is null)
        {
            await ProblemAsync(back, HttpStatusCode.Conflict, "conflict", "amocrm_account_taken");
            return;
        }
        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(back.Headers.Location!.ToString(), Is.EqualTo(landing));
    }

    [Test]
    public async Task A_code_that_amoCRM_refuses_connects_nothing()
    {
        var account = await UnconnectedAccountAsync();
        var location = await ConsentAsync(account, Service.Amo.CreateAccount());

        var back = await ComeBackAsync(Service, Callback(location, ("code", "def502of-somebody-else")));

        var problem = await ProblemAsync(back, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["code"]));
        Assert.That(await ConnectionAsync(account), Is.EqualTo("not_connected"));
    }

    [Test]
    public async Task A_long_lived_token_takes_the_place_of_a_consent()
    {
        var (account, crm) = await ConnectedAsync(Service);
        var token = Service.Amo.IssueToken(crm.Id, jwt: true, TimeSpan.FromDays(30));

        var shown = await JsonAsync(
            await Admin.AskAsync(
                HttpMethod.Put,
                $"/api/user-accounts/{account.Id}/amocrm-connection",
                new { amocrm_domain = crm.Host, long_lived_token = token }
            )
        );

        Assert.That(shown.Text("connected_by"), Is.EqualTo("long_lived_token"));
        Assert.That(
            shown.Time("token_expires_at"),
            Is.EqualTo(TimeProvider.System.GetUtcNow().AddDays(30)).Within(TimeSpan.FromMinutes(5))
        );
        Assert.That(
            await Service.ScalarAsync<bool>(
                "SELECT refresh_token IS NULL FROM amocrm_connections WHERE user_account_id = $1",
                account.Id
            ),
            "the token to refresh by is gone"
        );
    }
}
