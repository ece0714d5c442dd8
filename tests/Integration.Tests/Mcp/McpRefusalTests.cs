namespace AmoCrmQualification.Integration.Tests.Mcp;

/// <summary>An assistant has its caller's rights and learns why a call was refused.</summary>
internal sealed class McpRefusalTests : ApiTest
{
    [TestCase("compare_creatives")]
    [TestCase("funnel")]
    [TestCase("trends")]
    [TestCase("maturity")]
    [TestCase("why_no_attribution")]
    public async Task A_strangers_account_is_refused(string tool)
    {
        var (own, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        await using var assistant = await Assistant.ConnectAsync(own.Client);

        var text = await assistant.RefusedAsync(tool, new() { ["userAccountId"] = other.Id });

        Assert.That(text, Does.Contain("forbidden").And.Contain("account_forbidden"));
    }

    [Test]
    public async Task A_strangers_lead_does_not_exist()
    {
        var (own, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        var lead = await other.LeadAsync(new { source_type = "website", phone = "+79161234567" });
        await using var assistant = await Assistant.ConnectAsync(own.Client);

        var text = await assistant.RefusedAsync("explain_lead", new() { ["id"] = lead.Id() });

        Assert.That(text, Does.Contain("not_found").And.Contain("lead_unknown"));
    }

    [Test]
    public async Task The_pipelines_are_told_to_whom_names_none()
    {
        var account = await AccountAsync();
        var (sales, service) = (account.Crm.Pipelines.Add("Продажи", "Новая"), account.Crm.Pipelines.Add("Сервис", "Заявка"));
        await account.PostAsync("/api/amocrm/sync-pipelines");
        await using var assistant = await Assistant.ConnectAsync(account.Client);

        var text = await assistant.RefusedAsync("funnel", new() { ["userAccountId"] = account.Id });

        Assert.That(
            text,
            Does.Contain($"{sales.Id} Продажи").And.Contain($"{service.Id} Сервис").And.Contain("pipeline_missing")
        );
    }

    [Test]
    public async Task A_bad_argument_is_told_with_its_reason()
    {
        var account = await UnconnectedAccountAsync();
        await using var assistant = await Assistant.ConnectAsync(account.Client);

        var inverted = await assistant.RefusedAsync(
            "maturity",
            new()
            {
                ["userAccountId"] = account.Id,
                ["from"] = "2026-11-15",
                ["to"] = "2026-11-01",
            }
        );
        var missing = await assistant.RefusedAsync("maturity", []);

        Assert.Multiple(() =>
        {
            Assert.That(inverted, Does.Contain("period_inverted"));
            Assert.That(missing, Does.Contain("userAccountId"));
        });
    }

    [TestCase("userAccountId", "x")]
    [TestCase("from", "01.11.2026")]
    [TestCase("mode", "always")]
    [TestCase("days", "7")]
    [TestCase("directionId", "")]
    [TestCase("limit", 1.5)]
    [TestCase("cursor", true)]
    public async Task An_argument_that_cannot_be_read_is_named(string name, object value)
    {
        var account = await UnconnectedAccountAsync();
        await using var assistant = await Assistant.ConnectAsync(account.Client);
        Dictionary<string, object?> arguments = new() { ["userAccountId"] = account.Id, [name] = value };

        var problem = JsonElement.Parse(await assistant.RefusedAsync("compare_creatives", arguments));

        Assert.That((problem.Text("code"), problem.Text("reason")), Is.EqualTo(("validation_error", "value_unreadable")));
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([name]));
        Assert.That(problem.ToString(), Does.Not.Contain("System."));
    }

    [Test]
    public async Task Without_a_key_nothing_is_told()
    {
        using var nobody = Service.Client(null);

        var failure = Assert.CatchAsync<HttpRequestException>(async () =>
        {
            await using var assistant = await Assistant.ConnectAsync(nobody);
        });

        Assert.That(failure?.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
