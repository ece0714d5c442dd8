using System.Net.Http.Headers;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.People;

internal sealed class SessionTests : ApiTest
{
    private const string Another = "another fine password";

    [Test]
    public async Task Signing_out_ends_every_copy_of_the_cookie()
    {
        var person = await SignedIn.NewAsync(Service, "member");
        var elsewhere = await SignInAsync(person.Email);
        using var browser = person.Client(Service);
        using var copy = person.Client(Service);

        var answer = await browser.DeleteAsync("/api/session");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(answer.Headers.GetValues("Set-Cookie").Single(), Does.StartWith("amoq_session=;"), "it is taken away");
        await AssertIsOverAsync(copy);
        using var other = elsewhere.Client(Service);
        await JsonAsync(await other.GetAsync("/api/session"));
    }

    [Test]
    public async Task A_new_password_ends_the_other_sessions_and_the_former_password()
    {
        var person = await SignedIn.NewAsync(Service, "member");
        var elsewhere = await SignInAsync(person.Email);
        using var browser = person.Client(Service);
        using var other = elsewhere.Client(Service);

        var answer = await ChangeAsync(browser, SignedIn.Password, Another);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await AssertIsOverAsync(other);
        await JsonAsync(await browser.GetAsync("/api/session"));
        using var nobody = Service.Bare();
        var former = new { email = person.Email, password = SignedIn.Password };
        await ProblemAsync(await nobody.PostAsJsonAsync("/api/session", former), HttpStatusCode.Unauthorized, "unauthorized");
        await SignInAsync(person.Email, Another);
    }

    [TestCase("not this password", Another, "current_password")]
    [TestCase(null, Another, "current_password")]
    [TestCase("", Another, "current_password")]
    [TestCase(SignedIn.Password, "too short", "new_password")]
    [TestCase(SignedIn.Password, "", "new_password")]
    [TestCase(SignedIn.Password, null, "new_password")]
    [TestCase(SignedIn.Password, "the e-mail", "new_password")]
    [TestCase(SignedIn.Password, "the longest", "new_password")]
    public async Task A_password_that_cannot_be_is_refused(string? current, string? fresh, string field)
    {
        var person = await SignedIn.NewAsync(Service, "member");
        using var browser = person.Client(Service);
        fresh = fresh switch
        {
            "the e-mail" => person.Email.ToUpperInvariant(),
            "the longest" => new string('x', 257),
            _ => fresh,
        };

        var problem = await ProblemAsync(
            await ChangeAsync(browser, current, fresh),
            HttpStatusCode.BadRequest,
            "validation_error"
        );

        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
        await SignInAsync(person.Email);
    }

    [TestCase("0q7h1d93kz")]
    [TestCase(" blanks in and around it ")]
    [TestCase("зимой без цифр")]
    public async Task A_password_needs_length_and_to_be_nobody_else_s_and_nothing_more(string password)
    {
        var person = await SignedIn.NewAsync(Service, "member");
        using var browser = person.Client(Service);

        var answer = await ChangeAsync(browser, SignedIn.Password, password);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await SignInAsync(person.Email, password);
    }

    [Test]
    public async Task A_session_does_not_last_for_ever()
    {
        var person = await SignedIn.NewAsync(Service, "member");
        using var browser = person.Client(Service);
        var lasts = await Service.ScalarAsync<TimeSpan>($"SELECT s.expires_at - s.created_at {Sessions}", person.Email);
        Assert.That(lasts, Is.EqualTo(TimeSpan.FromDays(14)));

        await Service.ExecuteAsync(
            "UPDATE user_sessions SET expires_at = now() WHERE user_id = (SELECT id FROM users WHERE email = $1)",
            person.Email
        );

        await AssertIsOverAsync(browser);
    }

    [Test]
    public async Task What_is_over_is_swept()
    {
        var (over, goesOn) = (await SignedIn.NewAsync(Service, "member"), await SignedIn.NewAsync(Service, "member"));
        await Service.ExecuteAsync(
            "UPDATE user_sessions SET expires_at = now() WHERE user_id = (SELECT id FROM users WHERE email = $1)",
            over.Email
        );
        var guesses = $"{Guid.CreateVersion7():N}";
        await Service.ExecuteAsync(
            "INSERT INTO sign_in_attempts VALUES (convert_to($1, 'UTF8'), 1, now()), (convert_to($2, 'UTF8'), 1, now() + interval '1 hour')",
            guesses,
            guesses + " goes on"
        );

        await Service.PurgeAsync();

        Assert.That(await Service.ScalarAsync<long>($"SELECT count(*) {Sessions}", over.Email), Is.Zero);
        Assert.That(await Service.ScalarAsync<long>($"SELECT count(*) {Sessions}", goesOn.Email), Is.EqualTo(1));
        Assert.That(
            await Service.ScalarAsync<string>(
                "SELECT string_agg(convert_from(key_hash, 'UTF8'), ',') FROM sign_in_attempts WHERE starts_with(encode(key_hash, 'escape'), $1)",
                guesses
            ),
            Is.EqualTo(guesses + " goes on")
        );
    }

    [Test]
    public async Task Nobody_signs_in_with_a_password_that_is_being_replaced()
    {
        var person = await SignedIn.NewAsync(Service, "member");
        using var browser = Service.Bare();
        await using var connection = new NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var replace = new NpgsqlCommand("UPDATE users SET security_stamp = 'new' WHERE email = $1", connection);
        replace.Parameters.Add(new() { Value = person.Email });
        await replace.ExecuteNonQueryAsync();

        var signingIn = browser.PostAsJsonAsync("/api/session", new { email = person.Email, password = SignedIn.Password });
        await TestAccount.UntilAsync(
            () =>
                Service.ScalarAsync<bool>(
                    "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid)))",
                    connection.ProcessID
                ),
            () => "it does not wait for the new password"
        );
        await transaction.CommitAsync();

        await ProblemAsync(await signingIn, HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Test]
    public async Task The_database_alone_makes_no_session()
    {
        var person = await SignedIn.NewAsync(Service, "member");

        Assert.That(await Service.TablesWithAsync(person.Cookie.Split('=')[1]), Is.Empty);
        Assert.That(await Service.TablesWithAsync(person.CsrfToken), Is.Empty);
        Assert.That(await Service.TablesWithAsync(SignedIn.Password), Is.Empty);
    }

    [Test]
    public async Task A_key_counts_more_than_a_cookie()
    {
        var account = await UnconnectedAccountAsync();
        var admin = await SignedIn.NewAsync(Service, "admin");
        using var browser = admin.Client(Service);

        browser.DefaultRequestHeaders.Authorization = account.Client.DefaultRequestHeaders.Authorization;
        var opened = await browser.PostAsJsonAsync("/api/user-accounts", new { name = "Ещё" });
        var listed = await JsonAsync(await browser.GetAsync("/api/user-accounts"));
        await ProblemAsync(opened, HttpStatusCode.Forbidden, "forbidden");
        Assert.That(listed.List("items").Select(a => a.Id()), Is.EqualTo([account.Id]));

        browser.DefaultRequestHeaders.Authorization = new("Bearer", "amoq_unknown");
        await AssertIsOverAsync(browser);

        browser.DefaultRequestHeaders.Authorization = new("Bearer", PlatformToken.For()[..^3]);
        await AssertIsOverAsync(browser);
    }

    [Test]
    public async Task A_password_of_the_proxy_in_front_is_no_key()
    {
        var admin = await SignedIn.NewAsync(Service, "admin");
        using var browser = admin.Client(Service);

        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "dGVzdDp0ZXN0");

        await JsonAsync(await browser.GetAsync("/api/session"));
    }

    [Test]
    public async Task A_key_has_no_session()
    {
        var account = await UnconnectedAccountAsync();

        foreach (var client in new[] { Admin, account.Client })
        {
            await ProblemAsync(await client.GetAsync("/api/session"), HttpStatusCode.Forbidden, "forbidden");
            await ProblemAsync(await client.DeleteAsync("/api/session"), HttpStatusCode.Forbidden, "forbidden");
            await ProblemAsync(await ChangeAsync(client, "a", "b"), HttpStatusCode.Forbidden, "forbidden");
        }
    }

    private const string Sessions = "FROM user_sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1";

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string? current, string? fresh) =>
        browser.PutAsJsonAsync("/api/session/password", new { current_password = current, new_password = fresh });

    private static async Task<SignedIn> SignInAsync(string email, string password = SignedIn.Password)
    {
        using var browser = Service.Bare();
        return await SignedIn.OfAsync(await browser.PostAsJsonAsync("/api/session", new { email, password }));
    }

    private static async Task AssertIsOverAsync(HttpClient browser)
    {
        await ProblemAsync(await browser.GetAsync("/api/session"), HttpStatusCode.Unauthorized, "unauthorized");
        await ProblemAsync(await browser.GetAsync("/api/user-accounts"), HttpStatusCode.Unauthorized, "unauthorized");
    }
}
