using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.Demo;

/// <summary>The demo's side of the product's public contract: nothing here that any other client could not do.</summary>
internal sealed class DemoProduct(JsonClient api)
{
    private const string Name = "Мебель на заказ (демо)";

    // Worn until everything is in place, so that a seeding that was interrupted is seen and finished.
    private const string NameWhileSeeding = Name + ", наполняется";

    public async Task<DemoConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var accounts = Items(await api.GetAsync("/api/user-accounts", cancellationToken));
        var account =
            accounts.FirstOrDefault(a => a["amocrm_account_id"]?.ToString() == $"{DemoAccount.Id}")
            ?? accounts.FirstOrDefault(a => a["name"]?.ToString() is Name or NameWhileSeeding)
            ?? await api.SendAsync(
                HttpMethod.Post,
                "/api/user-accounts",
                new JsonObject
                {
                    ["name"] = NameWhileSeeding,
                    ["amocrm_domain"] = $"{DemoAccount.Subdomain}.amocrm.ru",
                    ["long_lived_token"] = DemoAccount.Token,
                },
                cancellationToken
            );

        return new DemoConnection(
            account!["id"]!.ToString(),
            account["webhook_url"]!.ToString(),
            DateTimeOffset.Parse(account["created_at"]!.ToString(), CultureInfo.InvariantCulture),
            account["name"]?.ToString() != NameWhileSeeding
        );
    }

    public Task FinishAsync(string account, CancellationToken cancellationToken) =>
        api.SendAsync(HttpMethod.Patch, $"/api/user-accounts/{account}", new JsonObject { ["name"] = Name }, cancellationToken);

    /// <summary>So that the demo shows how a digest reads; a product without a mail server sends none.</summary>
    public async Task SendDigestAsync(string account, CancellationToken cancellationToken)
    {
        var digest = new JsonObject
        {
            ["channel"] = "email",
            ["to"] = DemoAccount.Email,
            ["when"] = "daily",
            ["at"] = "09:00",
        };
        try
        {
            var made = await api.SendAsync(HttpMethod.Post, $"/api/digests?userAccountId={account}", digest, cancellationToken);
            await api.SendAsync(HttpMethod.Post, $"/api/digests/{made!["id"]}/send", null, cancellationToken);
        }
        catch (RefusedException refused) when (refused.Status == HttpStatusCode.Conflict)
        {
            Console.WriteLine("Demo: no mail server is configured, so there is no digest");
        }
    }

    /// <summary>Makes the administrator as whom a person signs in to the demo, once; the product is nobody else's.</summary>
    public async Task MakeAdministratorAsync(string adminKey, CancellationToken cancellationToken)
    {
        var setup = await api.GetAsync("/api/setup", cancellationToken);
        if (setup?["needs_administrator"]?.GetValue<bool>() is not true)
            return;
        var administrator = new JsonObject
        {
            ["admin_key"] = adminKey,
            ["email"] = DemoAccount.Email,
            ["password"] = DemoAccount.Phrase,
        };
        await api.SendAsync(HttpMethod.Post, "/api/setup", administrator, cancellationToken);
    }

    /// <summary>So that the demo can say how complete its webhooks are; it goes on by itself.</summary>
    public Task ReconcileAsync(string account, CancellationToken cancellationToken) =>
        api.SendAsync(HttpMethod.Post, $"/api/amocrm/reconcile?userAccountId={account}", null, cancellationToken);

    public async Task AddCampaignsAsync(string account, CancellationToken cancellationToken)
    {
        List<string> directions = [];
        foreach (var (name, targets) in DemoCast.Directions.Zip(DemoCast.Targets))
        {
            var direction = new JsonObject
            {
                ["name"] = name,
                ["targets"] = new JsonObject { ["cpql"] = targets.Cpql, ["cac"] = targets.Cac },
            };
            directions.Add(await EnsureAsync("directions", account, "name", name, direction, cancellationToken));
        }

        foreach (var creative in DemoCast.Creatives)
        {
            await EnsureAsync(
                "creatives",
                account,
                "title",
                creative.Title,
                new JsonObject
                {
                    ["title"] = creative.Title,
                    ["direction_id"] = directions[creative.Direction],
                    ["ad_ids"] = new JsonArray(creative.AdId),
                },
                cancellationToken
            );
        }
    }

    public async Task SyncPipelinesAsync(string account, CancellationToken cancellationToken)
    {
        await api.SendAsync(HttpMethod.Post, $"/api/amocrm/sync-pipelines?userAccountId={account}", null, cancellationToken);
        var pipelines = await api.GetAsync($"/api/amocrm/pipelines?userAccountId={account}", cancellationToken);
        var stages = Items(pipelines?["pipelines"]).SelectMany(p => Items(p["stages"]));
        long[] qualified = [DemoAccount.Stages.Qualified, DemoAccount.Stages.PartnerTerms];
        foreach (var stage in stages.Where(s => qualified.Contains(s["status_id"]!.GetValue<long>())))
        {
            await api.SendAsync(
                HttpMethod.Patch,
                $"/api/amocrm/pipeline-stages/{stage["id"]}",
                new JsonObject { ["is_qualified_stage"] = true },
                cancellationToken
            );
        }
    }

    /// <summary>The ad platforms' report, in one piece.</summary>
    public Task AddSpendAsync(string account, IEnumerable<DemoSpendRow> rows, CancellationToken cancellationToken) =>
        api.SendAsync(
            HttpMethod.Post,
            $"/api/ad-spend?userAccountId={account}",
            new JsonArray([
                .. rows.Select(row => new JsonObject
                {
                    ["date"] = row.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    ["ad_id"] = row.AdId,
                    ["spend"] = row.Spend,
                    ["impressions"] = row.Impressions,
                    ["clicks"] = row.Clicks,
                }),
            ]),
            cancellationToken
        );

    /// <summary>The site's form: the lead arrives with its ad, and the deal that amoCRM already has for it.</summary>
    public Task AddLeadAsync(string account, DemoDeal deal, CancellationToken cancellationToken)
    {
        var lead = LeadOf(deal, deal.Creative, deal.CreatedAt);
        lead["amocrm_lead_id"] = deal.LeadId;
        return AddAsync(account, lead, $"demo-{deal.Number}", cancellationToken);
    }

    /// <summary>Two leads of one person, a day apart and by two ads, of which neither has the deal.</summary>
    public async Task AddTwinsAsync(string account, DemoDeal deal, CancellationToken cancellationToken)
    {
        const long Day = 86_400;
        foreach (var (creative, before) in new[] { (deal.Creative, Day), (deal.Creative + 1, 0) })
        {
            var lead = LeadOf(deal, creative, deal.CreatedAt - before);
            lead["push"] = false;
            await AddAsync(account, lead, $"demo-{deal.Number}-{creative}", cancellationToken);
        }
    }

    private static JsonObject LeadOf(DemoDeal deal, int creative, long createdAt) =>
        new()
        {
            ["source_type"] = deal.Number % 5 == 0 ? "whatsapp" : "website",
            ["name"] = deal.Name,
            ["phone"] = deal.Phone,
            ["utm_source"] = DemoCast.Creatives[creative].Source,
            ["utm_medium"] = "cpc",
            ["created_at"] = DateTimeOffset
                .FromUnixTimeSeconds(createdAt)
                .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            [deal.ByUtm ? "utm_content" : "ad_id"] = DemoCast.Creatives[creative].AdId,
        };

    private async Task AddAsync(string account, JsonObject lead, string key, CancellationToken cancellationToken)
    {
        try
        {
            await api.SendAsync(HttpMethod.Post, $"/api/leads?userAccountId={account}", lead, cancellationToken, key);
        }
        catch (RefusedException refused) when (refused.Status == HttpStatusCode.Conflict)
        {
            // an earlier, interrupted seeding has brought it already
        }
    }

    private async Task<string> EnsureAsync(
        string what,
        string account,
        string key,
        string value,
        JsonObject body,
        CancellationToken cancellationToken
    )
    {
        var route = $"/api/{what}?userAccountId={account}";
        var known =
            Items(await api.GetAsync(route, cancellationToken)).FirstOrDefault(i => i[key]?.ToString() == value)
            ?? await api.SendAsync(HttpMethod.Post, route, body, cancellationToken);
        return known!["id"]!.ToString();
    }

    // Lists come as {"items": […]}; a bare array is understood as well.
    private static IReadOnlyList<JsonNode> Items(JsonNode? list) =>
        [.. (list as JsonArray ?? list?["items"] as JsonArray ?? []).OfType<JsonNode>()];
}

internal sealed record DemoConnection(string Account, string WebhookUrl, DateTimeOffset CreatedAt, bool IsComplete);
