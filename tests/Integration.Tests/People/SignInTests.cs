using AmoCrmQualification.Infrastructure.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.People;

internal sealed class SignInTests : ApiTest
{
    [Test]
    public async Task A_person_signs_in_and_is_known_by_the_cookie()
    {
        var (first, second) = (await NamedAsync("Ясень"), await NamedAsync("Берёза"));
        var person = await SignedIn.NewAsync(Service, "member", first, second);

        var again = await SignedIn.OfAsync(await SignInAsync(person.Email, SignedIn.Password));
        using var browser = again.Client(Service);
        var answer = await browser.GetAsync("/api/session");
        var session = await JsonAsync(answer);

        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(session.Names(), Is.EquivalentTo(["email", "role", "rights", "hide_contacts", "accounts", "csrf_token"]));
        Assert.That(session.Text("email"), Is.EqualTo(person.Email));
        Assert.That(session.Text("role"), Is.EqualTo("member"));
        Assert.That(session.List("accounts").Select(a => a.Id()), Is.EqualTo([second, first]), "by name");
        Assert.That(session.List("accounts").Select(a => a.Text("name")), Is.EqualTo(["Берёза", "Ясень"]));
        Assert.That(session.GetRawText(), Is.EqualTo(again.Session.GetRawText()), "signing in answers the same");
        Assert.That(again.Cookie, Is.Not.EqualTo(person.Cookie), "a session of its own");
        Assert.That(again.CsrfToken, Is.Not.EqualTo(person.CsrfToken));
    }

    [Test]
    public async Task An_administrator_may_use_every_account()
    {
        var account = await UnconnectedAccountAsync();

        var admin = await SignedIn.NewAsync(Service, "admin");

        Assert.That(admin.Session.Text("role"), Is.EqualTo("admin"));
        Assert.That(admin.Session.List("accounts").Select(a => a.Id()), Does.Contain(account.Id));
        using var browser = admin.Client(Service);
        await JsonAsync(await browser.GetAsync(account.Url("/api/leads")));
        await JsonAsync(await browser.PostAsJsonAsync("/api/user-accounts", new { name = "Ещё" }), HttpStatusCode.Created);
    }

    [Test]
    public async Task The_cookie_is_for_the_web_app_alone()
    {
        var person = await SignedIn.NewAsync(Service, "member");

        var cookie = await CookieAsync(Service, person);

        Assert.That(cookie, Has.Some.StartsWith("expires="));
        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=strict").And.Contain("path=/"));
        Assert.That(cookie, Does.Not.Contain("secure"), "over http a browser would not send it back");
    }

    [Test]
    public async Task Where_people_come_by_https_the_cookie_goes_by_https_alone()
    {
        var person = await SignedIn.NewAsync(Service, "member");
        await using var behindTls = Service.Replicate(("PublicUrl", "https://leads.example.com"));

        Assert.That(await CookieAsync(behindTls, person), Does.Contain("secure"));
    }

    [Test]
    public async Task Nothing_tells_an_unknown_person_from_a_wrong_password()
    {
        var person = await SignedIn.NewAsync(Service, "member");
        var invited = await SignedIn.InviteAsync(Service, "member");

        HttpResponseMessage[] answers =
        [
            await SignInAsync(person.Email, "not this password"),
            await SignInAsync($"nobody-{Guid.CreateVersion7():N}@example.com", SignedIn.Password),
            await SignInAsync(invited.Text("email")!, SignedIn.Password),
            await SignInAsync(person.Email, new string('x', 5000)),
        ];

        var texts = new List<string>();
        foreach (var answer in answers)
        {
            var problem = await ProblemAsync(answer, HttpStatusCode.Unauthorized, "unauthorized");
            Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
            texts.Add(problem.GetRawText());
        }

        Assert.That(texts.Distinct(), Has.Exactly(1).Items);
    }

    /// <summary>The work on a password is nearly all the time that an answer takes: it must not tell who is known here.</summary>
    [Test]
    public async Task An_unknown_person_costs_as_much_work_as_a_wrong_password()
    {
        var person = await SignedIn.NewAsync(Service, "member");
        var invited = await SignedIn.InviteAsync(Service, "member");
        await using var scope = Service.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PersonRow>>();
        var work = new NotedWork(users.PasswordHasher);
        users.PasswordHasher = work;
        var passwords = ActivatorUtilities.CreateInstance<IdentityPasswords>(scope.ServiceProvider, users, work);

        foreach (var email in new[] { person.Email, "nobody@example.com", invited.Text("email")! })
            Assert.That(await passwords.WhoseAsync(email, "not this password", CancellationToken.None), Is.Null);

        Assert.That(work.Costs, Has.Count.EqualTo(3));
        Assert.That(work.Costs.Distinct(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task An_email_is_the_same_however_it_is_written()
    {
        var person = await SignedIn.NewAsync(Service, "member");

        var again = await SignedIn.OfAsync(await SignInAsync($"  {person.Email.ToUpperInvariant()} ", SignedIn.Password));

        Assert.That(again.Email, Is.EqualTo(person.Email));
    }

    [TestCase(null, "password")]
    [TestCase("", "password")]
    [TestCase("a@example.com", null)]
    [TestCase("a@example.com", "")]
    public async Task Both_are_needed(string? email, string? password)
    {
        var problem = await ProblemAsync(await SignInAsync(email, password), HttpStatusCode.BadRequest, "validation_error");

        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([string.IsNullOrEmpty(email) ? "email" : "password"]));
    }

    [TestCase("amoq_session=")]
    [TestCase("amoq_session=nonsense")]
    [TestCase("amoq_session=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_cookie_that_is_no_session_opens_nothing(string cookie)
    {
        using var browser = Service.Bare();
        browser.DefaultRequestHeaders.Add("Cookie", cookie);

        await ProblemAsync(await browser.GetAsync("/api/session"), HttpStatusCode.Unauthorized, "unauthorized");
        await ProblemAsync(await browser.GetAsync("/api/user-accounts"), HttpStatusCode.Unauthorized, "unauthorized");
    }

    private static async Task<HttpResponseMessage> SignInAsync(string? email, string? password)
    {
        using var browser = Service.Bare();
        return await browser.PostAsJsonAsync("/api/session", new { email, password });
    }

    /// <summary>The parts of the cookie, in small letters.</summary>
    private static async Task<string[]> CookieAsync(Service service, SignedIn person)
    {
        using var browser = service.Bare();
        var credentials = new { email = person.Email, password = SignedIn.Password };
        var answer = await browser.PostAsJsonAsync("/api/session", credentials);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.That(cookie, Does.StartWith("amoq_session="));
        return [.. cookie.ToLowerInvariant().Split("; ")];
    }

    private async Task<Guid> NamedAsync(string name) => (await UnconnectedAccountAsync(new { name })).Id;

    /// <summary>Notes of each check what decides how long it takes: the function, its rounds and the length of the salt.</summary>
    private sealed class NotedWork(IPasswordHasher<PersonRow> hasher) : IPasswordHasher<PersonRow>
    {
        private const int CostBytes = 13; // of Identity's format: a marker and three numbers, before salt and key

        public List<string> Costs { get; } = [];

        public string HashPassword(PersonRow user, string password) => hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(PersonRow user, string hashedPassword, string providedPassword)
        {
            Costs.Add(Convert.ToHexString(Convert.FromBase64String(hashedPassword), 0, CostBytes));
            return hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
