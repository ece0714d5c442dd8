using AmoCrmQualification.Infrastructure.EmbeddedPostgres;
using AmoCrmQualification.Integration.Tests.Persistence;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>A service whose figures are counted on a streaming replica.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ReadReplicaTests : EmbeddedPostgresFixture
{
    [Test]
    public async Task Figures_are_the_replicas_say_how_old_they_are_and_outlive_it(CancellationToken token)
    {
        var primary = await StartAsync(OptionsIn("primary"), token);
        var replica = await ReplicateAsync(primary, token);
        await using var service = await Service.StartAsync(
            ("ConnectionStrings:Postgres", primary.ConnectionString),
            ("ConnectionStrings:PostgresReadOnly", ReplicaThen(primary, replica))
        );
        var account = await TestAccount.OpenAsync(service, new { time_zone = "UTC" }, connect: false);
        await account.LinkedLeadAsync(deal: 1);
        await account.DeliverAsync(LeadForm.Status(1, 11, 22, LeadForm.T0));
        await UntilLeadsAsync(account, 1);
        var known = await account.FiguresAsync("summary");

        await ExecuteAsync(replica, "SELECT pg_wal_replay_pause()");
        await account.LinkedLeadAsync(deal: 2);
        await account.DeliverAsync(LeadForm.Status(2, 11, 22, LeadForm.T0));

        var old = await account.FiguresAsync("summary");
        Assert.That(LeadsOf(old), Is.EqualTo(1));
        Assert.That(old.Time("data_as_of"), Is.EqualTo(known.Time("data_as_of")));
        Assert.That(await account.ItemsAsync("/api/leads"), Has.Count.EqualTo(2), "lists are read where they are written");

        await ExecuteAsync(replica, "SELECT pg_wal_replay_resume()");
        await UntilLeadsAsync(account, 2);
        var later = await account.FiguresAsync("summary");
        Assert.That(later.Time("data_as_of"), Is.GreaterThan(known.Time("data_as_of")!));

        await replica.DisposeAsync();
        await TestAccount.UntilAsync( // what is asked over a connection that just broke is answered 503
            async () => (await account.Client.GetAsync(account.Url("/api/analytics/summary"))).IsSuccessStatusCode,
            () => "the primary does not count where the replica is gone"
        );
        Assert.That(LeadsOf(await account.FiguresAsync("summary")), Is.EqualTo(2));
    }

    private EmbeddedPostgresOptions OptionsIn(string directory)
    {
        var hosts = Path.Combine(DataDirectory, "pg_hba.conf");
        File.WriteAllText(hosts, "local all all trust\nlocal replication all trust\n");
        return Options() with
        {
            DataDirectory = Path.Combine(DataDirectory, directory),
            Settings = new Dictionary<string, string> { ["hba_file"] = hosts },
        };
    }

    private async Task<EmbeddedPostgres> ReplicateAsync(EmbeddedPostgres primary, CancellationToken token)
    {
        var options = OptionsIn("replica");
        var location = await ClusterLocation.LocateAsync(options.DataDirectory, token);
        string[] owner = location.User is { } user ? ["--owner", $"{user.UserId}", "--group", $"{user.GroupId}"] : [];
        await Command.ReadAsync("install", ["--directory", "--mode=0700", .. owner, location.Data], token);
        var programs = await PostgresBinaries.FindAsync(clusterMajor: null, chosen: null, token);
        var copied = await Command.RunAsync(
            Path.Combine(programs.Directory, "pg_basebackup"),
            [
                "--host",
                primary.Location.Sockets,
                "--username=postgres",
                "--pgdata",
                location.Data,
                "--write-recovery-conf",
                "--checkpoint=fast",
            ],
            token,
            location.User
        );
        Assert.That(copied.Succeeded, copied.Error);
        return await StartAsync(options, token);
    }

    private static string ReplicaThen(EmbeddedPostgres primary, EmbeddedPostgres replica)
    {
        var both = new NpgsqlConnectionStringBuilder(replica.ConnectionString);
        both.Host = $"{both.Host},{new NpgsqlConnectionStringBuilder(primary.ConnectionString).Host}";
        return both.ConnectionString;
    }

    private static async Task ExecuteAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.AdministratorConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static Task UntilLeadsAsync(TestAccount account, int count) =>
        TestAccount.UntilAsync(
            async () => LeadsOf(await account.FiguresAsync("summary")) == count,
            () => $"the replica has not {count} leads"
        );

    private static int LeadsOf(JsonElement summary) => summary.GetProperty("leads").GetProperty("value").GetInt32();
}
