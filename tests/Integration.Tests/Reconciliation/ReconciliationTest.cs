using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Reconciliation;

/// <summary>A test in which deals live in the simulated amoCRM and not everything of it is told here.</summary>
internal abstract class ReconciliationTest : ApiTest
{
    /// <summary>Some hours ago, so that it is within what a first reconciliation reads whenever the test runs.</summary>
    protected static readonly long Start = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 20_000;

    /// <summary>Some minutes ago: what happens after a reconciliation is not longer ago than it reads again.</summary>
    protected static long Lately => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 550;

    /// <summary>A connected account with one pipeline of three stages, known here.</summary>
    protected async Task<TestAccount> SellerAsync(object? details = null)
    {
        var account = await AccountAsync(details);
        account.Crm.Pipelines.Add("Продажи", "Новая", "Замер", "Договор");
        await account.SyncAsync();
        return account;
    }

    protected static CrmLead Deal(TestAccount account, long at, decimal price = 0) =>
        account.Crm.Leads.Create(new NewLead { At = at, Price = price });

    protected static long Stage(TestAccount account, string name) => account.Crm.Pipelines.Main[name];

    protected static void Move(TestAccount account, CrmLead deal, string stage, long at) =>
        account.Crm.Leads.Move(deal.Id, Stage(account, stage), at: at);

    /// <summary>The way of a lead: <c>Новая@0 Замер@60</c>, seconds since <see cref="Start"/>, with what is left of the source.</summary>
    protected static async Task<string> WayAsync(TestAccount account, JsonElement lead) =>
        string.Join(
            ' ',
            (await account.HistoryAsync(lead)).Select(row =>
                $"{row.Text("to_status_name")}@{row.Time("changed_at")!.Value.ToUnixTimeSeconds() - Start}"
            )
        );

    protected static async Task<IReadOnlyList<string?>> SourcesAsync(TestAccount account, JsonElement lead) =>
        [.. (await account.HistoryAsync(lead)).Select(row => row.Text("source"))];

    /// <summary>amoCRM fails for this account until the answer is disposed of.</summary>
    protected static Outage Fail(TestAccount account, FaultRule how) =>
        new(account, account.Service.Amo.Fail(how with { AccountId = account.Crm.Id }));

    protected static IReadOnlyList<LoggedRequest> CallsTo(TestAccount account, string path) =>
        [.. account.Service.Amo.Requests.Where(r => r.AccountId == account.Crm.Id && r.Path == path)];

    protected sealed class Outage(TestAccount account, int fault) : IDisposable
    {
        public void Dispose() => account.Service.Amo.ClearFaults(fault);
    }
}
