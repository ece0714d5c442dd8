using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AmoCrmQualification.Bench.Service;

/// <summary>A web server in a process of its own, as in production: it shares the cores with the load, not the heap.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;

    private ChildProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The most memory it has had, in MB.</summary>
    public double PeakMemory =>
        long.Parse(
            File.ReadLines($"/proc/{_process.Id}/status")
                .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            System.Globalization.CultureInfo.InvariantCulture
        ) / 1024.0;

    /// <param name="ready">A path that answers 200 once the server is up.</param>
    public static async Task<ChildProcess> StartAsync(
        string assembly,
        string ready,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var child = new ChildProcess(Process.Start(start)!, address);
        AppDomain.CurrentDomain.ProcessExit += child.Kill;
        child.Drain();
        try
        {
            await child.UntilReadyAsync(ready);
            return child;
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(this, EventArgs.Empty);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Kill(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
            _process.Kill();
    }

    /// <summary>A full pipe would stop the child. Only its complaints are worth reading.</summary>
    private void Drain()
    {
        var isComplaint = false;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not { Length: > 0 } text)
                return;
            isComplaint = text.StartsWith("fail:", StringComparison.Ordinal) || (isComplaint && text.StartsWith(' '));
            if (isComplaint)
                Console.Error.WriteLine($"      [{_process.Id}] {text}");
        };
        _process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task UntilReadyAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            if (_process.HasExited || clock.Elapsed > Patience)
                throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[0]} did not start.");
            await Task.Delay(BetweenLooks);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
