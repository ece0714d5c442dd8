using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AmoCrmQualification.Bench.Database;

namespace AmoCrmQualification.Bench.Service;

/// <summary>An account of the bench, and the path amoCRM would deliver to.</summary>
internal sealed record BenchAccount(Guid Id, string WebhookPath);

/// <summary>The product, started as an operator starts it.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    /// <summary>The service as the bench was built with it.</summary>
    public const string Assembly = "AmoCrmQualification.Api.dll";

    private const string AdminKey = "the-operators-key-of-the-bench";

    private readonly ChildProcess _child;

    private ServiceProcess(ChildProcess child)
    {
        _child = child;
        Http = new HttpClient { BaseAddress = child.Address };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
    }

    public HttpClient Http { get; }

    public Uri Address => _child.Address;

    public double PeakMemory => _child.PeakMemory;

    /// <param name="amoCrm">Where amoCRM is simulated; else accounts are not to be connected.</param>
    /// <param name="pace">Calls a second, if not as many as amoCRM takes.</param>
    public static async Task<ServiceProcess> StartAsync(
        BenchDatabase database,
        int workers,
        Uri? amoCrm = null,
        int? pace = null,
        string assembly = Assembly
    )
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Postgres"] = database.ConnectionString,
            ["Security__AdminApiKey"] = AdminKey,
            ["Processing__Workers"] = workers.ToString(CultureInfo.InvariantCulture),
        };
        if (amoCrm is not null)
            settings["AmoCrm__ApiBaseUrl"] = amoCrm.ToString();
        if (pace is { } calls)
            settings["AmoCrm__RequestsPerSecond"] = calls.ToString(CultureInfo.InvariantCulture);
        return new(await ChildProcess.StartAsync(assembly, "/health/ready", settings));
    }

    public async Task<IReadOnlyList<BenchAccount>> OpenAccountsAsync(int count)
    {
        List<BenchAccount> accounts = [];
        for (var number = 0; number < count; number++)
            accounts.Add(await OpenAsync(new { name = $"Client {number}" }));
        return accounts;
    }

    public Task<BenchAccount> ConnectAccountAsync(int number, string domain, string token) =>
        OpenAsync(
            new
            {
                name = $"Client {number}",
                amocrm_domain = domain,
                long_lived_token = token,
            }
        );

    /// <summary>Asks for a reconciliation; answers the id of the run.</summary>
    public async Task<Guid> ReconcileAsync(BenchAccount account)
    {
        using var answer = await Http.PostAsync($"/api/amocrm/reconcile?userAccountId={account.Id}", content: null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("run_id").GetGuid();
    }

    public async Task<BenchAccount> OpenAsync(object body)
    {
        using var answer = await Http.PostAsJsonAsync("/api/user-accounts", body);
        answer.EnsureSuccessStatusCode();
        var account = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new(account.GetProperty("id").GetGuid(), new Uri(account.GetProperty("webhook_url").GetString()!).PathAndQuery);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _child.DisposeAsync();
    }
}
