namespace AmoCrmQualification.Integration.Tests.People;

internal sealed class UsersTests : ApiTest
{
    [Test]
    public async Task An_administrator_invites_people()
    {
        var account = await UnconnectedAccountAsync();
        using var admin = (await SignedIn.NewAsync(Service, "admin")).Client(Service);
        var email = NewEmail();

        var invited = await JsonAsync(await InviteAsync(admin, email, "member", account.Id, account.Id), HttpStatusCode.Created);

        Assert.That(
            invited.Names(),
            Is.EquivalentTo(["id", "email", "role", "account_ids", "hide_contacts", "invitation_url", "expires_at"])
        );
        Assert.That(invited.Text("email"), Is.EqualTo(email));
        Assert.That(invited.Text("role"), Is.EqualTo("member"));
        Assert.That(invited.List("account_ids").Select(a => a.GetGuid()), Is.EqualTo([account.Id]));
        Assert.That(invited.Text("invitation_url"), Does.Match($"^{Service.PublicUrl}/invitation/[A-Za-z0-9_-]{{43}}$"));
        var user = await UserAsync(invited.Id());
        Assert.That(invited.Time("expires_at"), Is.EqualTo(user.Time("invited_at") + TimeSpan.FromDays(7)));
    }

    [Test]
    public async Task The_list_tells_who_has_come()
    {
        var invited = await SignedIn.InviteAsync(Service, "member");
        var late = await SignedIn.InviteAsync(Service, "admin");
        var active = await SignedIn.NewAsync(Service, "member");
        await ExpireAsync(late);

        var users = await UsersAsync();

        var user = users.Single(u => u.Id() == invited.Id());
        Assert.That(
            user.Names(),
            Is.EquivalentTo(["id", "email", "role", "account_ids", "hide_contacts", "state", "invited_at", "created_at"])
        );
        Assert.That(user.Text("state"), Is.EqualTo("invited"));
        Assert.That(users.Single(u => u.Id() == late.Id()).Text("state"), Is.EqualTo("expired"));
        Assert.That(users.Single(u => u.Text("email") == active.Email).Text("state"), Is.EqualTo("active"));
        Assert.That(users.Select(u => u.Time("created_at")), Is.Ordered.Descending);
    }

    [Test]
    public async Task The_list_comes_page_by_page()
    {
        for (var i = 0; i < 3; i++)
            await SignedIn.InviteAsync(Service, "member");

        var first = await JsonAsync(await Admin.GetAsync("/api/users?limit=2"));
        var second = await JsonAsync(await Admin.GetAsync($"/api/users?limit=2&cursor={first.Text("next_cursor")}"));

        Assert.That(first.List("items"), Has.Count.EqualTo(2));
        Assert.That(second.List("items").Select(u => u.Id()), Has.None.AnyOf(first.List("items").Select(u => u.Id())));
        Assert.That(
            second.List("items")[0].Time("created_at"),
            Is.LessThanOrEqualTo(first.List("items")[1].Time("created_at")!.Value)
        );
    }

    [Test]
    public async Task An_email_is_used_once()
    {
        var invited = await SignedIn.InviteAsync(Service, "member");
        var email = NewEmail();

        await ProblemAsync(
            await InviteAsync(Admin, invited.Text("email")!.ToUpperInvariant(), "admin"),
            HttpStatusCode.Conflict,
            "conflict",
            "email_taken"
        );
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => InviteAsync(Admin, email, "member")));

        Assert.That(atOnce.Count(a => a.StatusCode == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(atOnce.Count(a => a.StatusCode == HttpStatusCode.Conflict), Is.EqualTo(5));
    }

    [TestCase("nobody", "member", "email")]
    [TestCase("@example.com", "member", "email")]
    [TestCase("nobody@", "member", "email")]
    [TestCase("a@b@example.com", "member", "email")]
    [TestCase("a b@example.com", "member", "email")]
    [TestCase("", "member", "email")]
    [TestCase(null, "member", "email")]
    [TestCase("a@example.com", null, "role")]
    [TestCase("a@example.com", "operator", "role")]
    [TestCase("a@example.com", "", "role")]
    public async Task What_is_no_user_is_refused(string? email, string? role, string field)
    {
        var problem = await ProblemAsync(await InviteAsync(Admin, email, role), HttpStatusCode.BadRequest, "validation_error");

        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
    }

    [Test]
    public async Task Accounts_must_exist()
    {
        var (member, account) = (await SignedIn.InviteAsync(Service, "member"), await UnconnectedAccountAsync());

        foreach (
            var answer in new[]
            {
                await InviteAsync(Admin, NewEmail(), "member", account.Id, Guid.CreateVersion7()),
                await ChangeAsync(member.Id(), new { account_ids = new[] { Guid.CreateVersion7() } }),
            }
        )
        {
            var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
            Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["account_ids"]));
        }
    }

    [Test]
    public async Task Other_accounts_count_at_once_for_those_who_are_signed_in()
    {
        var (first, second) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        var member = await SignedIn.NewAsync(Service, "member", first.Id);
        using var browser = member.Client(Service);
        await JsonAsync(await browser.GetAsync(first.Url("/api/leads")));

        var changed = await JsonAsync(await ChangeAsync(await IdOfAsync(member), new { account_ids = new[] { second.Id } }));

        Assert.That(changed.List("account_ids").Select(a => a.GetGuid()), Is.EqualTo([second.Id]));
        Assert.That(changed.Text("role"), Is.EqualTo("member"), "what is not given stays");
        await ProblemAsync(await browser.GetAsync(first.Url("/api/leads")), HttpStatusCode.Forbidden, "forbidden");
        await JsonAsync(await browser.GetAsync(second.Url("/api/leads")));
        var session = await JsonAsync(await browser.GetAsync("/api/session"));
        Assert.That(session.List("accounts").Select(a => a.Id()), Is.EqualTo([second.Id]));
    }

    [Test]
    public async Task Another_role_counts_at_once_for_those_who_are_signed_in()
    {
        var account = await UnconnectedAccountAsync();
        var person = await SignedIn.NewAsync(Service, "member", account.Id);
        using var browser = person.Client(Service);
        await ProblemAsync(await browser.GetAsync("/api/users"), HttpStatusCode.Forbidden, "forbidden");

        await JsonAsync(await ChangeAsync(await IdOfAsync(person), new { role = "admin" }));
        await JsonAsync(await browser.GetAsync("/api/users"));

        await JsonAsync(await ChangeAsync(await IdOfAsync(person), new { role = "member" }));
        await ProblemAsync(await browser.GetAsync("/api/users"), HttpStatusCode.Forbidden, "forbidden");
        var session = await JsonAsync(await browser.GetAsync("/api/session"));
        Assert.That(session.List("accounts").Select(a => a.Id()), Is.EqualTo([account.Id]));
    }

    [Test]
    public async Task Who_is_removed_is_out_at_once()
    {
        var person = await SignedIn.NewAsync(Service, "admin");
        using var browser = person.Client(Service);
        var id = await IdOfAsync(person);

        Assert.That((await Admin.DeleteAsync($"/api/users/{id}")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));

        await ProblemAsync(await browser.GetAsync("/api/session"), HttpStatusCode.Unauthorized, "unauthorized");
        using var nobody = Service.Bare();
        await ProblemAsync(
            await nobody.PostAsJsonAsync("/api/session", new { email = person.Email, password = SignedIn.Password }),
            HttpStatusCode.Unauthorized,
            "unauthorized"
        );
        await ProblemAsync(await Admin.DeleteAsync($"/api/users/{id}"), HttpStatusCode.NotFound, "not_found");
        Assert.That(await Service.ScalarAsync<long>("SELECT count(*) FROM user_sessions WHERE user_id = $1", id), Is.Zero);
    }

    [Test]
    public async Task Users_are_the_administrators_affair()
    {
        var account = await UnconnectedAccountAsync();
        var member = await SignedIn.NewAsync(Service, "member", account.Id);
        var id = await IdOfAsync(member);
        using var browser = member.Client(Service);
        using var platform = Service.Client(PlatformToken.For(account.Id));

        foreach (var client in new[] { browser, platform, account.Client })
        {
            HttpResponseMessage[] answers =
            [
                await client.GetAsync("/api/users"),
                await InviteAsync(client, NewEmail(), "admin"),
                await client.PatchAsJsonAsync($"/api/users/{id}", new { role = "admin" }),
                await client.DeleteAsync($"/api/users/{id}"),
                await client.PostAsync($"/api/users/{id}/invitation", content: null),
                await client.PostAsJsonAsync("/api/user-accounts", new { name = "Ещё" }),
                await client.PostAsJsonAsync($"/api/user-accounts/{account.Id}/api-keys", new { name = "ещё" }),
                await client.GetAsync($"/api/user-accounts/{account.Id}/api-keys"),
            ];
            foreach (var answer in answers)
                await ProblemAsync(answer, HttpStatusCode.Forbidden, "forbidden");
        }
    }

    private static string NewEmail() => $"{Guid.CreateVersion7():N}@example.com";

    private static Task<HttpResponseMessage> InviteAsync(
        HttpClient client,
        string? email,
        string? role,
        params Guid[] accounts
    ) =>
        client.PostAsJsonAsync(
            "/api/users",
            new
            {
                email,
                role,
                account_ids = accounts,
            }
        );

    private Task<HttpResponseMessage> ChangeAsync(Guid user, object change) =>
        Admin.PatchAsJsonAsync($"/api/users/{user}", change);

    private static Task ExpireAsync(JsonElement invited) =>
        Service.ExecuteAsync("UPDATE users SET invitation_expires_at = now() WHERE id = $1", invited.Id());

    private async Task<Guid> IdOfAsync(SignedIn person) => (await UsersAsync()).Single(u => u.Text("email") == person.Email).Id();

    private async Task<JsonElement> UserAsync(Guid id) => (await UsersAsync()).Single(u => u.Id() == id);

    private async Task<IReadOnlyList<JsonElement>> UsersAsync() =>
        (await JsonAsync(await Admin.GetAsync("/api/users?limit=500"))).List("items");
}
