namespace AmoCrmQualification.Integration.Tests.People;

/// <summary>Wrong attempts are counted over all replicas, by user and by address.</summary>
internal sealed class SignInThrottleTests : ApiTest
{
    private const string Wrong = "not this password";
    private static int s_addresses;

    private static Service? s_service;

    private static Service Strict => s_service ?? throw new InvalidOperationException("The service is not started.");

    [OneTimeSetUp]
    public static void Start() =>
        s_service = Service.Replicate(
            ("SignIn:FailuresPerUser", "3"),
            ("SignIn:FailuresPerAddress", "5"),
            ("FORWARDEDHEADERS_ENABLED", "true")
        );

    [OneTimeTearDown]
    public static async Task StopAsync() => await Strict.DisposeAsync();

    [Test]
    public async Task After_too_many_wrong_attempts_at_a_user_even_the_right_one_waits()
    {
        var person = await SignedIn.NewAsync(Service, "member");
        for (var i = 0; i < 3; i++)
            await WrongAsync(await SignInAsync(Strict, person.Email, Wrong));

        foreach (var password in new[] { Wrong, SignedIn.Password })
            await LimitedAsync(await SignInAsync(Strict, person.Email, password));
        var elsewhere = await SignInAsync(Strict, (await SignedIn.NewAsync(Service, "member")).Email, SignedIn.Password);
        Assert.That(elsewhere.StatusCode, Is.EqualTo(HttpStatusCode.OK), "others are not concerned");

        await PassAsync(person);
        Assert.That((await SignInAsync(Strict, person.Email, SignedIn.Password)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Nothing_tells_a_user_who_does_not_exist()
    {
        var email = $"nobody-{Guid.CreateVersion7():N}@example.com";
        for (var i = 0; i < 3; i++)
            await WrongAsync(await SignInAsync(Strict, email, Wrong));

        await LimitedAsync(await SignInAsync(Strict, email.ToUpperInvariant(), Wrong));
    }

    [Test]
    public async Task A_right_attempt_forgives_the_wrong_ones()
    {
        var person = await SignedIn.NewAsync(Service, "member");
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 2; i++)
                await WrongAsync(await SignInAsync(Strict, person.Email, Wrong));
            await SignedIn.OfAsync(await SignInAsync(Strict, person.Email, SignedIn.Password));
        }
    }

    [Test]
    public async Task Many_at_once_do_not_slip_through()
    {
        var person = await SignedIn.NewAsync(Service, "member");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SignInAsync(Strict, person.Email, Wrong)));

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized), Is.EqualTo(3));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests), Is.EqualTo(9));
    }

    [Test]
    public async Task Replicas_count_together()
    {
        var person = await SignedIn.NewAsync(Service, "member");
        await using var other = Service.Replicate(("SignIn:FailuresPerUser", "3"));
        for (var i = 0; i < 3; i++)
            await WrongAsync(await SignInAsync(i % 2 == 0 ? Strict : other, person.Email, Wrong));

        await LimitedAsync(await SignInAsync(Strict, person.Email, Wrong));
        await LimitedAsync(await SignInAsync(other, person.Email, Wrong));
    }

    [TestCase("203.0.113.{0}", "203.0.113.{0}")]
    [TestCase("2001:db8:1:{0}::1", "2001:db8:1:{0}:ffff:2:3:4")]
    [TestCase("::ffff:198.51.100.{0}", "198.51.100.{0}")]
    public async Task An_address_that_guesses_at_many_users_is_limited(string one, string other)
    {
        var number = Interlocked.Increment(ref s_addresses).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (from, again) = (Numbered(one, number), Numbered(other, number));
        var person = await SignedIn.NewAsync(Service, "member");
        for (var i = 0; i < 5; i++)
        {
            await SignedIn.OfAsync(await SignInAsync(Strict, person.Email, SignedIn.Password, from)); // right ones do not count
            await WrongAsync(await SignInAsync(Strict, $"{i}-{Guid.CreateVersion7():N}@example.com", Wrong, from));
        }

        foreach (var address in new[] { from, again, from, again })
            await LimitedAsync(await SignInAsync(Strict, person.Email, SignedIn.Password, address));
        Assert.That(
            (await SignInAsync(Strict, person.Email, SignedIn.Password, "192.0.2.200")).StatusCode,
            Is.EqualTo(HttpStatusCode.OK),
            "an address that is limited uses up nothing of the users it guesses at"
        );
    }

    [Test]
    public async Task Guessing_at_the_operators_key_and_at_links_is_limited_by_address()
    {
        using var guesser = From("203.0.114.1");
        for (var i = 0; i < 5; i++)
        {
            var answer =
                i % 2 == 0
                    ? await SetUpAsync(guesser, $"not-the-operator's-key-{i}")
                    : await guesser.PostAsJsonAsync($"/api/invitations/token-{i}", new { password = SignedIn.Password });
            Assert.That((int)answer.StatusCode, Is.EqualTo(i % 2 == 0 ? 401 : 404));
        }

        await LimitedAsync(await SetUpAsync(guesser, Service.AdminKey));
        await LimitedAsync(await guesser.PostAsJsonAsync("/api/invitations/x", new { password = SignedIn.Password }));
    }

    [Test]
    public async Task A_browser_left_open_is_no_place_to_try_passwords()
    {
        var person = await SignedIn.NewAsync(Service, "member");
        using var browser = person.Client(Strict);
        var change = new { current_password = Wrong, new_password = "another fine password" };
        for (var i = 0; i < 3; i++)
            await ProblemAsync(
                await browser.PutAsJsonAsync("/api/session/password", change),
                HttpStatusCode.BadRequest,
                "validation_error"
            );

        await LimitedAsync(await browser.PutAsJsonAsync("/api/session/password", change));
        await JsonAsync(await browser.GetAsync("/api/session")); // all else goes on
    }

    [Test]
    public async Task Who_was_counted_is_not_written_down()
    {
        var email = $"nobody-{Guid.CreateVersion7():N}@example.com";
        await WrongAsync(await SignInAsync(Strict, email, Wrong, "203.0.115.77"));

        Assert.That(await Strict.TablesWithAsync(email), Is.Empty);
        Assert.That(await Strict.TablesWithAsync("203.0.115.77"), Is.Empty);
    }

    private static string Numbered(string address, string number) => address.Replace("{0}", number, StringComparison.Ordinal);

    /// <summary>The quarter of an hour is over.</summary>
    private static Task PassAsync(SignedIn person) =>
        Service.ExecuteAsync(
            "UPDATE sign_in_attempts SET ends_at = now() WHERE key_hash = sha256(convert_to('user ' || upper($1), 'UTF8'))",
            person.Email
        );

    private static Task WrongAsync(HttpResponseMessage answer) =>
        ProblemAsync(answer, HttpStatusCode.Unauthorized, "unauthorized");

    private static async Task LimitedAsync(HttpResponseMessage answer)
    {
        await ProblemAsync(answer, HttpStatusCode.TooManyRequests, "rate_limited");
        Assert.That(
            answer.Headers.RetryAfter?.Delta,
            Is.GreaterThan(TimeSpan.FromMinutes(14)).And.LessThan(TimeSpan.FromMinutes(16))
        );
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
    }

    private static async Task<HttpResponseMessage> SignInAsync(
        Service service,
        string email,
        string password,
        string? address = null
    )
    {
        using var browser = service.Bare();
        if (address is not null)
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return await browser.PostAsJsonAsync("/api/session", new { email, password });
    }

    private static Task<HttpResponseMessage> SetUpAsync(HttpClient client, string key) =>
        client.PostAsJsonAsync(
            "/api/setup",
            new
            {
                admin_key = key,
                email = "first@example.com",
                password = SignedIn.Password,
            }
        );

    private static HttpClient From(string address)
    {
        var client = Strict.Bare();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }
}
