namespace AmoCrmQualification.Integration.Tests.Connections;

/// <summary>Whoever sends a browser to the callback can neither connect what was not asked for nor make us call a stranger.</summary>
internal sealed class OAuthStateTests : OAuthTest
{
    [TestCase(null)]
    [TestCase("")]
    [TestCase("forged")]
    [TestCase("Q2ZESjhB")]
    [TestCase("not base64url !")]
    public async Task A_state_that_we_did_not_give_is_refused(string? state)
    {
        var account = await UnconnectedAccountAsync();
        var location = await ConsentAsync(account, Service.Amo.CreateAccount());

        var back = await ComeBackAsync(Service, Callback(location, ("state", state)));

        await ProblemAsync(back, HttpStatusCode.BadRequest, "invalid_state", "authorization_unknown");
        Assert.That(await ConnectionAsync(account), Is.EqualTo("not_connected"));
    }

    [Test]
    public async Task A_state_of_which_one_character_is_changed_is_refused()
    {
        var account = await UnconnectedAccountAsync();
        var state = await StateAsync(account);
        var middle = state.Length / 2;
        var changed = state[..middle] + (state[middle] == 'A' ? 'B' : 'A') + state[(middle + 1)..];

        var back = await ComeBackAsync(Service, $"/api/amocrm/oauth/callback?code=c&referer=a.amocrm.ru&state={changed}");

        await ProblemAsync(back, HttpStatusCode.BadRequest, "invalid_state", "authorization_unknown");
    }

    [Test]
    public async Task A_state_is_good_for_15_minutes()
    {
        var account = await UnconnectedAccountAsync();
        var location = await ConsentAsync(account, Service.Amo.CreateAccount());
        Assert.That(
            await Service.ScalarAsync<bool>(
                "SELECT expires_at BETWEEN now() + interval '14 min' AND now() + interval '15 min' FROM amocrm_authorizations WHERE user_account_id = $1",
                account.Id
            )
        );
        await Service.ExecuteAsync(
            "UPDATE amocrm_authorizations SET expires_at = now() - interval '1 second' WHERE user_account_id = $1",
            account.Id
        );

        await ProblemAsync(
            await ComeBackAsync(Service, location),
            HttpStatusCode.BadRequest,
            "invalid_state",
            "authorization_unknown"
        );
        Assert.That(await ConnectionAsync(account), Is.EqualTo("not_connected"));
    }

    [Test]
    public async Task What_nobody_came_back_for_is_swept()
    {
        var account = await UnconnectedAccountAsync();
        await AuthorizeAsync(account);
        await Service.ExecuteAsync(
            "UPDATE amocrm_authorizations SET expires_at = now() - interval '1 second' WHERE user_account_id = $1",
            account.Id
        );

        await AuthorizeAsync(await UnconnectedAccountAsync());

        Assert.That(await BegunAsync(account), Is.Zero);
    }

    [Test]
    public async Task A_state_serves_once()
    {
        var account = await UnconnectedAccountAsync();
        var location = await ConsentAsync(account, Service.Amo.CreateAccount());

        var first = await ComeBackAsync(Service, location);
        var second = await ComeBackAsync(Service, location);

        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        await ProblemAsync(second, HttpStatusCode.BadRequest, "invalid_state", "authorization_unknown");
        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
    }

    [Test]
    public async Task Of_callbacks_with_one_state_at_once_one_connects()
    {
        var account = await UnconnectedAccountAsync();
        var location = await ConsentAsync(account, Service.Amo.CreateAccount());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ComeBackAsync(Service, location)));

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Redirect), Is.EqualTo(1));
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Redirect))
            await ProblemAsync(refused, HttpStatusCode.BadRequest, "invalid_state", "authorization_unknown"); // before the code was even looked at
        Assert.That(await ConnectionAsync(account), Is.EqualTo("connected"));
    }

    [Test]
    public async Task A_state_connects_the_account_it_names_whoever_shows_it()
    {
        var (owner, stranger) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        var location = await ConsentAsync(owner, Service.Amo.CreateAccount());

        var back = await stranger.Client.GetAsync(location.PathAndQuery); // follows the redirect to nowhere

        Assert.That(back.RequestMessage!.RequestUri!.Query, Does.Contain($"{owner.Id}"));
        Assert.That(await ConnectionAsync(owner), Is.EqualTo("connected"));
        Assert.That(await ConnectionAsync(stranger), Is.EqualTo("not_connected"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("evil.example")]
    [TestCase("https://evil.example")]
    [TestCase("evil.example/.amocrm.ru")]
    [TestCase("evil.example#.amocrm.ru")]
    [TestCase("evil.example?.amocrm.ru")]
    [TestCase("https://evil.example\\.amocrm.ru")]
    [TestCase("amocrm.ru.evil.example")]
    [TestCase("evilamocrm.ru")]
    [TestCase("https://acct.amocrm.ru@evil.example")]
    [TestCase("https://evil@acct.amocrm.ru")]
    [TestCase("acct.amocrm.ru:8443")]
    [TestCase("acct.amocrm.ru.")]
    [TestCase("acct.amocrm.ru%00")]
    [TestCase("acct.amocrm.ru\n")]
    [TestCase("acct.amocrm.ru/path")]
    [TestCase("http://acct.amocrm.ru")]
    [TestCase("https://https://acct.amocrm.ru")]
    [TestCase("127.0.0.1")]
    public async Task A_host_that_is_not_amoCRMs_is_never_called(string? referer)
    {
        var account = await UnconnectedAccountAsync();
        var location = await ConsentAsync(account, Service.Amo.CreateAccount());

        var back = await ComeBackAsync(Service, Callback(location, ("referer", referer)));

        var problem = await ProblemAsync(back, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["referer"]));
        Assert.That(await ConnectionAsync(account), Is.EqualTo("not_connected"));
    }

    [TestCase("https://{0}")]
    [TestCase("HTTPS://{0}/")]
    public async Task The_host_may_come_as_an_address(string spelling)
    {
        var account = await UnconnectedAccountAsync();
        var crm = Service.Amo.CreateAccount();
        var location = await ConsentAsync(account, crm);

        await ComeBackAsync(Service, Callback(location, ("referer", string.Format(null, spelling, crm.Host))));

        Assert.That((await ShownAsync(account)).Text("amocrm_domain"), Is.EqualTo(crm.Host));
    }

    private static Task<long> BegunAsync(TestAccount account) =>
        Service.ScalarAsync<long>("SELECT count(*) FROM amocrm_authorizations WHERE user_account_id = $1", account.Id);
}
