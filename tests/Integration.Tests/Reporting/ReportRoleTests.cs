using System.Text.RegularExpressions;
using AmoCrmQualification.Integration.Tests.Campaigns;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Reporting;

/// <summary>A BI tool reads one account by a role of its own.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed partial class ReportRoleTests
{
    private static readonly string[] s_views = ["report_leads", "report_stage_entries", "report_sales", "report_spend"];

    private static Service? s_service;

    private static Service Service => s_service!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        NpgsqlConnectionStringBuilder settings = new(await TestPostgres.CreateDatabaseAsync()) { Username = "postgres" };
        s_service = await Service.StartOnAsync(settings.ConnectionString); // as who may make roles
    }

    [OneTimeTearDown]
    public static async Task StopAsync() => await Service.DisposeAsync();

    [Test]
    public async Task It_reads_the_rows_of_its_account_and_no_others()
    {
        var (one, other) = (await SellerAsync("Кухни", 700), await SellerAsync("Шкафы", 900));
        var (mine, theirs) = (await Service.IssueRoleAsync(one), await Service.IssueRoleAsync(other));

        foreach (var (role, amount, creative) in new[] { (mine, 700L, "Кухни"), (theirs, 900L, "Шкафы") })
        {
            foreach (var view in s_views)
                Assert.That(await role.ReadAsync<long>($"SELECT count(*) FROM {view}"), Is.EqualTo(1), view);
            Assert.Multiple(async () =>
            {
                Assert.That(
                    await role.ReadAsync<long>("SELECT amount FROM report_sales WHERE status = 'paid'"),
                    Is.EqualTo(amount)
                );
                Assert.That(
                    await role.ReadAsync<string>("SELECT creative FROM report_leads WHERE is_counted AND is_qualified"),
                    Is.EqualTo(creative)
                );
                Assert.That(
                    await role.ReadAsync<string>("SELECT status FROM report_stage_entries"),
                    Is.EqualTo("Успешно реализовано")
                );
                Assert.That(
                    await role.ReadAsync<string>("SELECT direction || ad_id || spend::int FROM report_spend"),
                    Is.EqualTo(creative + "ad115")
                );
            });
        }
    }

    [TestCase("SELECT phone FROM leads")]
    [TestCase("SELECT * FROM user_accounts")]
    [TestCase("UPDATE leads SET is_test = true")]
    [TestCase("CREATE TABLE mine (id int)")]
    [TestCase("SELECT pg_read_file('/etc/passwd')")]
    [TestCase("SET ROLE postgres")]
    public async Task It_does_nothing_else(string sql)
    {
        var role = await Service.IssueRoleAsync(await TestAccount.OpenAsync(Service, details: null, connect: false));

        await using var connection = new NpgsqlConnection(role.Text("connection_string"));
        await connection.OpenAsync();
        await using (var writing = new NpgsqlCommand("SET default_transaction_read_only = off", connection))
            await writing.ExecuteNonQueryAsync(); // a default that anybody may change is no protection
        await using var command = new NpgsqlCommand(sql, connection);

        Assert.That(async () => await command.ExecuteScalarAsync(), Refused(PostgresErrorCodes.InsufficientPrivilege));
    }

    [Test]
    public async Task No_view_tells_who_a_person_is()
    {
        var role = await Service.IssueRoleAsync(await TestAccount.OpenAsync(Service, details: null, connect: false));

        foreach (var view in s_views)
        {
            await using var source = NpgsqlDataSource.Create(role.Text("connection_string")!);
            await using var command = source.CreateCommand($"SELECT * FROM {view}");
            await using var row = await command.ExecuteReaderAsync();
            var columns = Enumerable.Range(0, row.FieldCount).Select(row.GetName).ToList();
            Assert.That(
                columns,
                Has.None.Matches("phone|email|message|client|^name$|payload|webhook_data|user_account_id"),
                view
            );
        }
    }

    [Test]
    public async Task A_new_password_ends_the_former_and_a_dropped_role_ends_all()
    {
        var account = await TestAccount.OpenAsync(Service, details: null, connect: false);
        var former = await Service.IssueRoleAsync(account);
        await using var source = NpgsqlDataSource.Create(former.Text("connection_string")!);
        await using var open = await source.OpenConnectionAsync();

        var role = await Service.IssueRoleAsync(account);
        await using (var command = new NpgsqlCommand("SELECT 1", open))
            Assert.That(async () => await command.ExecuteScalarAsync(), Throws.InstanceOf<NpgsqlException>());
        Assert.That(async () => await former.ReadAsync<int>("SELECT 1"), Refused(PostgresErrorCodes.InvalidPassword));
        Assert.That(await role.ReadAsync<int>("SELECT 1"), Is.EqualTo(1));
        Assert.That(role.Text("uri"), Does.StartWith($"postgresql://{role.Text("role")}:{role.Text("password")}@"));

        Assert.That((await Service.DropRoleAsync(account)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(async () => await role.ReadAsync<int>("SELECT 1"), Throws.InstanceOf<PostgresException>());
        Assert.That(
            await (await Service.DropRoleAsync(account)).Content.ReadAsStringAsync(),
            Does.Contain("report_role_unknown")
        );
    }

    [TestCase("postgres")]
    [TestCase("template1")]
    public async Task It_opens_no_other_database(string database)
    {
        var role = await Service.IssueRoleAsync(await TestAccount.OpenAsync(Service, details: null, connect: false));
        NpgsqlConnectionStringBuilder settings = new(role.Text("connection_string")!) { Database = database, Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);

        Assert.That(async () => await connection.OpenAsync(), Refused(PostgresErrorCodes.InvalidAuthorizationSpecification));
    }

    [Test]
    public async Task A_role_that_left_something_behind_is_dropped_with_it()
    {
        var account = await TestAccount.OpenAsync(Service, details: null, connect: false);
        var role = await Service.IssueRoleAsync(account);
        Assert.That(await role.ReadAsync<uint>("SET default_transaction_read_only = off; SELECT lo_create(0)"), Is.Positive);

        Assert.That((await Service.DropRoleAsync(account)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Asked_for_at_once_it_is_made_once()
    {
        var account = await TestAccount.OpenAsync(Service, details: null, connect: false);

        var roles = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Service.IssueRoleAsync(account)));

        Assert.That(roles.Select(role => role.Text("role")).Distinct(), Has.One.Items);
        var drops = await Task.WhenAll(Service.DropRoleAsync(account), Service.DropRoleAsync(account));
        Assert.That(
            drops.Select(answer => answer.StatusCode),
            Is.EquivalentTo([HttpStatusCode.NoContent, HttpStatusCode.NotFound])
        );
    }

    [Test]
    public async Task Where_the_service_may_not_make_roles_it_says_so()
    {
        var account = await TestAccount.OpenAsync(SharedService.Instance, details: null, connect: false);
        using var admin = SharedService.Instance.Client(Service.AdminKey);

        using var answer = await admin.PostAsync($"/api/user-accounts/{account.Id}/report-role", content: null);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("database_rights_missing"));
    }

    [Test]
    public async Task The_examples_of_the_manual_and_of_the_dashboard_work()
    {
        var role = await Service.IssueRoleAsync(await SellerAsync("Кухни", 700));
        var dashboard = JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "grafana.json")));
        string[] examples =
        [
            .. Example()
                .Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reports.md")))
                .Select(m => m.Groups[1].Value),
            .. Targets(dashboard, "rawSql"),
        ];

        Assert.That(examples, Has.Length.GreaterThanOrEqualTo(8));
        foreach (var sql in examples)
            Assert.That(async () => await role.ReadAsync<object?>(sql), Throws.Nothing, sql);
        foreach (var metric in Targets(dashboard, "expr").SelectMany(expression => Metric().Matches(expression)))
            Assert.That(Ops.MetricNames.Golden, Has.Some.StartsWith($"{metric.Value}"), metric.Value);
    }

    private static IEnumerable<string> Targets(JsonElement dashboard, string key) =>
        from panel in dashboard.List("panels")
        where panel.TryGetProperty("targets", out _)
        from target in panel.List("targets")
        where target.TryGetProperty(key, out _)
        select target.Text(key);

    /// <summary>An account with one lead of one creative, qualified and won at once, and a day's spend.</summary>
    private static async Task<TestAccount> SellerAsync(string name, long price)
    {
        var account = await TestAccount.OpenAsync(Service, details: null);
        account.Crm.Pipelines.Add("Продажи", "Новая");
        var pipeline = account.Crm.Pipelines.All[^1].Id;
        await account.SyncAsync();
        await account.FlagAsync(pipeline, 142);
        var direction = await account.DirectionAsync(name);
        await account.SendAsync(
            HttpMethod.Post,
            "/api/creatives",
            new
            {
                title = name,
                direction_id = direction,
                ad_ids = new[] { "ad1" },
            }
        );
        await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161112233",
                ad_id = "ad1",
                push = false,
                amocrm_lead_id = 500,
            }
        );
        await account.DeliverAsync(LeadForm.Status(500, pipeline, 142, LeadForm.T0, price: $"{price}"));
        await account.SaleAsync();
        await account.SpendAsync("2026-03-01,ad1,,15");
        return account;
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Refused(string state) =>
        Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo(state);

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("(?:qualification|http_server)_[a-z_]+")]
    private static partial Regex Metric();
}
