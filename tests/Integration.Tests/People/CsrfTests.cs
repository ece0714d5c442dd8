using AmoCrmQualification.Integration.Tests.Errors;

namespace AmoCrmQualification.Integration.Tests.People;

/// <summary>Another site can make a browser call, cookie and all; it cannot read the token that a change needs.</summary>
internal sealed class CsrfTests : ApiTest
{
    [Test]
    public async Task With_a_cookie_alone_no_route_changes_anything()
    {
        var owner = await Belongings.MakeAsync(await AccountAsync());
        var admin = await SignedIn.NewAsync(Service, "admin");
        var changing = (await ApiRoute.AllAsync(Admin)).Where(r => !r.IsOpen && r.Method != HttpMethod.Get).ToList();
        Assert.That(changing, Has.Count.GreaterThan(20));

        foreach (var token in new[] { null, "", "nonsense", (await SignedIn.NewAsync(Service, "admin")).CsrfToken })
        {
            using var browser = admin.Client(Service, withCsrfToken: false);
            if (token is not null)
                browser.DefaultRequestHeaders.Add("X-CSRF-Token", token);
            foreach (var route in changing)
            {
                var answer = await browser.AskAsync(route.Method, owner.AddressOf(route), route.Body);

                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), $"{route} with {token ?? "none"}");
                await ProblemAsync(answer, HttpStatusCode.Forbidden, "forbidden");
            }
        }

        await owner.AssertUntouchedAsync();
        using var still = admin.Client(Service);
        await JsonAsync(await still.GetAsync("/api/session"));
    }

    [Test]
    public async Task With_the_token_a_change_is_made()
    {
        var account = await UnconnectedAccountAsync();
        using var browser = (await SignedIn.NewAsync(Service, "member", account.Id)).Client(Service);

        var answer = await browser.PostAsJsonAsync(account.Url("/api/directions"), new { name = "Кухни" });

        Assert.That((await JsonAsync(answer, HttpStatusCode.Created)).Text("name"), Is.EqualTo("Кухни"));
    }

    [Test]
    public async Task Reading_needs_no_token()
    {
        var account = await UnconnectedAccountAsync();
        var member = await SignedIn.NewAsync(Service, "member", account.Id);
        using var browser = member.Client(Service, withCsrfToken: false);

        await JsonAsync(await browser.GetAsync("/api/session"));
        await JsonAsync(await browser.GetAsync(account.Url("/api/leads")));
    }

    [Test]
    public async Task Keys_and_tokens_need_none()
    {
        var account = await UnconnectedAccountAsync();
        using var platform = Service.Client(PlatformToken.For(account.Id));

        foreach (var client in new[] { Admin, account.Client, platform })
            await JsonAsync(
                await client.PostAsJsonAsync(account.Url("/api/directions"), new { name = "Кухни" }),
                HttpStatusCode.Created
            );
    }

    [Test]
    public async Task A_browser_with_the_cookie_of_somebody_else_can_sign_in()
    {
        var (former, person) = (await SignedIn.NewAsync(Service, "member"), await SignedIn.NewAsync(Service, "member"));
        using var browser = former.Client(Service, withCsrfToken: false);

        var answer = await browser.PostAsJsonAsync("/api/session", new { email = person.Email, password = SignedIn.Password });

        Assert.That((await SignedIn.OfAsync(answer)).Email, Is.EqualTo(person.Email));
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    public async Task A_form_of_another_site_signs_nobody_in(string contentType)
    {
        var person = await SignedIn.NewAsync(Service, "member");
        using var browser = Service.Bare();
        var body = JsonContent.Create(new { email = person.Email, password = SignedIn.Password });
        body.Headers.ContentType = new(contentType);

        var answer = await browser.PostAsync("/api/session", body);

        await ProblemAsync(answer, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }
}
