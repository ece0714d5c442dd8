using AmoCrmQualification.Integration.Tests.Analytics;

namespace AmoCrmQualification.Integration.Tests.Persistence;

/// <summary>
/// While replicas are replaced one by one, the released build serves the schema of the next one; see docs/adr/0016.
/// </summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class RollingUpgradeTests
{
    private const string Later = "99991231235959_Later";

    /// <summary>What the last release no longer uses and a migration since then has taken away, as Schema.Contractions names it.</summary>
    private static readonly string[] Contracted = [];

    [Test]
    public async Task The_released_build_finds_what_it_uses_after_the_migrations_of_this_one()
    {
        var database = await TestPostgres.CreateEmptyDatabaseAsync();
        await Sql.ExecuteAsync(database, await File.ReadAllTextAsync(ReleasedSchema));
        var released = await Schema.ReadAsync(database);

        await using var service = await Service.StartOnAsync(database);
        var migrated = await Schema.ReadAsync(database);

        Assert.That(released.Columns, Has.Count.GreaterThan(200));
        Assert.That(Schema.Contractions(released, migrated), Is.EquivalentTo(Contracted));
        Assert.That(
            await service.ScalarAsync<bool>("SELECT count(*) > 0 FROM schema_requirements"),
            Is.EqualTo(Contracted.Length > 0),
            "a contracting migration says which builds it leaves behind"
        );
    }

    [TestCase("ALTER TABLE leads DROP COLUMN message", "leads.message is gone")]
    [TestCase("ALTER TABLE leads RENAME message TO text", "leads.message is gone")]
    [TestCase("ALTER TABLE leads ALTER message TYPE bytea USING NULL", "leads.message is bytea")]
    [TestCase("ALTER TABLE leads ALTER message SET NOT NULL", "leads.message is required")]
    [TestCase("ALTER TABLE leads ADD vip boolean NOT NULL", "leads.vip is required")]
    [TestCase("ALTER TABLE webhook_inbox ALTER attempts DROP DEFAULT", "webhook_inbox.attempts is required")]
    [TestCase("ALTER TABLE leads ADD CHECK (message <> '')", "leads: CHECK ((message <> ''::text)) is new")]
    [TestCase(
        "CREATE UNIQUE INDEX once ON sales (user_account_id, client_phone)",
        "sales: UNIQUE (user_account_id, client_phone) is new"
    )]
    [TestCase(
        "ALTER TABLE webhook_outages DROP CONSTRAINT pk_webhook_outages",
        "webhook_outages: UNIQUE (user_account_id) is gone"
    )]
    [TestCase("DROP TABLE sign_in_attempts", "sign_in_attempts is gone")]
    public async Task What_the_released_build_would_miss_is_noticed(string change, string noticed)
    {
        var database = await TestPostgres.CreateDatabaseAsync();
        var before = await Schema.ReadAsync(database);
        await Sql.ExecuteAsync(database, change);

        Assert.That(Schema.Contractions(before, await Schema.ReadAsync(database)), Is.EqualTo([noticed]));
        await TestPostgres.DropDatabaseAsync(database);
    }

    [TestCase("CREATE TABLE notes (user_account_id uuid PRIMARY KEY, text text NOT NULL)")]
    [TestCase("ALTER TABLE leads ADD vip boolean NOT NULL DEFAULT false, ALTER source_type DROP NOT NULL")]
    [TestCase("CREATE INDEX by_phone ON sales (user_account_id, client_phone)")]
    public async Task What_the_released_build_does_not_notice_may_change(string change)
    {
        var database = await TestPostgres.CreateDatabaseAsync();
        var before = await Schema.ReadAsync(database);
        await Sql.ExecuteAsync(database, change);

        Assert.That(Schema.Contractions(before, await Schema.ReadAsync(database)), Is.Empty);
        await TestPostgres.DropDatabaseAsync(database);
    }

    [Test]
    public async Task A_build_serves_a_schema_that_a_later_one_has_expanded()
    {
        await using var service = await Service.StartAsync();
        await service.ExecuteAsync(
            $"""
            INSERT INTO "__EFMigrationsHistory" VALUES ('{Later}', '11.0.0');
            CREATE TABLE later (id uuid PRIMARY KEY);
            DO $$ DECLARE name regclass; BEGIN
              FOR name IN SELECT oid FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relname !~ '^(qrtz_|__)'
              LOOP
                EXECUTE format('ALTER TABLE %s ADD COLUMN later text, ADD COLUMN later_count bigint NOT NULL DEFAULT 0', name);
              END LOOP;
            END $$;
            """
        );

        await ServesAsync(service);
        await using var startedSince = service.Replicate();
        await ServesAsync(startedSince);
    }

    [Test]
    public async Task A_build_that_a_contraction_left_behind_lives_and_is_not_ready()
    {
        await using var service = await Service.StartAsync();
        await AnswersAsync(service, "/health/ready", HttpStatusCode.OK);
        await service.ExecuteAsync("INSERT INTO schema_requirements SELECT max(migration_id) FROM \"__EFMigrationsHistory\"");
        await AnswersAsync(service, "/health/ready", HttpStatusCode.OK);

        await service.ExecuteAsync($"INSERT INTO schema_requirements VALUES ('{Later}')");

        await using var startedSince = service.Replicate();
        foreach (var replica in new[] { service, startedSince })
        {
            var answer = await AnswersAsync(replica, "/health/ready", HttpStatusCode.ServiceUnavailable);
            Assert.That(answer, Does.Contain("\"schema_too_new\""));
            await AnswersAsync(replica, "/health/live", HttpStatusCode.OK);
        }
    }

    private static string ReleasedSchema => Path.Combine(AppContext.BaseDirectory, "Fixtures", "released-schema.sql");

    // By API, inbox, ledger and figures: most of the tables there are.
    private static async Task ServesAsync(Service service)
    {
        await AnswersAsync(service, "/health/ready", HttpStatusCode.OK);
        var pipeline = await FigurePipeline.OpenAsync(await TestAccount.OpenAsync(service, details: null), "A", "Q*");
        await pipeline.LeadAsync("A@0 Q@10 won@20");
        var leads = await pipeline.Account.GetAsync("/api/leads");
        Assert.That(leads.List("items").Single().GetProperty("is_qualified").GetBoolean(), Is.True);
    }

    private static async Task<string> AnswersAsync(Service service, string path, HttpStatusCode status)
    {
        using var nobody = service.Client(key: null);
        var answer = await nobody.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(status), text);
        return text;
    }
}
