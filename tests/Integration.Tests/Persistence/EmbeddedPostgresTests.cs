using AmoCrmQualification.Infrastructure.EmbeddedPostgres;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Persistence;

[Parallelizable(ParallelScope.Self)]
public sealed class EmbeddedPostgresTests : EmbeddedPostgresFixture
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Test]
    public async Task First_start_makes_a_database_in_unicode_and_utc(CancellationToken token)
    {
        EmbeddedPostgres postgres = await StartAsync(token);

        await using NpgsqlConnection connection = await OpenAsync(postgres, token);
        string? facts = await ScalarAsync(
            connection,
            """
            SELECT concat_ws(' ', current_database(), current_user, pg_encoding_to_char(encoding), datcollate, current_setting('timezone'))
            FROM pg_database WHERE datname = current_database()
            """,
            token
        );
        Assert.That(facts, Is.EqualTo("amocrm_qualification app UTF8 C.UTF-8 UTC"));
    }

    [Test]
    public async Task The_service_is_no_superuser(CancellationToken token)
    {
        EmbeddedPostgres postgres = await StartAsync(token);

        await using NpgsqlConnection connection = await OpenAsync(postgres, token);
        Assert.That(await ScalarAsync(connection, "SHOW is_superuser", token), Is.EqualTo("off"));
    }

    [Test]
    public async Task Settings_reach_the_server_and_a_durable_one_syncs(CancellationToken token)
    {
        EmbeddedPostgresOptions options = Options() with
        {
            Durable = true,
            Settings = new Dictionary<string, string> { ["max_connections"] = "37" },
        };
        EmbeddedPostgres postgres = await StartAsync(options, token);

        await using NpgsqlConnection connection = await OpenAsync(postgres, token);
        string? facts = await ScalarAsync(
            connection,
            "SELECT concat_ws(' ', current_setting('max_connections'), current_setting('fsync'), current_setting('full_page_writes'))",
            token
        );
        Assert.That(facts, Is.EqualTo("37 on on"));
    }

    [Test]
    public async Task Postgres_never_runs_as_root(CancellationToken token)
    {
        EmbeddedPostgres postgres = await StartAsync(token);

        string status = await File.ReadAllTextAsync($"/proc/{postgres.ProcessId}/status", token);
        string[] uids = status.Split('\n').Single(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1..];
        Assert.That(uids, Has.None.EqualTo("0"));
    }

    [Test]
    public async Task Strangers_find_no_door(CancellationToken token)
    {
        EmbeddedPostgres postgres = await StartAsync(token);

        Assert.That(File.GetUnixFileMode(postgres.Location.Sockets), Is.EqualTo(OwnerOnly));
        Assert.That(File.GetUnixFileMode(postgres.Location.Data), Is.EqualTo(OwnerOnly));
        await using NpgsqlConnection connection = await OpenAsync(postgres, token);
        Assert.That(await ScalarAsync(connection, "SHOW listen_addresses", token), Is.Empty, "no TCP port");
    }

    [Test]
    public async Task Even_the_user_who_runs_postgres_is_refused(CancellationToken token)
    {
        EmbeddedPostgres postgres = await StartAsync(token);
        if (postgres.Location.User is not { } user)
        {
            Assert.That(Environment.IsPrivilegedProcess, Is.False, "only root hands PostgreSQL to another user");
            return;
        }

        string[] arguments = ["-h", postgres.Location.Sockets, "-U", "app", "-d", "amocrm_qualification", "-c", "SELECT 1"];
        CommandResult result = await Command.RunAsync("psql", arguments, token, user);

        Assert.That(result.Succeeded, Is.False);
        Assert.That(result.Error, Does.Contain("Peer authentication failed"));
    }

    [Test]
    public async Task A_data_directory_that_the_system_user_cannot_enter_is_noted_and_kept_apart(CancellationToken token)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            EmbeddedPostgres own = await StartAsync(token);
            Assert.That(own.Location.Root, Does.StartWith(DataDirectory), "who runs PostgreSQL himself can enter his directory");
            return;
        }

        File.SetUnixFileMode(DataDirectory, OwnerOnly);

        EmbeddedPostgres first = await StartAsync(token);
        await WriteAsync(first, token);
        await first.DisposeAsync();
        Assert.That(first.Location.Root, Does.StartWith("/var/lib/amocrm-qualification/"));
        string[] note = await File.ReadAllLinesAsync(Path.Combine(DataDirectory, "postgres.location"), token);
        Assert.That(note[0], Is.EqualTo(first.Location.Root));

        File.SetUnixFileMode(DataDirectory, OwnerOnly | UnixFileMode.OtherExecute);
        EmbeddedPostgres second = await StartAsync(token);

        await AssertWrittenAsync(second, token);
    }

    [Test]
    public async Task A_long_path_with_odd_characters_works(CancellationToken token)
    {
        string odd = Path.Combine(DataDirectory, "it's, a \\ \"directory\" " + new string('x', 120));
        EmbeddedPostgres postgres = await StartAsync(Options() with { DataDirectory = odd }, token);

        await WriteAsync(postgres, token);
    }

    [Test]
    public async Task Many_services_that_start_at_once_share_one_server(CancellationToken token)
    {
        EmbeddedPostgres[] services = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync(token)));

        Assert.That(services.Count(s => s.IsOwner), Is.EqualTo(1));
        Assert.That(services.Select(s => s.ProcessId).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_initdb_that_was_killed_half_way_leaves_nothing_behind(CancellationToken token)
    {
        string halfMade = Path.Combine(DataDirectory, "postgres", "data.new-1");
        Directory.CreateDirectory(halfMade);
        await File.WriteAllTextAsync(Path.Combine(halfMade, "PG_VERSION"), "15", token);

        EmbeddedPostgres postgres = await StartAsync(token);

        await WriteAsync(postgres, token);
        Assert.That(Directory.Exists(halfMade), Is.False);
    }

    [Test]
    public async Task A_cancelled_start_leaves_no_server_and_can_be_repeated(CancellationToken token)
    {
        foreach (int milliseconds in new[] { 50, 400, 1200, 1500, 1800, 2200 })
        {
            using CancellationTokenSource impatient = new(milliseconds);
            try
            {
                await StartAsync(impatient.Token);
                break;
            }
            catch (OperationCanceledException)
            {
                Assert.That(File.Exists(Path.Combine(DataDirectory, "postgres", "data", "postmaster.pid")), Is.False);
            }
        }

        await WriteAsync(await StartAsync(token), token);
    }

    [Test]
    public void Bad_settings_are_told_in_one_line()
    {
        EmbeddedPostgresOptions options = Options() with
        {
            Settings = new Dictionary<string, string> { ["max_connections"] = "many" },
        };

        EmbeddedPostgresException? error = Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(options, default));
        Assert.That(error!.Message, Does.Contain("max_connections").And.Not.Contain("\n"));
    }
}
