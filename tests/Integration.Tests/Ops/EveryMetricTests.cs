using AmoCrmQualification.Integration.Tests.Faults;
using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>A service in a process of its own, as metrics belong to the process, in which all happens that is counted.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class EveryMetricTests
{
    private static readonly string[] s_wanted =
    [
        "qualification_inbox_depth 0\n",
        "qualification_inbox_oldest_pending_seconds 0\n",
        "qualification_inbox_dead 1\n",
        "qualification_deliveries_total{state=\"processed\"} 1\n",
        "qualification_deliveries_total{state=\"unmatched\"} 1\n",
        "qualification_deliveries_total{state=\"dead\"} 1\n",
        "qualification_deliveries_refused_total{status=\"401\"} 1\n",
        "qualification_deliveries_refused_total{status=\"503\"} 0\n",
        "qualification_processing_duration_seconds_count ",
        "qualification_delivery_lag_seconds_count 3\n",
        "qualification_amocrm_calls_total{method=\"GET\",route=\"/api/v4/account\",status=\"200\"} 1\n",
        "qualification_amocrm_call_duration_seconds_count",
        "qualification_amocrm_pace_wait_seconds_count ",
        "qualification_amocrm_token_refreshes_total{result=\"refreshed\"} 1\n",
        "qualification_amocrm_tokens_expiring 1\n",
        "qualification_amocrm_reauthorizations_required 0\n",
        "qualification_amocrm_hooks_broken 0\n",
        "qualification_accounts_silent 0\n",
        "qualification_rollups_differing 0\n",
        "qualification_runs_failed 0\n",
        "qualification_messages_total{channel=\"telegram\",state=\"failed\"} 0\n",
        "qualification_messages_total{channel=\"email\",state=\"sent\"} 0\n",
        "qualification_messages_oldest_pending_seconds 0\n",
        "qualification_outbox_depth{kind=\"close_deal\"} 0\n",
        "qualification_outbox_oldest_due_seconds{kind=\"push_lead\"} 0\n",
        "qualification_completeness_percent 50\n",
    ];

    [Test]
    public async Task Everything_that_an_operator_may_want_to_know_is_told()
    {
        await using var amo = await SandboxServer.StartAsync();
        amo.RegisterIntegration(Service.Integration);
        await using var database = await FaultDatabase.CreateAsync();
        await using var service = await StartAsync(amo, database);
        using var admin = service.Client(Service.AdminKey);
        var crm = amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новая", "Замер", "Договор");
        var account = await FaultAccount.OpenAsync(admin);
        await ConsentAsync(admin, account, crm);

        await LiveAsync(admin, account, crm);
        await database.UntilAsync("NOT EXISTS (SELECT 1 FROM sync_runs WHERE state = 'running' AND due_at <= now())");
        await database.DoAsync("UPDATE amocrm_connections SET access_token_expires_at = now() + interval '1 minute'");
        await OkAsync(admin.PostAsJsonAsync($"/api/amocrm/reconcile?userAccountId={account.Id}", new { }));
        await database.UntilAsync("(SELECT count(*) = 2 FROM sync_runs WHERE kind = 'reconciliation' AND state = 'done')");
        await database.DoAsync("UPDATE amocrm_connections SET refresh_token = NULL");
        await database.UntilAsync("NOT EXISTS (SELECT 1 FROM outbox)");

        using var refused = await admin.PostAsync(
            new Uri($"/api/webhooks/amocrm?user_id={account.Id}&sig=0", UriKind.Relative),
            content: null
        );

        var told = await admin.MetricsAsync();
        Assert.Multiple(() =>
        {
            foreach (var line in s_wanted)
                Assert.That(told, Does.Contain(line));
        });
        AssertNamesAreAsTheyWere(MetricNames.In(told));
    }

    /// <summary>Ours are there all; of .NET's some appear only when the runtime has had an occasion for them.</summary>
    private static void AssertNamesAreAsTheyWere(string[] names)
    {
        Assert.Multiple(() =>
        {
            Assert.That(names, Is.SubsetOf(MetricNames.Golden));
            Assert.That(names.Where(IsOurs), Is.EqualTo(MetricNames.Golden.Where(IsOurs)));
        });
    }

    private static bool IsOurs(string name) => name.Contains(MetricNames.Ours, StringComparison.Ordinal);

    private static Task<ServiceProcess> StartAsync(SandboxServer amo, FaultDatabase database) =>
        ServiceProcess.StartAsync(
            database.ConnectionString,
            port: null,
            ("AmoCrm__ApiBaseUrl", amo.Address.ToString()),
            ("AmoCrm__ClientId", Service.Integration.ClientId),
            ("AmoCrm__ClientSecret", Service.Integration.ClientSecret),
            ("PublicUrl", Service.PublicUrl)
        );

    private static async Task ConsentAsync(HttpClient admin, FaultAccount account, CrmAccount crm)
    {
        var path = $"/api/user-accounts/{account.Id}/amocrm-connection/authorization";
        var page = JsonElement.Parse(await OkAsync(admin.PostAsJsonAsync(path, new { }))).Text("authorize_url");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var consent = await browser.GetAsync(new Uri($"{page}&account={crm.Subdomain}"));
        using var back = await browser.GetAsync(new Uri(admin.BaseAddress!, consent.Headers.Location!.PathAndQuery));
        Assert.That(back.StatusCode, Is.EqualTo(System.Net.HttpStatusCode.Redirect));
    }

    /// <summary>Of two moves of yesterday one is told; so is a deal that nobody knows, and something that is not to be understood.</summary>
    private static async Task LiveAsync(HttpClient admin, FaultAccount account, CrmAccount crm)
    {
        var noon = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero)
            .AddHours(-12)
            .ToUnixTimeSeconds();
        var deal = crm.Leads.Create(new NewLead { At = noon - 200_000 });
        await account.IntakeAsync(admin, deal.Id);
        await OkAsync(admin.PostAsJsonAsync($"/api/amocrm/reconcile?userAccountId={account.Id}", new { }));
        crm.Leads.Move(deal.Id, crm.Pipelines.Main["Замер"], at: noon);
        crm.Leads.Move(deal.Id, crm.Pipelines.Main["Договор"], at: noon + 60);
        string[] forms =
        [
            LeadForm.Status(deal.Id, deal.PipelineId, crm.Pipelines.Main["Замер"], noon, deal.StatusId),
            LeadForm.Status(1, 2, 3, noon),
            string.Join('&', Enumerable.Range(0, 20_001).Select(i => $"k{i}=1")),
        ];
        foreach (var form in forms)
            await account.DeliverAsync(admin, form);
    }

    private static async Task<string> OkAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.IsSuccessStatusCode, text);
        return text;
    }
}
