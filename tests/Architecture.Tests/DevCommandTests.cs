using System.Diagnostics;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>The commands of ./dev answer for themselves. None of them does its work here.</summary>
internal sealed class DevCommandTests
{
    private static readonly string[] Commands = ["run", "test", "mutate", "bench", "migrate", "types", "screenshots", "format"];

    [TestCase("help")]
    [TestCase("--help")]
    [TestCase("")]
    public async Task Help_names_every_command(string argument)
    {
        var (code, output, error) = await DevAsync(argument.Length == 0 ? [] : [argument]);

        Assert.That(code, Is.Zero, error);
        foreach (var command in Commands)
            Assert.That(output, Does.Contain($"./dev {command}"));
    }

    [TestCaseSource(nameof(Commands))]
    public async Task A_command_describes_itself_and_no_other(string command)
    {
        var (code, output, error) = await DevAsync(command, "--help");

        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.StartWith($"./dev {command}"));
        foreach (var other in Commands.Where(other => other != command))
            Assert.That(output, Does.Not.Contain($"./dev {other} "));
    }

    [TestCase("nonsense")]
    [TestCase("demo", Description = "a script that only another command starts")]
    [TestCase("run test")]
    public async Task An_unknown_command_fails_with_the_help(string command)
    {
        var (code, output, error) = await DevAsync(command);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Is.Empty);
        Assert.That(error, Does.Contain("./dev migrate --add NAME").And.EndsWith($"./dev knows no command {command}\n"));
    }

    [TestCase("run")]
    [TestCase("migrate")]
    [TestCase("mutate")]
    [TestCase("format")]
    public async Task An_unknown_argument_fails_before_anything_is_done(string command)
    {
        var (code, output, error) = await DevAsync(command, "--nonsense");

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Is.Empty);
        Assert.That(error, Does.StartWith($"./dev {command} knows").And.EndsWith("not --nonsense\n"));
    }

    [Test]
    public async Task A_migration_needs_a_name()
    {
        var (code, _, error) = await DevAsync("migrate", "--add");

        Assert.That(code, Is.Not.Zero);
        Assert.That(error, Does.Contain("./dev migrate --add needs a name"));
    }

    [TestCaseSource(nameof(Scripts))]
    public async Task A_script_stops_at_its_first_fault(string script)
    {
        Assert.That(File.ReadAllText(Path.Combine(Solution.Root, script)), Does.Contain("\nset -euo pipefail\n"));
        Assert.That(await RunAsync("-n", script), Is.EqualTo((0, "", "")));
    }

    private static IEnumerable<string> Scripts() =>
        Directory
            .EnumerateFiles(Path.Combine(Solution.Root, "scripts"), "*.sh")
            .Select(path => Path.GetRelativePath(Solution.Root, path))
            .Prepend("dev");

    private static Task<(int Code, string Output, string Error)> DevAsync(params string[] arguments) =>
        RunAsync(["dev", .. arguments]);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", arguments)
        {
            WorkingDirectory = Solution.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var error = bash.StandardError.ReadToEndAsync();
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, output, await error);
    }
}
