using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>A client of the agency that has something of every kind to be done at its amoCRM.</summary>
internal sealed class Client(HttpClient admin, FaultAccount account, CrmAccount crm)
{
    private int _phones;

    public CrmAccount Crm => crm;

    public static async Task<Client> OpenAsync(HttpClient admin, SandboxServer amo, string domain)
    {
        var crm = amo.CreateAccount(new NewAccount { Domain = domain });
        crm.Pipelines.Add("Продажи", "Новая");
        return new(admin, await FaultAccount.ConnectedAsync(admin, crm), crm);
    }

    /// <summary>Asks for a push, a match, a sale, a look at the webhook and a reconciliation; returns when each may be called done.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AskForAllAsync(FaultDatabase database)
    {
        var (pushed, matched) = (NextPhone(), NextPhone());
        await IntakeAsync(new { source_type = "website", phone = pushed });
        await IntakeAsync(
            new
            {
                source_type = "website",
                phone = matched,
                push = false,
            }
        );
        await account.DeliverAsync(admin, LeadForm.Status(Deal(matched)));
        var won = Deal(NextPhone());
        await account.IntakeAsync(admin, won.Id);
        await account.DeliverAsync(admin, LeadForm.Status(Crm.Leads.Win(won.Id, price: 40, at: won.CreatedAt + 60)));
        await database.DoAsync(
            $"""
            INSERT INTO outbox (user_account_id, kind, subject, version, due_at) VALUES ('{account.Id}', 'check_webhook', '', 1, now())
            ON CONFLICT (user_account_id, kind, subject) DO UPDATE SET version = outbox.version + 1
            """
        );
        using var run = await admin.PostAsJsonAsync($"/api/amocrm/reconcile?userAccountId={account.Id}", new { });
        Assert.That(run.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        return new Dictionary<string, string>
        {
            ["push"] = $"EXISTS (SELECT 1 FROM leads WHERE {Ours} AND phone = '{pushed}' AND amocrm_push = 'sent')",
            ["match"] = $"EXISTS (SELECT 1 FROM leads WHERE {Ours} AND phone = '{matched}' AND amocrm_lead_id IS NOT NULL)",
            ["sale"] = $"EXISTS (SELECT 1 FROM sales WHERE {Ours} AND amocrm_deal_id = {won.Id})",
            ["webhook check"] = $"NOT EXISTS (SELECT 1 FROM outbox WHERE {Ours} AND kind = 'check_webhook')",
            ["reconciliation"] = $"NOT EXISTS (SELECT 1 FROM sync_runs WHERE {Ours} AND state = 'running')",
        };
    }

    /// <summary>How long each of them takes, and a sync of the stages that a person waits for.</summary>
    public async Task<FairnessTests.Served> ServedAsync(FaultDatabase database)
    {
        var times = new ConcurrentDictionary<string, TimeSpan>();
        var asked = Stopwatch.StartNew();
        var isDone = await AskForAllAsync(database);
        await Task.WhenAll(isDone.Select(one => NoteAsync(one.Key, () => database.UntilAsync(one.Value))));
        asked.Restart();
        await NoteAsync("sync", SyncAsync);
        return new(times);

        async Task NoteAsync(string what, Func<Task> wait)
        {
            await wait();
            times[what] = asked.Elapsed;
        }
    }

    private string Ours => $"user_account_id = '{account.Id}'";

    private async Task SyncAsync()
    {
        using var answer = await admin.PostAsJsonAsync($"/api/amocrm/sync-pipelines?userAccountId={account.Id}", new { });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
    }

    private async Task IntakeAsync(object lead)
    {
        using var answer = await admin.PostAsJsonAsync($"/api/leads?userAccountId={account.Id}", lead);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
    }

    private CrmLead Deal(string phone) =>
        crm.Leads.Create(new NewLead { At = LeadForm.T0, ContactIds = [crm.Contacts.Add("Анна", [phone]).Id] });

    private string NextPhone() =>
        string.Create(CultureInfo.InvariantCulture, $"+7916{Interlocked.Increment(ref _phones):0000000}");
}
