using System.Diagnostics;
using System.Globalization;
using AmoCrmQualification.Infrastructure.EmbeddedPostgres;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Persistence;

/// <summary>Deaths of the service, of the server and of both, and services that share one server.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class EmbeddedPostgresSurvivalTests : EmbeddedPostgresFixture
{
    private string _made = "";

    [OneTimeSetUp]
    public async Task MakeClusterAsync()
    {
        _made = TestDirectory.Create();
        await using EmbeddedPostgres _ = await EmbeddedPostgres.StartAsync(
            Options() with
            {
                DataDirectory = _made,
            },
            CancellationToken.None
        );
    }

    /// <summary>All this comes after the first start, which takes longest: each test gets a copy of what one left.</summary>
    [SetUp]
    public Task CopyClusterAsync() =>
        Command.ReadAsync("cp", ["--archive", Path.Combine(_made, "postgres"), DataDirectory], CancellationToken.None);

    [OneTimeTearDown]
    public void DeleteCluster() => TestDirectory.Delete(_made);

    [Test]
    public async Task Data_outlives_a_stop(CancellationToken token)
    {
        EmbeddedPostgres first = await StartAsync(token);
        await WriteAsync(first, token);
        await first.DisposeAsync();
        Assert.That(first.ProcessId, Is.Null);

        EmbeddedPostgres second = await StartAsync(token);

        await AssertWrittenAsync(second, token);
    }

    [Test]
    public async Task Committed_data_outlives_a_killed_postmaster(CancellationToken token)
    {
        EmbeddedPostgres first = await StartAsync(Options() with { Durable = true }, token);
        await WriteAsync(first, token);
        await AbandonAsync(first);
        await KillAsync(first.ProcessId!.Value, token);

        EmbeddedPostgres second = await StartAsync(Options() with { Durable = true }, token);

        Assert.That(second.IsOwner);
        await AssertWrittenAsync(second, token);
    }

    [Test]
    public async Task A_server_that_outlived_its_service_is_adopted(CancellationToken token)
    {
        EmbeddedPostgres first = await StartAsync(token);
        int? process = first.ProcessId;
        await AbandonAsync(first);

        EmbeddedPostgres second = await StartAsync(token);

        Assert.That(second.ProcessId, Is.EqualTo(process));
        Assert.That(second.IsOwner);
        await second.DisposeAsync();
        Assert.That(second.ProcessId, Is.Null, "who adopts an orphan also stops it");
    }

    [Test]
    public async Task An_orphan_with_other_settings_is_started_again(CancellationToken token)
    {
        EmbeddedPostgres first = await StartAsync(token);
        int? process = first.ProcessId;
        await AbandonAsync(first);

        EmbeddedPostgres second = await StartAsync(Options() with { Durable = true }, token);

        Assert.That(second.ProcessId, Is.Not.EqualTo(process));
        await using NpgsqlConnection connection = await OpenAsync(second, token);
        Assert.That(await ScalarAsync(connection, "SHOW fsync", token), Is.EqualTo("on"));
    }

    [Test]
    public async Task A_second_service_shares_the_server_and_takes_it_over_when_the_first_ends(CancellationToken token)
    {
        EmbeddedPostgres owner = await StartAsync(token);
        EmbeddedPostgres guest = await StartAsync(token);
        Assert.That((owner.IsOwner, guest.IsOwner), Is.EqualTo((true, false)));
        Assert.That(guest.ConnectionString, Is.EqualTo(owner.ConnectionString));

        await WriteAsync(guest, token);
        await owner.DisposeAsync();
        await UntilAsync(() => guest.IsOwner && guest.ProcessId is not null, token);

        await UntilAnswersAsync(guest, token);
        await AssertWrittenAsync(guest, token);
    }

    [Test]
    public async Task A_guest_that_leaves_does_not_stop_the_server(CancellationToken token)
    {
        EmbeddedPostgres owner = await StartAsync(token);
        EmbeddedPostgres guest = await StartAsync(token);

        await guest.DisposeAsync();

        await WriteAsync(owner, token);
    }

    [Test]
    public async Task A_server_that_dies_under_its_service_is_started_again(CancellationToken token)
    {
        EmbeddedPostgres postgres = await StartAsync(token);
        await WriteAsync(postgres, token);
        int process = postgres.ProcessId!.Value;

        await KillAsync(process, token);
        await UntilAsync(() => postgres.ProcessId is int other && other != process, token);

        await UntilAnswersAsync(postgres, token);
        await AssertWrittenAsync(postgres, token);
    }

    [Test]
    public async Task A_pid_file_whose_number_now_belongs_to_another_process_is_no_obstacle(CancellationToken token)
    {
        EmbeddedPostgres first = await StartAsync(token);
        await AbandonAsync(first);
        string file = Path.Combine(first.Location.Data, "postmaster.pid");
        string[] lines = await File.ReadAllLinesAsync(file, token);
        await KillAsync(first.ProcessId!.Value, token);
        using Process stranger = StartSleepAs(first.Location.User);
        lines[0] = stranger.Id.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(file, lines, token);

        EmbeddedPostgres second = await StartAsync(token);

        Assert.That(stranger.HasExited, Is.False);
        Assert.That(second.ProcessId, Is.Not.Null.And.Not.EqualTo(stranger.Id));
        stranger.Kill();
    }

    [TestCase("")]
    [TestCase("123")]
    public async Task A_cut_off_pid_file_is_no_obstacle(string rest, CancellationToken token)
    {
        EmbeddedPostgres first = await StartAsync(token);
        await first.DisposeAsync();
        await Command.ReadAsync(
            "install",
            ["-m", "0666", "/dev/null", Path.Combine(first.Location.Data, "postmaster.pid")],
            token
        );
        await File.WriteAllTextAsync(Path.Combine(first.Location.Data, "postmaster.pid"), rest, token);

        EmbeddedPostgres second = await StartAsync(token);

        Assert.That(second.ProcessId, Is.Not.Null);
    }

    /// <summary>What kill -9 of the service does: the lock is free, the server runs on.</summary>
    private async Task AbandonAsync(EmbeddedPostgres postgres)
    {
        Forget(postgres);
        await postgres.AbandonAsync();
    }

    private static async Task KillAsync(int processId, CancellationToken token)
    {
        using Process process = Process.GetProcessById(processId);
        process.Kill();
        await UntilAsync(() => !Directory.Exists($"/proc/{processId}/cwd"), token);
    }

    private static Process StartSleepAs(SystemUser? user)
    {
        string[] drop = user is null ? [] : ["setpriv", $"--reuid={user.UserId}", $"--regid={user.GroupId}", "--clear-groups"];
        string[] line = [.. drop, "sleep", "60"];
        return Process.Start(new ProcessStartInfo(line[0], line[1..]))!;
    }

    private static async Task UntilAnswersAsync(EmbeddedPostgres postgres, CancellationToken token)
    {
        ClusterDatabase database = new(postgres.Location);
        while (!await database.IsPreparedAsync(token))
            await Task.Delay(50, token);
    }

    private static async Task UntilAsync(Func<bool> condition, CancellationToken token)
    {
        while (!condition())
            await Task.Delay(50, token);
    }
}
