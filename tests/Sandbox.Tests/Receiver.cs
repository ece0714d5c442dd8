using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace AmoCrmQualification.Sandbox.Tests;

/// <summary>A webhook address that remembers what it was sent and answers as told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            if (http.Request.Method == "POST")
                Bodies.Enqueue(await reader.ReadToEndAsync(http.RequestAborted));
            http.Response.StatusCode = http.Request.Method == "POST" ? Answer(Bodies.Count) : 200;
        });
    }

    public ConcurrentQueue<string> Bodies { get; } = new();

    public Func<int, int> Answer { get; set; } = _ => 200;

    public string Address => _app.Urls.First() + "/hook";

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
