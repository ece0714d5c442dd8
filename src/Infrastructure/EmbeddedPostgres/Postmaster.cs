using System.Globalization;

namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>Makes, starts and stops the server of one cluster. The caller holds the owner's lock.</summary>
internal sealed class Postmaster(
    ClusterLocation location,
    PostgresBinaries binaries,
    ClusterConfiguration configuration,
    ServerPrograms programs,
    bool durable
)
{
    private static readonly TimeSpan s_orphansLeave = TimeSpan.FromSeconds(15);
    private const string HalfMade = "data.new-";
    private const string NobodysProcessId = "2147483646"; // above any pid_max

    private string PidFile => Path.Combine(location.Data, "postmaster.pid");

    /// <summary>
    /// The process id in the pid file may by now be anybody's; only a postmaster of this cluster works in its data directory.
    /// </summary>
    public int? RunningProcessId() => ProcessIdInFile() is int id && WorksInData(id) ? id : null;

    /// <summary>
    /// initdb works on a directory of another name, so a kill half-way leaves nothing that looks like a cluster. The name is new
    /// each time, as the initdb of a killed service may still be writing.
    /// </summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (location.Exists)
            return;

        DeleteHalfMade();
        string halfMade = Path.Combine(location.Root, HalfMade + Guid.CreateVersion7().ToString("N"));
        await MakeDirectoryAsync(halfMade, cancellationToken);
        string[] arguments =
        [
            "--pgdata",
            halfMade,
            "--username",
            ClusterDatabase.Superuser,
            "--auth=reject", // our own pg_hba.conf takes its place
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            .. durable ? ["--data-checksums"] : new[] { "--no-sync" },
        ];
        CommandResult result = await Command.RunAsync(binaries.InitDb, arguments, cancellationToken, location.User);
        if (!result.Succeeded)
            throw new EmbeddedPostgresException($"initdb failed: {ServerLogs.ReasonIn(result.Error)}");
        await MakeDirectoryAsync(Path.Combine(halfMade, "log"), cancellationToken);
        Directory.Move(halfMade, location.Data);
        await Command.RunAsync("sync", [location.Root], cancellationToken); // the rename survives a power cut too
    }

    public async Task StartAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        configuration.Write();
        await MakeDirectoryAsync(location.Sockets, cancellationToken);
        await ForgetDeadPostmasterAsync(cancellationToken);
        await programs.RememberAsync(cancellationToken); // before they run: what is replaced meanwhile is noticed later

        long begun = TimeProvider.System.GetTimestamp();
        ServerLogs logs = ServerLogs.SinceNow(location.Logs);
        while (!await TryStartAsync(timeout, cancellationToken))
        {
            // The backends of a killed postmaster hold its shared memory until they notice.
            string reason = logs.Reason();
            bool orphans = reason.Contains("still in use", StringComparison.Ordinal);
            if (!orphans || TimeProvider.System.GetElapsedTime(begun) > s_orphansLeave)
                throw new EmbeddedPostgresException($"PostgreSQL does not start: {reason} (see {location.Logs})");
            await Task.Delay(200, cancellationToken);
            logs = ServerLogs.SinceNow(location.Logs);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (string mode in new[] { "fast", "immediate" })
        {
            if (RunningProcessId() is null)
                return;
            await ControlAsync(["stop", "--mode", mode, "--wait", "--timeout=30", "--silent"], cancellationToken);
        }
    }

    private void DeleteHalfMade()
    {
        foreach (string directory in Directory.GetDirectories(location.Root, HalfMade + "*"))
        {
            try
            {
                Directory.Delete(directory, recursive: true);
            }
            catch (IOException)
            {
                // initdb is still at it: the next time
            }
        }
    }

    private async Task<bool> TryStartAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        string seconds = Math.Ceiling(timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "start",
            "--wait",
            $"--timeout={seconds}",
            "--silent",
            "--log=data/log/start.log",
            "-o",
            $"-c config_file={ClusterConfiguration.MainFile}",
        ];
        try
        {
            return await ControlAsync(arguments, cancellationToken) == 0;
        }
        catch (OperationCanceledException)
        {
            await StopAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>pg_ctl puts its arguments into a line for a shell: relative names keep the odd characters of a path out of it.</summary>
    private Task<int> ControlAsync(string[] arguments, CancellationToken cancellationToken) =>
        Command.RunDetachedAsync(
            binaries.PgCtl,
            [.. arguments, "--pgdata=data"],
            directory: location.Root,
            log: $"data/log/{arguments[0]}.log",
            cancellationToken,
            location.User
        );

    /// <summary>
    /// PostgreSQL itself takes over a pid file of the dead, but not when their number was given to a living process (the rule in
    /// containers). The file is not deleted: its other lines let PostgreSQL find backends that are still alive.
    /// </summary>
    private async Task ForgetDeadPostmasterAsync(CancellationToken cancellationToken)
    {
        File.Delete(Path.Combine(location.Sockets, ".s.PGSQL.5432.lock"));
        if (!File.Exists(PidFile))
            return;
        if (ProcessIdInFile() is null)
            File.Delete(PidFile);
        else
            await Command.RunAsync(
                "sed",
                ["--in-place", $"1s/.*/{NobodysProcessId}/", PidFile],
                cancellationToken,
                location.User
            );
    }

    private int? ProcessIdInFile()
    {
        try
        {
            string? first = File.ReadLines(PidFile).FirstOrDefault();
            return int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private bool WorksInData(int processId)
    {
        try
        {
            string link = string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/cwd");
            return File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName == location.Data;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // gone, or another user's
        }
    }

    private async Task MakeDirectoryAsync(string directory, CancellationToken cancellationToken)
    {
        string[] owner = location.User is { } user ? ["--owner", Text(user.UserId), "--group", Text(user.GroupId)] : [];
        await Command.ReadAsync("install", ["--directory", "--mode=0700", .. owner, directory], cancellationToken);

        static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
    }
}
