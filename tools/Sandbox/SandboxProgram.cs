using System.Globalization;
using System.Runtime.InteropServices;
using AmoCrmQualification.Sandbox.Demo;
using AmoCrmQualification.Sandbox.Messages;

namespace AmoCrmQualification.Sandbox;

/// <summary>A named class, not top-level statements: tests reference the product's `Program` beside this assembly.</summary>
internal static class SandboxProgram
{
    private const int UsualPort = 5081;

    private static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true; // leave by the front door
            stop.Cancel();
        }

        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

        if (args is ["seed-demo", ..])
            return await DemoSeeder.RunAsync(Arguments.Parse(args[1..]), stop.Token);

        var arguments = Arguments.Parse(args);
        var port = arguments.Text("urls") is { } url ? new Uri(url).Port : UsualPort;
        var options = new SandboxOptions { Port = port, Demo = arguments.Has("demo") };
        await using var server = await SandboxServer.StartAsync(options, stop.Token);
        await using var mail = arguments.Text("smtp") is { } smtp
            ? MailServer.Start(int.Parse(smtp, CultureInfo.InvariantCulture))
            : null;
        Console.WriteLine($"Sandbox amoCRM: {server.Address}");
        try
        {
            await Task.Delay(Timeout.Infinite, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // asked to stop
        }

        return 0;
    }
}
