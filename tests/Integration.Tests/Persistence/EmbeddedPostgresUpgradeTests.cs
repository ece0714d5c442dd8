using System.Diagnostics;
using AmoCrmQualification.Infrastructure.EmbeddedPostgres;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Persistence;

/// <summary>Programs of PostgreSQL that a package replaces under the running server.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class EmbeddedPostgresUpgradeTests : EmbeddedPostgresFixture
{
    private string _programs = "";
    private PostgresBinaries _installed = null!;

    [SetUp]
    public async Task InstallAsync()
    {
        _installed = await PostgresBinaries.FindAsync(clusterMajor: null, chosen: null, CancellationToken.None);
        _programs = TestDirectory.Create();
        Install("initdb", $"exec {_installed.InitDb} \"$@\"");
        Install("pg_ctl", $"exec {_installed.PgCtl} \"$@\"");
        Upgrade("(Debian 15.1-1)");
    }

    [TearDown]
    public void Uninstall() => TestDirectory.Delete(_programs);

    [Test]
    public async Task A_start_restarts_an_orphan_of_older_programs(CancellationToken token)
    {
        EmbeddedPostgres first = await StartAsync(Installed(), token);
        await WriteAsync(first, token);
        int? process = first.ProcessId;
        Forget(first);
        await first.AbandonAsync();
        Upgrade("(Debian 15.1-2)");

        EmbeddedPostgres second = await StartAsync(Installed(), token);

        Assert.That(second.ProcessId, Is.Not.Null.And.Not.EqualTo(process));
        await AssertWrittenAsync(second, token);
    }

    [Test]
    public async Task A_library_that_is_too_new_for_the_server_restarts_it(CancellationToken token)
    {
        EmbeddedPostgres postgres = await StartAsync(Installed(), token);
        await WriteAsync(postgres, token);
        int? process = postgres.ProcessId;
        Upgrade("(Debian 15.1-2)");

        await MeetUndefinedSymbolAsync(postgres, token);
        await postgres.CareAsync(token);

        Assert.That(postgres.ProcessId, Is.Not.Null.And.Not.EqualTo(process));
        await AssertWrittenAsync(postgres, token);
    }

    [Test]
    public async Task Every_hour_the_programs_are_compared(CancellationToken token)
    {
        EmbeddedPostgres postgres = await StartAsync(Installed() with { ProgramsCheck = TimeSpan.Zero }, token);
        int? process = postgres.ProcessId;
        Upgrade("(Debian 15.1-2)");

        await postgres.CareAsync(token);

        Assert.That(Installed().ProgramsCheck, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(postgres.ProcessId, Is.Not.Null.And.Not.EqualTo(process));
    }

    [Test]
    public async Task A_server_of_the_programs_on_disk_runs_on(CancellationToken token)
    {
        EmbeddedPostgres postgres = await StartAsync(Installed() with { ProgramsCheck = TimeSpan.Zero }, token);
        int? process = postgres.ProcessId;

        await MeetUndefinedSymbolAsync(postgres, token);
        await postgres.CareAsync(token);

        Assert.That(postgres.ProcessId, Is.EqualTo(process));
    }

    [Test]
    public async Task While_a_package_is_unpacked_the_server_runs_on(CancellationToken token)
    {
        EmbeddedPostgres postgres = await StartAsync(Installed() with { ProgramsCheck = TimeSpan.Zero }, token);
        int? process = postgres.ProcessId;
        Install("postgres", "exit 127");

        await postgres.CareAsync(token);

        Assert.That(postgres.ProcessId, Is.EqualTo(process));
    }

    [Test]
    public async Task The_reason_of_a_start_that_fails_is_of_this_start(CancellationToken token)
    {
        EmbeddedPostgres first = await StartAsync(Installed(), token);
        await first.DisposeAsync();
        await File.AppendAllTextAsync(
            Path.Combine(first.Location.Logs, "postgresql-Sun.log"),
            "2026-11-29 10:00:00.000 UTC [1] FATAL:  an old line\n",
            token
        );
        Install("pg_ctl", "echo 'pg_ctl: the disk is on fire' >&2; exit 1");

        EmbeddedPostgresException? error = Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(Installed(), token));

        Assert.That(error!.Message, Does.Contain("the disk is on fire").And.Not.Contain("an old line"));
        Install("pg_ctl", $"exec {_installed.PgCtl} \"$@\"");
    }

    private EmbeddedPostgresOptions Installed() => Options() with { Programs = _programs };

    private void Upgrade(string revision) =>
        Install(
            "postgres",
            $"""
            if [ "$1" = --version ]; then echo 'postgres (PostgreSQL) {_installed.Major}.1 {revision}'; exit; fi
            exec {_installed.Postgres} "$@"
            """
        );

    private void Install(string program, string script)
    {
        // Written by a process of its own: what this one has open for writing, a program that another test starts at that moment
        // has open too, and then it cannot be run ("Text file busy").
        using Process shell = Process.Start(
            "/bin/sh",
            ["-c", """printf '%s' "$1" >"$0" && chmod 755 "$0" """, Path.Combine(_programs, program), $"#!/bin/sh\n{script}\n"]
        );
        shell.WaitForExit();
        Assert.That(shell.ExitCode, Is.Zero);
    }

    private static async Task MeetUndefinedSymbolAsync(EmbeddedPostgres postgres, CancellationToken token)
    {
        await using NpgsqlConnection connection = await OpenAsync(postgres, token);
        Assert.ThrowsAsync<PostgresException>(() =>
            ScalarAsync(connection, "DO $$ BEGIN RAISE 'undefined symbol' USING ERRCODE = '58P01'; END $$", token)
        );
    }
}
