using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>amoCRM allows seven calls a second of an account, however many replicas make them.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class RateLimitTests : FaultTest
{
    private const int Allowed = 7;
    private const int Refusals = 6;
    private const int Calls = 60;
    private const int AtOnce = 4;
    private const int Leads = 30;

    [Test]
    public async Task Three_replicas_together_never_call_more_than_seven_times_in_any_second_whatever_amoCRM_refuses()
    {
        var (amo, database) = (Using(await SandboxServer.StartAsync()), await DatabaseAsync());
        var replicas = new List<ServiceProcess>();
        for (var i = 0; i < 3; i++)
            replicas.Add(await ServiceAsync(database.ConnectionString, settings: ("AmoCrm__ApiBaseUrl", amo.Address.ToString())));
        var crm = amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новая");
        using var admin = replicas[0].Client(Service.AdminKey);
        var account = await FaultAccount.ConnectedAsync(admin, crm);
        Busy(amo);
        amo.ClearRequests();

        // Runs, pushes and people's own questions, of all replicas at once.
        await Task.WhenAll([
            .. replicas.SelectMany(r => Enumerable.Repeat(r, AtOnce)).Select(r => AskAsync(r, account, amo, crm)),
            .. replicas.Select(r => WorkAsync(r, account)),
        ]);
        await database.UntilAsync("NOT EXISTS (SELECT 1 FROM leads WHERE amocrm_push <> 'sent')");

        Assert.That(amo.MaxRequestsPerSecond(crm.Id), Is.InRange(Allowed - 2, Allowed), "as many as may be, and no more");
        Assert.That(
            amo.Requests.Count(r => r.Status is 429 or 403),
            Is.EqualTo(Refusals),
            "amoCRM refused what it was told to refuse and nothing for its number"
        );
        Assert.That(crm.Leads.All, Has.Count.EqualTo(Leads));
    }

    /// <summary>A storm of refusals that does not say how long it will last.</summary>
    private static void Busy(SandboxServer amo) =>
        amo.Fail(
            new()
            {
                Kind = FaultKind.Error,
                Status = 429,
                Skip = 5,
                Times = Refusals,
            }
        );

    /// <summary>Asks, one question after the other, until amoCRM was called often enough by all.</summary>
    private static async Task AskAsync(ServiceProcess replica, FaultAccount account, SandboxServer amo, CrmAccount crm)
    {
        using var client = replica.Client(Service.AdminKey);
        while (amo.Requests.Count(r => r.AccountId == crm.Id) < Calls)
            using (await client.GetAsync(new Uri($"/api/user-accounts/{account.Id}/amocrm-webhook", UriKind.Relative))) { }
    }

    private static async Task WorkAsync(ServiceProcess replica, FaultAccount account)
    {
        using var client = replica.Client(Service.AdminKey);
        using var run = await client.PostAsJsonAsync($"/api/amocrm/reconcile?userAccountId={account.Id}", new { });
        run.EnsureSuccessStatusCode();
        for (var i = 0; i < Leads / 3; i++)
        {
            var lead = new { source_type = "website", email = $"{Guid.CreateVersion7():N}@example.ru" };
            using var taken = await client.PostAsJsonAsync($"/api/leads?userAccountId={account.Id}", lead);
            taken.EnsureSuccessStatusCode();
        }
    }
}
