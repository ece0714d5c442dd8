using AmoCrmQualification.Integration.Tests.Connections;

namespace AmoCrmQualification.Integration.Tests.AmoCrm;

/// <summary>amoCRM's own sentence reaches the people who have to do something about it.</summary>
internal sealed class AmoSaysWhyTests : HookTest
{
    [TestCase("Webhooks limit exceeded", null)]
    [TestCase(null, "Webhooks limit exceeded")]
    public async Task A_webhook_that_is_refused_says_why(string? title, string? detail)
    {
        var account = await HookedAsync();
        account.Crm.Webhooks.Remove(Destination(account));
        Service.Amo.Fail(
            new()
            {
                AccountId = account.Crm.Id,
                Match = "POST /api/v4/webhooks",
                Status = 400,
                Title = title,
                Detail = detail,
            }
        );

        var refused = await account.Client.PutAsJsonAsync(PathOf(account), new { });
        await CheckAsync(account);

        var problem = await ProblemAsync(refused, HttpStatusCode.BadGateway, "amocrm_unavailable");
        Assert.That(problem.Text("detail"), Does.Contain("Webhooks limit exceeded"));
        var alert = (await account.ItemsAsync("/api/alerts")).Single(a => a.Text("kind") == "webhook_broken");
        Assert.That(alert.Text("message"), Does.Contain("Webhooks limit exceeded"));
    }

    [Test]
    public async Task A_run_that_failed_says_why()
    {
        var account = await AccountAsync();
        await account.LinkedLeadAsync(deal: 5);
        Service.Amo.Fail(
            new()
            {
                AccountId = account.Crm.Id,
                Match = "GET /api/v4/events",
                Status = 403,
                Detail = "Доступно на тарифе «Расширенный».",
            }
        );

        var run = await account.EndedAsync(await account.AskToReconcileAsync());

        Assert.That(run.Text("state"), Is.EqualTo("failed"));
        var alert = (await account.ItemsAsync("/api/alerts")).Single(a => a.Text("kind") == "run_failed");
        Assert.That(alert.Text("message"), Does.Contain("Доступно на тарифе «Расширенный».").And.EqualTo(run.Text("error")));
    }

    [Test]
    public async Task No_token_is_repeated()
    {
        var account = await AccountAsync();
        Service.Amo.Fail(
            new()
            {
                AccountId = account.Crm.Id,
                Status = 403,
                Detail = $"No rights for {account.Crm.LongLivedToken}",
            }
        );

        var answer = await account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");

        var problem = await ProblemAsync(answer, HttpStatusCode.BadGateway, "amocrm_unavailable");
        Assert.That(problem.Text("detail"), Does.Contain("No rights for …"));
        Assert.That(problem.ToString(), Does.Not.Contain(account.Crm.LongLivedToken));
    }
}
