using System.Net.Http.Headers;
using AmoCrmQualification.Integration.Tests.Distribution;
using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.Messages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using AmoIntegration = AmoCrmQualification.Sandbox.OAuth.Integration;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>The product in this process, on a database of its own and with a simulated amoCRM on a socket.</summary>
internal sealed class Service : IAsyncDisposable
{
    public const string AdminKey = "the-operator's-key-of-the-tests";

    /// <summary>Nobody listens there: what amoCRM delivers is given to the service by the tests themselves.</summary>
    public const string PublicUrl = "http://127.0.0.1:9";

    /// <summary>
    /// The clock asks for no work at amoCRM unless a test wants it to: whoever runs when a quarter of an hour begins would
    /// find calls and waiting work that are not its own.
    /// </summary>
    public static readonly IReadOnlyList<(string Key, string Value)> NothingByTheClock =
    [
        ("Schedules:PipelineSync", Never),
        ("Schedules:Reconciliation", Never),
        ("Schedules:WebhookCheck", Never),
    ];

    /// <summary>Of all services: each test has addresses of its own.</summary>
    public static readonly MailServer Mail = MailServer.Start();

    private const string Never = "0 0 0 1 1 ? 2099";

    private readonly Factory _factory;

    private Service(string connectionString, SandboxServer amo, Factory factory) =>
        (ConnectionString, Amo, _factory) = (connectionString, amo, factory);

    public string ConnectionString { get; }

    public SandboxServer Amo { get; }

    private bool IsReplica { get; init; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>What the service is to amoCRM; both know it.</summary>
    public static readonly AmoIntegration Integration = new(
        "7c8f2a10-client",
        "secret-of-the-integration",
        PublicUrl + "/api/amocrm/oauth/callback"
    );

    public static async Task<Service> StartAsync(params (string Key, string Value)[] settings) =>
        await StartOnAsync(await TestPostgres.CreateDatabaseAsync(), settings);

    /// <param name="connectionString">Of a database that goes with the service.</param>
    public static async Task<Service> StartOnAsync(string connectionString, params (string Key, string Value)[] settings)
    {
        // As fast as both can: that calls keep to seven a second, the faults show with replicas.
        var amo = await SandboxServer.StartAsync(new() { Switches = new() { RateLimitPerSecond = null } });
        amo.RegisterIntegration(Integration);
        return new(connectionString, amo, FactoryOf(connectionString, amo, settings, log: null));
    }

    /// <summary>Brings a new database to where the service has it once it runs.</summary>
    public static async Task PrepareAsync(string connectionString)
    {
        await using var amo = await SandboxServer.StartAsync();
        await using var service = new Service(connectionString, amo, FactoryOf(connectionString, amo, [], log: null))
        {
            IsReplica = true, // of those that will use a copy
        };
        await TestAccount.UntilAsync(
            () => service.ScalarAsync<bool>("SELECT to_regclass('qrtz_cron_triggers') IS NOT NULL"),
            () => "the schedule has no tables"
        );
        await TestAccount.UntilAsync(
            () => service.ScalarAsync<bool>("SELECT count(*) = 7 FROM qrtz_cron_triggers"),
            () => "the schedule has no triggers"
        );
    }

    /// <summary>Another replica: the same database, the same amoCRM. It ends before the first.</summary>
    public Service Replicate(params (string Key, string Value)[] settings) => Replicate(log: null, settings);

    /// <param name="log">Hears all that this replica says.</param>
    public Service Replicate(ILoggerProvider? log, params (string Key, string Value)[] settings) =>
        new(ConnectionString, Amo, FactoryOf(ConnectionString, Amo, settings, log)) { IsReplica = true };

    public HttpClient Client(string? key)
    {
        var client = _factory.CreateClient();
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A browser of nobody in particular that shows where it is sent.</summary>
    public HttpClient Browser() => _factory.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A client that keeps no cookies: what is sent is what the test says.</summary>
    public HttpClient Bare() => _factory.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>Asks for a path that no client would write.</summary>
    public async Task<(int Status, string? ContentType)> RawAsync(string path)
    {
        var answer = await _factory.Server.SendAsync(http =>
            http.Request.Path = Microsoft.AspNetCore.Http.PathString.FromUriComponent(path)
        );
        return (answer.Response.StatusCode, answer.Response.ContentType);
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (IsReplica)
            return;
        await Amo.DisposeAsync();
        await TestPostgres.DropDatabaseAsync(ConnectionString);
    }

    private static Factory FactoryOf(
        string connectionString,
        SandboxServer amo,
        IEnumerable<(string Key, string Value)> settings,
        ILoggerProvider? log
    )
    {
        var factory = new Factory([
            ("ConnectionStrings:Postgres", connectionString),
            ("Security:AdminApiKey", AdminKey),
            ("PublicUrl", PublicUrl),
            ("AmoCrm:ApiBaseUrl", amo.Address.ToString()),
            ("AmoCrm:RequestsPerSecond", "50"),
            ("AmoCrm:ClientId", Integration.ClientId),
            ("AmoCrm:ClientSecret", Integration.ClientSecret),
            ("Telegram:BotToken", SandboxBot.Token),
            ("Telegram:ApiBaseUrl", amo.Address.ToString()),
            ("Smtp:Host", "127.0.0.1"),
            ("Smtp:Port", $"{Mail.Port}"),
            ("Smtp:From", "Отчёты <reports@agency.example>"),
            ("Smtp:Security", "none"),
            ("Jwt:SigningKey", PlatformToken.SigningKey),
            ("Jwt:Audience", PlatformToken.Audience),
            .. NothingByTheClock,
            .. settings,
        ]);
        factory.Log = log;
        _ = factory.Server; // starts it
        return factory;
    }

    private sealed class Factory(IReadOnlyList<(string Key, string Value)> settings) : WebApplicationFactory<Program>
    {
        /// <summary>Hears all that a service says in earnest, and more.</summary>
        public ILoggerProvider? Log { get; set; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            // The product spends a third of a second on a password (a test of sessions says so): here a tenth of all the work.
            builder.ConfigureServices(services =>
                services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000)
            );
            builder.ConfigureServices(services => services.AddSingleton(StatementLog.Watch));
            builder.UseSetting("Logging:LogLevel:Default", Log is null ? "Warning" : "Trace");
            if (Log is not null)
                builder.ConfigureLogging(logging => logging.AddProvider(Log));
        }
    }
}
