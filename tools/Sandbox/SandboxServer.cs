using System.Net;
using AmoCrmQualification.Sandbox.Board;
using AmoCrmQualification.Sandbox.Control;
using AmoCrmQualification.Sandbox.Demo;
using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.Messages;
using AmoCrmQualification.Sandbox.OAuth;
using AmoCrmQualification.Sandbox.V4;

namespace AmoCrmQualification.Sandbox;

/// <summary>A simulated amoCRM on a loopback port. Tests start it in process and steer it by these members;
/// other programs do the same through `/sandbox/…`.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpClient _http;
    private readonly CrmWorld _world;
    private readonly FaultBook _faults;
    private readonly RequestLog _log;
    private readonly OAuthServer _oauth;

    private SandboxServer(SandboxOptions options)
    {
        // Neither redirects nor cookies nor a proxy: amoCRM calls the destination as it stands.
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _world = new CrmWorld(options, _http, _stopping.Token);
        _faults = new FaultBook(options.Clock);
        _log = new RequestLog(options);
        _oauth = new OAuthServer(_world);
        _app = Build(options.Port);
        if (options.Demo)
            DemoAccount.Create(_world);
    }

    /// <summary>A bot of Telegram beside amoCRM, on the same port.</summary>
    public SandboxBot Bot { get; } = new();

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<CrmAccount> Accounts => _world.Accounts;

    /// <summary>Every call received, oldest first.</summary>
    public IReadOnlyList<LoggedRequest> Requests => _log.All;

    public static async Task<SandboxServer> StartAsync(
        SandboxOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var server = new SandboxServer(options ?? new SandboxOptions());
        await server._app.StartAsync(cancellationToken);
        server.Address = new Uri(server._app.Urls.First());
        return server;
    }

    public CrmAccount CreateAccount(NewAccount? plan = null) => _world.Create(plan ?? new NewAccount());

    public CrmAccount Account(long id) => _world.Account(id);

    /// <returns>The fault's id, for `ClearFaults`.</returns>
    public int Fail(FaultRule rule) => _faults.Add(rule);

    public void ClearFaults(int? id = null) => _faults.Clear(id);

    /// <summary>The most calls this account received within any one second.</summary>
    public int MaxRequestsPerSecond(long accountId) => _log.MaxPerSecond(accountId);

    public void ClearRequests() => _log.Clear();

    /// <summary>Another long-lived token; opaque, or looking like amoCRM's JWT.</summary>
    public string IssueToken(long accountId, bool jwt = false, TimeSpan? lifetime = null) =>
        _world.Tokens.IssueLongLived(accountId, jwt: jwt, lifetime: lifetime);

    public void RevokeToken(string token) => _world.Tokens.Revoke(t => t.Value == token);

    /// <summary>Access tokens end at once, refresh tokens live on: what a long pause looks like.</summary>
    public void ExpireAccessTokens(long accountId) =>
        _world.Tokens.Revoke(t => t.AccountId == accountId && t.Kind == TokenKind.OAuth);

    /// <summary>The integration was uninstalled: every token of the account is dead.</summary>
    public void RevokeAllTokens(long accountId) => _oauth.RevokeAll(accountId);

    /// <summary>The same, and amoCRM tells the integration's disable address. Gives what that address answered.</summary>
    public Task<int?> UninstallAsync(long accountId, string clientId)
    {
        RevokeAllTokens(accountId);
        return _oauth.Find(clientId) is { } integration
            ? DisableHook.SendAsync(_world, integration, accountId)
            : Task.FromResult<int?>(null);
    }

    /// <summary>Every token ever given out for the account: what must be readable nowhere else.</summary>
    public IReadOnlyList<string> TokensOf(long accountId) =>
        [.. _world.Tokens.GetAll(accountId), .. _oauth.RefreshTokensOf(accountId)];

    public void RegisterIntegration(Integration integration) => _oauth.Register(integration);

    /// <summary>Waits until every account's webhooks were tried once.</summary>
    public Task DrainAsync(CancellationToken cancellationToken = default) =>
        Task.WhenAll(_world.Accounts.Select(a => a.Deliveries.DrainAsync(cancellationToken)));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.StopAsync(_stopping.Token); // already cancelled: open connections are cut, not waited for
        await _app.DisposeAsync();
        foreach (var account in _world.Accounts)
            await account.Deliveries.StopAsync();
        _http.Dispose();
        _stopping.Dispose();
    }

    private WebApplication Build(int port)
    {
        // Empty: the settings files and environment of the program that hosts us are not meant for us.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = "AmoCrmQualification.Sandbox" }
        );
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true); // so that it gets an explanation
        builder.Services.ConfigureHttpJsonOptions(json => ControlJson.Configure(json.SerializerOptions));

        var app = builder.Build();
        var gate = new ApiGate(_world, _faults, _log, _oauth);
        app.Use((http, next) => IsAmoCrm(http.Request.Path) ? gate.PassAsync(http, next) : ControlErrors.PassAsync(http, next));
        app.UseRouting();

        var api = app.MapGroup("/api/v4");
        api.MapAccount();
        api.MapPipelines();
        api.MapDealFields();
        api.MapUnsorted();
        api.MapLeads();
        api.MapContacts();
        api.MapEvents();
        api.MapWebhooks();
        app.MapOAuth(_world, _oauth);
        app.MapControl(this, _world, _faults, _log, _oauth);
        app.MapBoard();
        app.MapBot(Bot);
        app.UseEndpoints(_ => { });
        return app;
    }

    private static bool IsAmoCrm(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/oauth2", StringComparison.Ordinal);
}
