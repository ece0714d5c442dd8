using AmoCrmQualification.Integration.Tests.Analytics;
using AmoCrmQualification.Integration.Tests.Campaigns;
using ModelContextProtocol.Client;
using static AmoCrmQualification.Integration.Tests.Analytics.LeadsOfDay;

namespace AmoCrmQualification.Integration.Tests.Mcp;

/// <summary>An assistant asks for figures over the Model Context Protocol, by the client of its own SDK.</summary>
internal sealed class McpTests : ApiTest
{
    private static readonly string[] s_tools =
    [
        "compare_creatives",
        "explain_lead",
        "funnel",
        "list_accounts",
        "maturity",
        "trends",
        "why_no_attribution",
    ];

    [Test]
    public async Task It_says_what_it_is_for_and_lists_tools_that_only_read_with_typed_results()
    {
        var account = await UnconnectedAccountAsync();
        await using var assistant = await Assistant.ConnectAsync(account.Client);

        var tools = await assistant.ListToolsAsync();

        Assert.Multiple(() =>
        {
            Assert.That(assistant.ServerInfo?.Name, Is.EqualTo("amocrm-qualification"));
            Assert.That(assistant.ServerInstructions, Does.Contain("list_accounts"));
            Assert.That(tools.Select(tool => tool.Name).Order(), Is.EqualTo(s_tools));
            foreach (var tool in tools)
            {
                Assert.That(tool.Description, Has.Length.GreaterThan(40), tool.Name);
                Assert.That(tool.ProtocolTool.Annotations?.ReadOnlyHint, Is.True, tool.Name);
                Assert.That(tool.ProtocolTool.OutputSchema, Is.Not.Null, tool.Name);
            }
        });
    }

    [Test]
    public async Task It_lists_the_callers_accounts_a_page_at_a_time_without_what_opens_them()
    {
        var account = await UnconnectedAccountAsync(new { name = "Стоматология", currency = "RUB" });
        await UnconnectedAccountAsync();
        await using var assistant = await Assistant.ConnectAsync(account.Client);

        var page = await assistant.AskAsync("list_accounts", new() { ["limit"] = 10 });

        Assert.Multiple(() =>
        {
            Assert.That(page.List("items").Select(item => item.Id()), Is.EqualTo(new[] { account.Id }));
            Assert.That(page.List("items")[0].Text("name"), Is.EqualTo("Стоматология"));
            Assert.That(page.IsNull("next_cursor"));
            Assert.That(page.GetRawText(), Does.Not.Contain("webhook"));
        });
    }

    [Test]
    public async Task It_ranks_what_is_decided_and_says_why_the_rest_is_not()
    {
        var account = await UnconnectedAccountAsync();
        var direction = await account.DirectionAsync();
        var (good, bad) = (await account.CreativeAsync(direction), await account.CreativeAsync(direction));
        foreach (var day in Enumerable.Range(0, 10))
        {
            await InsertAsync(account, good, DaysAgo(30 - day), 30, 24);
            await InsertAsync(account, bad, DaysAgo(30 - day), 30, 6);
        }
        var other = await account.DirectionAsync();
        var (first, second) = (await account.CreativeAsync(other), await account.CreativeAsync(other));
        await InsertAsync(account, first, DaysAgo(20), 4, 3);
        await InsertAsync(account, second, DaysAgo(20), 4, 1);
        await using var assistant = await Assistant.ConnectAsync(account.Client);

        var answer = await assistant.AskAsync("compare_creatives", new() { ["userAccountId"] = account.Id });
        var page = await assistant.AskAsync("compare_creatives", new() { ["userAccountId"] = account.Id, ["limit"] = 3 });
        var rest = await assistant.AskAsync(
            "compare_creatives",
            new()
            {
                ["userAccountId"] = account.Id,
                ["limit"] = 3,
                ["cursor"] = page.Text("next_cursor"),
            }
        );

        var why = answer.List("not_ranked").ToDictionary(row => row.Text("creative_id")!, row => row.Text("reason"));
        Assert.Multiple(() =>
        {
            Assert.That(answer.List("better").Select(row => row.Text("creative_id")), Is.EqualTo(new[] { $"{good}" }));
            Assert.That(answer.List("worse").Select(row => row.Text("creative_id")), Is.EqualTo(new[] { $"{bad}" }));
            Assert.That(why.Keys, Is.EquivalentTo(new[] { $"{first}", $"{second}" }));
            Assert.That(
                why[$"{first}"],
                Does.StartWith("3 of 4 judged leads qualified, against 1 of 4 of the others: evidence ")
            );
            Assert.That(answer.Text("ranking"), Does.StartWith("Only the creatives under better and worse"));
            foreach (var row in answer.List("creatives"))
            {
                var rate = row.GetProperty("judged");
                Assert.That(rate.Names(), Is.SupersetOf(new[] { "numerator", "denominator", "lo", "hi", "population", "as_of" }));
            }
            Assert.That(page.List("creatives"), Has.Count.EqualTo(3));
            Assert.That(rest.List("creatives"), Has.Count.EqualTo(1));
            Assert.That(rest.IsNull("next_cursor"));
        });
    }

    [Test]
    public async Task It_explains_a_lead_and_gives_the_figures_of_each_route()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новая", "Переговоры");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                name = "Анна",
                phone = "+79161234567",
                utm_content = "banner-7",
            }
        );
        await using var assistant = await Assistant.ConnectAsync(account.Client);
        Dictionary<string, object?> ofAccount = new() { ["userAccountId"] = account.Id };

        var only = await assistant.AskAsync("funnel", ofAccount);
        var explained = await assistant.AskAsync("explain_lead", new() { ["id"] = lead.Id() });
        var unmatched = await assistant.AskAsync("why_no_attribution", ofAccount);
        var trends = await assistant.AskAsync(
            "trends",
            new(ofAccount)
            {
                ["interval"] = "week",
                ["from"] = "2026-11-01",
                ["to"] = "2026-11-15",
            }
        );
        var maturity = await assistant.AskAsync("maturity", ofAccount);
        var funnel = await assistant.AskAsync("funnel", new(ofAccount) { ["pipelineId"] = pipeline.Id });

        Assert.Multiple(() =>
        {
            Assert.That(only.Number("pipeline_id"), Is.EqualTo(pipeline.Id), "it has no other");
            Assert.That(explained.GetProperty("lead").Text("name"), Is.EqualTo("Анна"));
            Assert.That(explained.GetProperty("lead").GetProperty("attribution").Text("rule"), Is.EqualTo("none"));
            Assert.That(unmatched.List("unmatched"), Has.Count.LessThanOrEqualTo(1));
            Assert.That(trends.Text("interval"), Is.EqualTo("week"));
            Assert.That(maturity.ValueKind, Is.EqualTo(JsonValueKind.Object));
            Assert.That(funnel.List("stages").Select(stage => stage.Text("status_name")), Does.Contain("Переговоры"));
        });
    }
}
