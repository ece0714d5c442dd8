namespace AmoCrmQualification.Integration.Tests.Errors;

/// <summary>One thing of each kind that an account can own, by the route that names it.</summary>
internal sealed class Belongings
{
    private readonly TestAccount _account;
    private readonly Dictionary<string, Guid> _ids;
    private string _state = "";

    private Belongings(TestAccount account, Dictionary<string, Guid> ids) => (_account, _ids) = (account, ids);

    public static async Task<Belongings> MakeAsync(TestAccount account)
    {
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        var lead = await account.LinkedLeadAsync(deal: 1);
        await account.DeliverAsync(LeadForm.Status(1, pipeline.Id, pipeline["Новый"], LeadForm.T0));
        var made = new Belongings(
            account,
            new()
            {
                ["/api/user-accounts"] = account.Id,
                ["/api/leads"] = lead.Id(),
                ["/api/directions"] = (await CreatedAsync(account, "/api/directions", new { name = "Кухни" })),
                ["/api/creatives"] = (await CreatedAsync(account, "/api/creatives", new { title = "Видео" })),
                ["/api/users"] = (await SignedIn.InviteAsync(account.Service, "member", account.Id)).Id(),
                ["/api/share-links"] = await CreatedAsync(
                    account,
                    "/api/share-links",
                    new { title = "Клиенту", page = "overview" }
                ),
                ["/api/digests"] = await CreatedAsync(
                    account,
                    "/api/digests",
                    new
                    {
                        channel = "telegram",
                        when = "weekly",
                        at = "09:00",
                    }
                ),
                ["/api/lead-matches"] = await MatchAsync(account),
                ["/api/webhook-deliveries"] = (await account.ItemsAsync("/api/webhook-deliveries"))[0].Id(),
                ["/api/amocrm/pipeline-stages"] = (await account.GetAsync("/api/amocrm/pipelines"))
                    .List("pipelines")[0]
                    .List("stages")[0]
                    .Id(),
            }
        );
        made._state = await made.StateAsync();
        return made;
    }

    public string UrlOf(ApiRoute route)
    {
        var kind = route.Template[..route.Template.IndexOf("/{", StringComparison.Ordinal)];
        return Fill(
            route.Template,
            _ids.TryGetValue(kind, out var id)
                ? id
                : throw new AssertionException($"Nothing of kind {kind} is made here, so {route} would not be tested.")
        );
    }

    /// <summary>The route's address for this account and what it owns.</summary>
    public string AddressOf(ApiRoute route) =>
        route.NamesAccount ? _account.Url(UnknownUrlOf(route))
        : route.NamesObject ? UrlOf(route)
        : route.Template;

    public static string UnknownUrlOf(ApiRoute route) => Fill(route.Template, new("019aa000-0000-7000-8000-000000000001"));

    public async Task AssertUntouchedAsync() => Assert.That(await StateAsync(), Is.EqualTo(_state));

    private async Task<string> StateAsync()
    {
        string[] lists =
        [
            "/api/leads",
            "/api/directions",
            "/api/creatives",
            "/api/webhook-deliveries",
            "/api/lead-matches",
            "/api/share-links",
            "/api/digests",
            "/api/amocrm/pipelines",
            $"/api/user-accounts/{_account.Id}",
        ];
        return string.Join('\n', await Task.WhenAll(lists.Select(async list => (await _account.GetAsync(list)).GetRawText())));
    }

    /// <summary>A deal that either of two leads may belong to.</summary>
    private static async Task<Guid> MatchAsync(TestAccount account)
    {
        for (var i = 0; i < 2; i++)
            await account.LeadAsync(
                new
                {
                    source_type = "website",
                    phone = "+79160000009",
                    push = false,
                }
            );
        var contact = account.Crm.Contacts.Add("Анна", "+79160000009");
        await account.DeliverAsync(LeadForm.Status(account.Crm.Leads.Create(new() { ContactIds = [contact.Id] })));
        IReadOnlyList<System.Text.Json.JsonElement> matches = [];
        await TestAccount.UntilAsync(
            async () => (matches = await account.ItemsAsync("/api/lead-matches")).Count == 1,
            () => "no match to decide"
        );
        return matches[0].Id();
    }

    private static string Fill(string template, Guid id) =>
        string.Join('/', template.Split('/').Select(part => part.StartsWith('{') ? id.ToString() : part))
        + (template.EndsWith("/horizon-impact", StringComparison.Ordinal) ? "?horizon_days=14" : "");

    private static async Task<Guid> CreatedAsync(TestAccount account, string path, object body)
    {
        var answer = await account.Client.PostAsJsonAsync(account.Url(path), body);
        return (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).Id();
    }
}
