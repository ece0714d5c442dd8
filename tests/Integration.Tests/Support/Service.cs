using System.Net.Http.Headers;
using AmoCrmQualification.Sandbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>The product in this process, on a database of its own and with a simulated amoCRM on a socket.</summary>
internal sealed class Service : IAsyncDisposable
{
    public const string AdminKey = "the-operator's-key-of-the-tests";

    private readonly Factory _factory;

    private Service(string connectionString, SandboxServer amo, Factory factory) =>
        (ConnectionString, Amo, _factory) = (connectionString, amo, factory);

    public string ConnectionString { get; }

    public SandboxServer Amo { get; }

    public IServiceProvider Services => _factory.Services;

    public static async Task<Service> StartAsync(params (string Key, string Value)[] settings)
    {
        var connectionString = await TestPostgres.CreateDatabaseAsync();
        var amo = await SandboxServer.StartAsync();
        var factory = new Factory([
            ("ConnectionStrings:Postgres", connectionString),
            ("Security:AdminApiKey", AdminKey),
            ("AmoCrm:ApiBaseUrl", amo.Address.ToString()),
            .. settings,
        ]);
        _ = factory.Server; // starts it
        return new(connectionString, amo, factory);
    }

    public HttpClient Client(string? key)
    {
        var client = _factory.CreateClient();
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Amo.DisposeAsync();
        await TestPostgres.DropDatabaseAsync(ConnectionString);
    }

    private sealed class Factory(IReadOnlyList<(string Key, string Value)> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
        }
    }
}
