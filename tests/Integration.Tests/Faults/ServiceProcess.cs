using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>The product as a process of its own, that can be killed. Its output is shown when the test fails.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const int LinesKept = 80;

    // Seconds; but three at once on a machine that is busy with six times its work took half a minute.
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(180);

    // Half a minute is the most that the service takes for work it cannot finish.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Queue<string> _output = new();
    private readonly SocketsHttpHandler _handler = new() { UseProxy = false, MaxConnectionsPerServer = 64 };

    private ServiceProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>What it keeps in memory now.</summary>
    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<ServiceProcess> StartAsync(
        string connectionString,
        int? port = null,
        params (string Key, string Value)[] settings
    )
    {
        var service = Launch(connectionString, port, settings);
        try
        {
            await service.ReadyAsync();
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    public static ServiceProcess Launch(string connectionString, int? port = null, params (string Key, string Value)[] settings)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port ?? FreePort()}"));
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AmoCrmQualification.Api.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["ConnectionStrings__Postgres"] = connectionString,
                ["Security__AdminApiKey"] = Service.AdminKey,
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        foreach (var (key, value) in Service.NothingByTheClock)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        foreach (var (key, value) in settings)
            start.Environment[key] = value;

        var service = new ServiceProcess(new Process { StartInfo = start }, address);
        service._process.OutputDataReceived += (_, line) => service.Note(line.Data);
        service._process.ErrorDataReceived += (_, line) => service.Note(line.Data);
        service._process.Start();
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        return service;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public HttpClient Client(string? key = null)
    {
        var client = new HttpClient(_handler, disposeHandler: false) { BaseAddress = Address };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public async Task ReadyAsync()
    {
        using var client = Client();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var deadline = Environment.TickCount64 + (long)StartTime.TotalMilliseconds;
        while (!await IsReadyAsync(client))
        {
            Assert.That(_process.HasExited, Is.False, "the service ended");
            Assert.That(Environment.TickCount64, Is.LessThan(deadline), "the service is not ready");
            await look.WaitForNextTickAsync();
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop (SIGTERM). What it answers ends with the process, and gives its exit code.</summary>
    public async Task<Task<int>> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return ExitCodeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        _handler.Dispose();
        lock (_output)
        {
            if (TestContext.CurrentContext.Result.Outcome.Status == NUnit.Framework.Interfaces.TestStatus.Failed)
                TestContext.Out.Write($"--- the last words of {Address}\n{string.Join('\n', _output)}\n");
        }
    }

    private async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(StopTime);
        return _process.ExitCode;
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        lock (_output)
        {
            _output.Enqueue(line);
            if (_output.Count > LinesKept)
                _output.Dequeue();
        }
    }
}
