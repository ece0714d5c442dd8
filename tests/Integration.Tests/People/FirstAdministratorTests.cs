using Npgsql;

namespace AmoCrmQualification.Integration.Tests.People;

/// <summary>The first of all users, and the last administrator: each test has a service of its own.</summary>
internal sealed class FirstAdministratorTests : ApiTest
{
    private Service _service = null!;
    private HttpClient _nobody = null!;
    private HttpClient _operator = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _service = await Service.StartAsync();
        (_nobody, _operator) = (_service.Bare(), _service.Client(Service.AdminKey));
    }

    [TearDown]
    public async Task StopAsync()
    {
        _nobody.Dispose();
        _operator.Dispose();
        await _service.DisposeAsync();
    }

    [Test]
    public async Task The_operator_makes_the_first_administrator_once()
    {
        Assert.That(await NeedsOneAsync(), Is.True);
        await ProblemAsync(await MakeAsync("not-the-operator's-key"), HttpStatusCode.Unauthorized, "unauthorized");
        Assert.That(await NeedsOneAsync(), Is.True);

        var answer = await MakeAsync(Service.AdminKey);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var first = await SignedIn.OfAsync(answer);
        Assert.That(first.Session.Text("role"), Is.EqualTo("admin"));
        Assert.That(await NeedsOneAsync(), Is.False);
        await ProblemAsync(await MakeAsync(Service.AdminKey), HttpStatusCode.Conflict, "conflict", "users_exist");
        await ProblemAsync(await MakeAsync("not-the-operator's-key"), HttpStatusCode.Unauthorized, "unauthorized");
        using var browser = first.Client(_service);
        var users = (await JsonAsync(await browser.GetAsync("/api/users"))).List("items");
        Assert.That(users.Select(u => $"{u.Text("email")} {u.Text("state")}"), Is.EqualTo(["first@example.com active"]));
        Assert.That(users[0].IsNull("invited_at"));
    }

    [Test]
    public async Task Of_two_at_once_one_is_made()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => MakeAsync(Service.AdminKey, email: $"first-{i}@example.com"))
        );

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Conflict), Is.EqualTo(5));
        Assert.That(await _service.ScalarAsync<long>("SELECT count(*) FROM users"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_no_administrator_is_refused()
    {
        (string Key, string Email, string Password, string Field)[] wrong =
        [
            ("", "first@example.com", SignedIn.Password, "admin_key"),
            (Service.AdminKey, "nobody", SignedIn.Password, "email"),
            (Service.AdminKey, "first@example.com", "too short", "password"),
            (Service.AdminKey, "first@example.com", "First@Example.com", "password"),
        ];
        foreach (var (key, email, password, field) in wrong)
        {
            var problem = await ProblemAsync(
                await MakeAsync(key, email, password),
                HttpStatusCode.BadRequest,
                "validation_error"
            );
            Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
        }

        Assert.That(await NeedsOneAsync(), Is.True);
    }

    [Test]
    public async Task The_last_administrator_stays()
    {
        await MakeAsync(Service.AdminKey);
        await SignedIn.InviteAsync(_service, "admin"); // has not come yet, and may never
        var first = await IdOfAsync("first@example.com");

        await ProblemAsync(await _operator.DeleteAsync(Url(first)), HttpStatusCode.Conflict, "conflict", "last_administrator");
        await ProblemAsync(
            await _operator.PatchAsJsonAsync(Url(first), new { role = "member" }),
            HttpStatusCode.Conflict,
            "conflict",
            "last_administrator"
        );

        var second = await SignedIn.NewAsync(_service, "admin");
        await JsonAsync(await _operator.PatchAsJsonAsync(Url(first), new { role = "member" }));
        await ProblemAsync(
            await _operator.DeleteAsync(Url(await IdOfAsync(second.Email))),
            HttpStatusCode.Conflict,
            "conflict",
            "last_administrator"
        );
        Assert.That((await _operator.DeleteAsync(Url(first))).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        var pair = new List<Guid>();
        for (var i = 0; i < 2; i++)
            pair.Add(await IdOfAsync((await SignedIn.NewAsync(_service, "admin")).Email));
        await using var connection = new NpgsqlConnection(_service.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("SELECT FROM users FOR UPDATE", connection);
        await hold.ExecuteNonQueryAsync();

        var removing = pair.ConvertAll(id => _operator.DeleteAsync(Url(id)));
        await TestAccount.UntilAsync(
            async () =>
                await _service.ScalarAsync<long>(
                    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database() AND query LIKE '%users%'"
                ) == 2,
            () => "both are not on their way"
        );
        await transaction.CommitAsync();
        var answers = await Task.WhenAll(removing);

        Assert.That(answers.Select(a => a.StatusCode), Is.EquivalentTo([HttpStatusCode.NoContent, HttpStatusCode.Conflict]));
        Assert.That(await _service.ScalarAsync<long>("SELECT count(*) FROM users"), Is.EqualTo(1));
    }

    private static string Url(Guid user) => $"/api/users/{user}";

    private Task<HttpResponseMessage> MakeAsync(
        string key,
        string email = "first@example.com",
        string password = SignedIn.Password
    ) =>
        _nobody.PostAsJsonAsync(
            "/api/setup",
            new
            {
                admin_key = key,
                email,
                password,
            }
        );

    private async Task<bool> NeedsOneAsync() =>
        (await JsonAsync(await _nobody.GetAsync("/api/setup"))).Flag("needs_administrator");

    private async Task<Guid> IdOfAsync(string email) =>
        (await JsonAsync(await _operator.GetAsync("/api/users"))).List("items").Single(u => u.Text("email") == email).Id();
}
