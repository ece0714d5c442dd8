using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>A lead has one deal at amoCRM, whatever becomes of us.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PushFaultTests : FaultTest
{
    private const string Sent = "NOT EXISTS (SELECT 1 FROM leads WHERE amocrm_push <> 'sent')";

    [TestCase("POST /api/v4/leads", true, TestName = "Killed while the answer that amoCRM made the deal is under way")]
    [TestCase("GET /api/v4/leads", false, TestName = "Killed between the answer that amoCRM made the deal and our commit")]
    [TestCase("POST /api/v4/contacts", true, TestName = "Killed while the answer that amoCRM made the contact is under way")]
    public async Task A_lead_has_one_deal_though_we_were_killed(string at, bool afterWrite)
    {
        var (amo, database) = (Using(await SandboxServer.StartAsync()), await DatabaseAsync());
        var service = await ServiceAsync(database.ConnectionString, settings: At(amo));
        var crm = await ConnectedAsync(
            amo,
            service,
            leads: 5,
            phones: 3,
            () =>
                amo.Fail(
                    new()
                    {
                        Kind = FaultKind.Slow,
                        DelayMs = 60_000,
                        DelayAfterWrite = afterWrite,
                        Match = at,
                        Times = 1,
                    }
                )
        );
        await TestAccount.UntilAsync(
            () =>
                Task.FromResult(
                    at.EndsWith("contacts", StringComparison.Ordinal) ? crm.Contacts.All.Count == 3 : crm.Leads.All.Count > 0
                ),
            () => "amoCRM made nothing"
        );

        await service.KillAsync();
        await database.DoAsync("UPDATE outbox_leases SET leased_until = now(), paused_until = now()"); // as two minutes later
        await ServiceAsync(database.ConnectionString, settings: At(amo));
        await database.UntilAsync(Sent);

        Assert.That(crm.Leads.All, Has.Count.EqualTo(5));
        Assert.That(crm.Contacts.All, Has.Count.EqualTo(3));
        await AssertEachHasItsOwnAsync(database, crm);
    }

    [Test]
    [CancelAfter(180_000)]
    public async Task Two_services_send_two_hundred_leads_through_random_failures_once_each()
    {
        const int Leads = 200,
            Phones = 40;
        var (amo, database) = (Using(await SandboxServer.StartAsync()), await DatabaseAsync());
        var one = await ServiceAsync(database.As("one"), settings: At(amo));
        await ServiceAsync(database.As("other"), settings: At(amo));
        var random = new Random(TestContext.CurrentContext.Random.Next());

        var crm = await ConnectedAsync(amo, one, Leads, Phones, () => FailAtRandom(amo, random));
        await TestAccount.UntilAsync(
            () => database.OneAsync<bool>($"SELECT {Sent}"),
            () => "not all are sent",
            TimeSpan.FromMinutes(2)
        );

        Assert.That(crm.Leads.All, Has.Count.EqualTo(Leads));
        Assert.That(crm.Contacts.All, Has.Count.EqualTo(Phones));
        await AssertEachHasItsOwnAsync(database, crm);
    }

    private static async Task AssertEachHasItsOwnAsync(FaultDatabase database, CrmAccount crm)
    {
        var known = await database.LinesAsync(
            "SELECT concat('lead:', id, ' ', amocrm_lead_id, ' ', amocrm_contact_id) FROM leads"
        );
        var there = crm.Leads.All.Select(d =>
            $"{d.Tags.Single(t => t.Name.StartsWith("lead:", StringComparison.Ordinal)).Name} {d.Id} {d.ContactIds.Single()}"
        );
        Assert.That(known, Is.EquivalentTo(there));
    }

    private static void FailAtRandom(SandboxServer amo, Random random)
    {
        string[] calls = ["GET /api/v4/contacts", "POST /api/v4/contacts", "POST /api/v4/leads", "GET /api/v4/leads"];
        for (var i = 0; i < 24; i++)
        {
            amo.Fail(
                new()
                {
                    Kind = random.Next(2) == 0 ? FaultKind.Drop : FaultKind.Error,
                    Status = random.Next(4) switch
                    {
                        0 => 429,
                        1 => 500,
                        2 => 502,
                        _ => 504,
                    },
                    AfterWrite = random.Next(2) == 0,
                    Match = calls[i % calls.Length],
                    Skip = random.Next(3),
                    Times = 1,
                }
            );
        }
    }

    /// <summary>An account with leads that were taken in before it is connected, so that they go together.</summary>
    private static async Task<CrmAccount> ConnectedAsync(
        SandboxServer amo,
        ServiceProcess service,
        int leads,
        int phones,
        Action before
    )
    {
        using var admin = service.Client(Service.AdminKey);
        var account = (await AccountsAsync(service, 1))[0];
        for (var i = 0; i < leads; i++)
        {
            var lead = new
            {
                source_type = "website",
                phone = $"+7916000{i % phones:0000}",
                name = $"Лид {i}",
            };
            using var taken = await admin.PostAsJsonAsync($"/api/leads?userAccountId={account.Id}", lead);
            taken.EnsureSuccessStatusCode();
        }

        var crm = amo.CreateAccount(new() { Switches = new() { RateLimitPerSecond = null } });
        crm.Pipelines.Add("Продажи", "Новая");
        before();
        using var connected = await admin.PutAsJsonAsync(
            $"/api/user-accounts/{account.Id}/amocrm-connection",
            new { amocrm_domain = crm.Host, long_lived_token = crm.LongLivedToken }
        );
        connected.EnsureSuccessStatusCode();
        return crm;
    }

    private static (string, string)[] At(SandboxServer amo) =>
        [("AmoCrm__ApiBaseUrl", amo.Address.ToString()), ("AmoCrm__RequestsPerSecond", "50")];
}
