using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

internal readonly record struct CommandResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>Runs a program to its end, as another user when root asks for it.</summary>
internal static class Command
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    public static async Task<string> ReadAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        CommandResult result = await RunAsync(program, arguments, cancellationToken);
        return result.Succeeded
            ? result.Output
            : throw new EmbeddedPostgresException($"{program} failed: {LastLine(result.Error)}");
    }

    /// <summary>Only for programs that leave no child behind: a child that keeps the pipes open would never let this end.</summary>
    public static async Task<CommandResult> RunAsync(
        string program,
        string[] arguments,
        CancellationToken cancellationToken,
        SystemUser? user = null
    )
    {
        ProcessStartInfo start = Prepare(program, arguments, user);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Start(start);
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        int exitCode = await WaitAsync(process, withChildren: true, cancellationToken);
        return new(exitCode, (await output).Trim(), (await error).Trim());
    }

    /// <summary>For pg_ctl, whose child outlives it: what they print goes to a file.</summary>
    public static async Task<int> RunDetachedAsync(
        string program,
        string[] arguments,
        string directory,
        string log,
        CancellationToken cancellationToken,
        SystemUser? user
    )
    {
        const string IntoLog = """: >"$0"; exec "$@" >>"$0" 2>&1""";
        ProcessStartInfo start = Prepare("/bin/sh", ["-c", IntoLog, log, program, .. arguments], user);
        start.WorkingDirectory = directory;
        using Process process = Start(start);
        return await WaitAsync(process, withChildren: false, cancellationToken);
    }

    public static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault()
        ?? "no reason given";

    private static ProcessStartInfo Prepare(string program, string[] arguments, SystemUser? user)
    {
        string[] line = user is null ? [program, .. arguments] : [.. AsUser(user), program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = "/" };
        foreach (string name in start.Environment.Keys.Where(IsForeign).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static string[] AsUser(SystemUser user) =>
        [
            "setpriv",
            string.Create(CultureInfo.InvariantCulture, $"--reuid={user.UserId}"),
            string.Create(CultureInfo.InvariantCulture, $"--regid={user.GroupId}"),
            "--clear-groups",
        ];

    /// <summary>PGDATA, PGPORT, PGOPTIONS … of the operator's shell speak of another server.</summary>
    private static bool IsForeign(string variable) => variable.StartsWith("PG", StringComparison.Ordinal);

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new EmbeddedPostgresException($"{start.FileName} cannot be started: {e.Message}", e);
        }
    }

    private static async Task<int> WaitAsync(Process process, bool withChildren, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(withChildren);
            cancellationToken.ThrowIfCancellationRequested();
            throw new EmbeddedPostgresException($"{process.StartInfo.FileName} did not end within {s_longest}.");
        }
    }
}
