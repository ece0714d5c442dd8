using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Sales;

/// <summary>A test of deals that live in the simulated amoCRM, are linked with leads here, and are told by webhooks.</summary>
internal abstract class DealTest : ApiTest
{
    protected const long Open = LeadForm.T0;
    protected const long Closed = LeadForm.T0 + 60;

    /// <summary>A connected account with one pipeline, known here.</summary>
    protected async Task<TestAccount> SellerAsync(object? details = null)
    {
        var account = await AccountAsync(details);
        account.Crm.Pipelines.Add("Продажи", "Новая");
        await account.SyncAsync();
        return account;
    }

    protected static CrmLead OpenDeal(TestAccount account, decimal price = 0, params string[] phones) =>
        account.Crm.Leads.Create(
            new NewLead
            {
                At = Open,
                Price = price,
                ContactIds = phones.Length == 0 ? [] : [account.Crm.Contacts.Add("Анна", phones).Id],
            }
        );

    protected static async Task<CrmLead> LinkedDealAsync(TestAccount account, decimal price = 0, params string[] phones)
    {
        var deal = OpenDeal(account, price, phones);
        await account.LinkedLeadAsync(deal.Id);
        await account.DeliverAsync(LeadForm.Status(deal));
        return deal;
    }

    protected static Task WinAsync(TestAccount account, CrmLead deal, decimal? price = null, long at = Closed) =>
        account.DeliverAsync(LeadForm.Status(account.Crm.Leads.Win(deal.Id, price, at)));

    protected static Task ReopenAsync(TestAccount account, CrmLead deal, long at) =>
        account.DeliverAsync(LeadForm.Status(account.Crm.Leads.Move(deal.Id, deal.StatusId, at: at)));

    protected static bool IsPaid(JsonElement sale) => sale.Text("status") == "paid";

    /// <summary>amoCRM fails for this account until the answer is disposed of.</summary>
    protected static Outage Fail(TestAccount account, FaultRule how) =>
        new(account, account.Service.Amo.Fail(how with { AccountId = account.Crm.Id }));

    /// <summary>The calls that ask for closed deals and their contacts; not those of matching and of reconciliation.</summary>
    protected static IReadOnlyList<LoggedRequest> LookUps(TestAccount account) =>
        [
            .. account.Service.Amo.Requests.Where(r =>
                r.AccountId == account.Crm.Id
                && (
                    (r.Path is "/api/v4/leads" && r.Query.Contains("loss_reason", StringComparison.Ordinal))
                    || (r.Path is "/api/v4/contacts" && !r.Query.Contains("with=leads", StringComparison.Ordinal))
                )
            ),
        ];

    protected sealed class Outage(TestAccount account, int fault) : IDisposable
    {
        public void Dispose() => account.Service.Amo.ClearFaults(fault);
    }
}
