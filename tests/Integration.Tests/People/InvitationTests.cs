namespace AmoCrmQualification.Integration.Tests.People;

internal sealed class InvitationTests : ApiTest
{
    private readonly HttpClient _nobody = Service.Bare();

    [TearDown]
    public void CloseBrowser() => _nobody.Dispose();

    [Test]
    public async Task The_invited_person_sets_a_password_and_is_signed_in()
    {
        var account = await UnconnectedAccountAsync();
        var invited = await SignedIn.InviteAsync(Service, "member", account.Id);

        var shown = await JsonAsync(await _nobody.GetAsync(SignedIn.LinkOf(invited)));
        Assert.That(shown.Names(), Is.EquivalentTo(["email", "expires_at"]));
        Assert.That(shown.Text("email"), Is.EqualTo(invited.Text("email")));
        Assert.That(shown.Time("expires_at"), Is.EqualTo(invited.Time("expires_at")));

        var answer = await AcceptAsync(invited);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var person = await SignedIn.OfAsync(answer);
        Assert.That(person.Email, Is.EqualTo(invited.Text("email")));
        using var browser = person.Client(Service);
        await JsonAsync(await browser.GetAsync(account.Url("/api/leads")));
    }

    [Test]
    public async Task A_link_works_once()
    {
        var invited = await SignedIn.InviteAsync(Service, "member");
        await SignedIn.OfAsync(await AcceptAsync(invited));

        await AssertIsGoneAsync(invited);
    }

    [Test]
    public async Task Of_many_who_use_a_link_at_once_one_is_let_in()
    {
        var invited = await SignedIn.InviteAsync(Service, "member");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => AcceptAsync(invited, $"the password of number {i}")));

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.NotFound), Is.EqualTo(7));
        var winner = Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.OK);
        await SignedIn.OfAsync(await SignInAsync(invited, $"the password of number {winner}"));
    }

    [Test]
    public async Task A_link_grows_old()
    {
        var invited = await SignedIn.InviteAsync(Service, "member");

        await Service.ExecuteAsync("UPDATE users SET invitation_expires_at = now() WHERE id = $1", invited.Id());

        await AssertIsGoneAsync(invited);
    }

    [Test]
    public async Task A_new_link_ends_the_former()
    {
        var invited = await SignedIn.InviteAsync(Service, "member");

        var renewed = await RenewAsync(invited.Id());

        Assert.That(renewed.Names(), Is.EquivalentTo(invited.Names()));
        Assert.That(renewed.Time("expires_at"), Is.GreaterThan(invited.Time("expires_at")!.Value));
        await AssertIsGoneAsync(invited);
        await SignedIn.OfAsync(await AcceptAsync(renewed));
    }

    [Test]
    public async Task A_link_also_resets_a_password()
    {
        var invited = await SignedIn.InviteAsync(Service, "member");
        var person = await SignedIn.OfAsync(await AcceptAsync(invited));
        using var browser = person.Client(Service);
        var renewed = await RenewAsync(invited.Id());
        await JsonAsync(await browser.GetAsync("/api/session")); // until the link is used all stays as it is
        await SignedIn.OfAsync(await SignInAsync(invited, SignedIn.Password));

        await SignedIn.OfAsync(await AcceptAsync(renewed, "another fine password"));

        await ProblemAsync(await browser.GetAsync("/api/session"), HttpStatusCode.Unauthorized, "unauthorized");
        await ProblemAsync(await SignInAsync(invited, SignedIn.Password), HttpStatusCode.Unauthorized, "unauthorized");
        await SignedIn.OfAsync(await SignInAsync(invited, "another fine password"));
    }

    [TestCase("too short")]
    [TestCase("")]
    [TestCase(null)]
    [TestCase("the e-mail")]
    [TestCase("aaaaaaaaaaaa")]
    [TestCase("            ")]
    [TestCase("Password2026!")]
    public async Task A_bad_password_does_not_use_the_link_up(string? password)
    {
        var invited = await SignedIn.InviteAsync(Service, "member");
        if (password == "the e-mail")
            password = invited.Text("email");

        var problem = await ProblemAsync(await AcceptAsync(invited, password), HttpStatusCode.BadRequest, "validation_error");

        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["password"]));
        await SignedIn.OfAsync(await AcceptAsync(invited));
    }

    [Test]
    public async Task A_link_of_nobody_is_unknown()
    {
        foreach (var token in new[] { "x", new string('A', 43), new string('x', 2000), "%F0%9F%94%91", "a b" })
        {
            await ProblemAsync(await _nobody.GetAsync($"/api/invitations/{token}"), HttpStatusCode.NotFound, "not_found");
            await ProblemAsync(
                await _nobody.PostAsJsonAsync($"/api/invitations/{token}", new { password = SignedIn.Password }),
                HttpStatusCode.NotFound,
                "not_found"
            );
        }
    }

    [Test]
    public async Task A_link_is_kept_as_a_hash()
    {
        var token = SignedIn.LinkOf(await SignedIn.InviteAsync(Service, "member")).Split('/')[^1];

        Assert.That(await Service.TablesWithAsync(token), Is.Empty);
        Assert.That(
            await Service.ScalarAsync<bool>(
                "SELECT EXISTS (SELECT FROM users WHERE invitation_hash = sha256(convert_to($1, 'UTF8')))",
                token
            )
        );
    }

    private async Task AssertIsGoneAsync(JsonElement invited)
    {
        await ProblemAsync(await _nobody.GetAsync(SignedIn.LinkOf(invited)), HttpStatusCode.NotFound, "not_found");
        await ProblemAsync(await AcceptAsync(invited), HttpStatusCode.NotFound, "not_found");
    }

    private Task<HttpResponseMessage> AcceptAsync(JsonElement invited, string? password = SignedIn.Password) =>
        _nobody.PostAsJsonAsync(SignedIn.LinkOf(invited), new { password });

    private Task<HttpResponseMessage> SignInAsync(JsonElement invited, string password) =>
        _nobody.PostAsJsonAsync("/api/session", new { email = invited.Text("email"), password });

    private async Task<JsonElement> RenewAsync(Guid user) =>
        await JsonAsync(await Admin.PostAsync($"/api/users/{user}/invitation", content: null));
}
