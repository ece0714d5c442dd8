using System.Text;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>A client of the agency in a test: its account here, its key, and its account in the simulated amoCRM.</summary>
internal sealed class TestAccount
{
    // Seconds; but a machine may be busy with many times its work.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private TestAccount(Service service, Guid id, HttpClient client, CrmAccount? crm, string webhookUrl) =>
        (Service, Id, Client, CrmOrNull, WebhookUrl) = (service, id, client, crm, webhookUrl);

    public Service Service { get; }

    public Guid Id { get; }

    /// <summary>Calls with the account's own key.</summary>
    public HttpClient Client { get; }

    public CrmAccount Crm => CrmOrNull ?? throw new InvalidOperationException("This account is not connected.");

    /// <summary>Path and query of the signed address.</summary>
    public string WebhookUrl { get; set; }

    private CrmAccount? CrmOrNull { get; }

    public static async Task<TestAccount> OpenAsync(Service service, object? details, bool connect = true)
    {
        using var admin = service.Client(Service.AdminKey);
        var crm = connect ? service.Amo.CreateAccount() : null;
        var body = JsonSerializer.SerializeToNode(details ?? new { })!.AsObject();
        body["name"] ??= "Клиент";
        body["adopt_deals"] ??= body.ContainsKey("adopt_from") || body.ContainsKey("adopt_pipelines") ? "all" : "off"; // most tests are of leads that came in here
        if (crm is not null)
            (body["amocrm_domain"], body["long_lived_token"]) = (crm.Host, crm.LongLivedToken);

        var account = await CreatedAsync(await admin.PostAsJsonAsync("/api/user-accounts", body));
        var id = account.GetProperty("id").GetGuid();
        var key = await CreatedAsync(await admin.PostAsJsonAsync($"/api/user-accounts/{id}/api-keys", new { name = "tests" }));
        var opened = new TestAccount(
            service,
            id,
            service.Client(key.GetProperty("key").GetString()),
            crm,
            new Uri(account.GetProperty("webhook_url").GetString()!).PathAndQuery
        );
        await opened.QuietAsync();
        return opened;
    }

    /// <summary>Returns when nothing goes on at amoCRM by itself any more, as after connecting.</summary>
    public Task QuietAsync() =>
        UntilAsync(
            async () =>
                await Service.ScalarAsync<bool>(
                    """
                    SELECT NOT EXISTS (SELECT 1 FROM outbox WHERE user_account_id = $1 AND kind = 'check_webhook')
                       AND NOT EXISTS (SELECT 1 FROM sync_runs WHERE user_account_id = $1 AND state = 'running' AND due_at <= now())
                    """,
                    Id
                ),
            () => "work at amoCRM goes on"
        );

    /// <summary>Connects it to an account of the simulated amoCRM: a new one with a pipeline, unless one is given.</summary>
    public async Task<TestAccount> ConnectAsync(CrmAccount? to = null)
    {
        var crm = to ?? Service.Amo.CreateAccount();
        if (to is null)
            crm.Pipelines.Add("Продажи", "Новая", "Переговоры");
        var body = new { amocrm_domain = crm.Host, long_lived_token = crm.LongLivedToken };
        await OkAsync(await Client.PutAsJsonAsync($"/api/user-accounts/{Id}/amocrm-connection", body));
        return new(Service, Id, Client, crm, WebhookUrl);
    }

    public string Url(string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}userAccountId={Id}";

    public async Task<JsonElement> GetAsync(string path) => await OkAsync(await Client.GetAsync(Url(path)));

    public async Task<JsonElement> PostAsync(string path, object? body = null) =>
        await OkAsync(await Client.PostAsJsonAsync(Url(path), body ?? new { }));

    public async Task<JsonElement> LeadAsync(object lead) =>
        await CreatedAsync(await Client.PostAsJsonAsync(Url("/api/leads"), lead));

    /// <summary>A lead that is linked with a deal as it comes in.</summary>
    public Task<JsonElement> LinkedLeadAsync(long deal, Guid? creative = null, Guid? direction = null) =>
        LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161234567",
                amocrm_lead_id = deal,
                creative_id = creative,
                direction_id = direction,
            }
        );

    public async Task<JsonElement> LeadByIdAsync(JsonElement lead) =>
        await OkAsync(await Client.GetAsync($"/api/leads/{lead.GetProperty("id").GetGuid()}"));

    public async Task<IReadOnlyList<JsonElement>> HistoryAsync(JsonElement lead)
    {
        var answer = await OkAsync(await Client.GetAsync($"/api/leads/{lead.GetProperty("id").GetGuid()}/status-history"));
        return [.. answer.GetProperty("history").EnumerateArray()];
    }

    /// <summary>All items of a list.</summary>
    public async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path) =>
        [.. (await GetAsync(path)).GetProperty("items").EnumerateArray()];

    /// <summary>The account's one sale, once there is one for which this holds.</summary>
    public async Task<JsonElement> SaleAsync(Func<JsonElement, bool>? until = null)
    {
        IReadOnlyList<JsonElement> sales = [];
        await UntilAsync(
            async () => (sales = await ItemsAsync("/api/sales")).Count > 0 && (until?.Invoke(sales[0]) ?? true),
            () => $"sales: [{string.Join(',', sales)}]"
        );
        return sales.Single();
    }

    public Task<HttpResponseMessage> PostFormAsync(string form) => PostFormAsync(Encoding.UTF8.GetBytes(form));

    public Task<HttpResponseMessage> PostFormAsync(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        return Client.PostAsync(WebhookUrl, content);
    }

    /// <summary>
    /// Delivers bodies as amoCRM does, one after the other and again where a busy machine answers 503, and waits until each has
    /// taken effect.
    /// </summary>
    public async Task DeliverAsync(params string[] forms)
    {
        foreach (var form in forms)
        {
            HttpResponseMessage? answer = null;
            await UntilAsync(
                async () => (answer = await PostFormAsync(form)).StatusCode != HttpStatusCode.ServiceUnavailable,
                () => "it is not taken"
            );
            await OkAsync(answer!);
        }
        await SettleAsync();
    }

    /// <summary>Waits until nothing that was delivered is pending.</summary>
    public Task SettleAsync() =>
        UntilAsync(
            async () => (await ItemsAsync("/api/webhook-deliveries?state=pending&limit=1")).Count == 0,
            () => "deliveries are still pending"
        );

    public static async Task UntilAsync(Func<Task<bool>> condition, Func<string> otherwise, TimeSpan? patience = null)
    {
        var deadline = Environment.TickCount64 + (long)(patience ?? Patience).TotalMilliseconds;
        using var timer = new PeriodicTimer(BetweenLooks);
        while (!await condition())
        {
            if (Environment.TickCount64 > deadline)
                Assert.Fail($"Waited {patience ?? Patience} in vain: {otherwise()}");
            await timer.WaitForNextTickAsync();
        }
    }

    private static Task<JsonElement> OkAsync(HttpResponseMessage response) => AnswerAsync(response, HttpStatusCode.OK);

    private static Task<JsonElement> CreatedAsync(HttpResponseMessage response) => AnswerAsync(response, HttpStatusCode.Created);

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(expected), text);
        return JsonElement.Parse(text);
    }
}
