using System.Diagnostics;
using System.Text;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>The service as operators run it: a process of its own, told by its environment alone.</summary>
internal sealed class ApiProgram : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApiProgram(Process process) => _process = process;

    public string Output => Read(_output);

    public string Errors => Read(_errors);

    public static ApiProgram Start(params (string Name, string Value)[] environment) => Start([], environment);

    public static ApiProgram Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "AmoCrmQualification.Api.dll");
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var program = new ApiProgram(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, line) => program.Heard(program._output, line.Data);
        program._process.ErrorDataReceived += (_, line) => program.Heard(program._errors, line.Data);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Where it listens, once it does.</summary>
    public async Task<Uri> ListensAsync()
    {
        var exit = _process.WaitForExitAsync();
        if (await Task.WhenAny(_address.Task, exit).WaitAsync(Patience) == exit && !_address.Task.IsCompleted)
            Assert.Fail($"It stopped with {_process.ExitCode}: {Output}{Errors}");
        return await _address.Task;
    }

    public async Task<int> ExitsAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // As an operator stops it, so that its own PostgreSQL is stopped too.
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await kill.WaitForExitAsync();
            await _process.WaitForExitAsync().WaitAsync(Patience);
        }

        _process.Dispose();
    }

    private void Heard(StringBuilder lines, string? line)
    {
        if (line is null)
            return;
        lock (lines)
            lines.AppendLine(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            _address.TrySetResult(new(line[(at + Listening.Length)..].Split('"')[0].Trim())); // the line is JSON
    }

    private static string Read(StringBuilder lines)
    {
        lock (lines)
            return lines.ToString();
    }
}
