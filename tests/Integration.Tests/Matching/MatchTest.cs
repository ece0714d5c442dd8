using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Matching;

/// <summary>A test of deals that come to amoCRM another way than by us.</summary>
internal abstract class MatchTest : ApiTest
{
    protected const string Phone = "+79161234567";

    protected async Task<TestAccount> SellerAsync()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новая");
        return account;
    }

    protected static CrmAccount Crm()
    {
        var crm = Service.Amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новая");
        return crm;
    }

    protected static Task<JsonElement> KeptAsync(TestAccount account, string phone = Phone) =>
        account.LeadAsync(
            new
            {
                source_type = "website",
                phone,
                push = false,
            }
        );

    protected static CrmLead Deal(TestAccount account, params string[] phones) =>
        account.Crm.Leads.Create(
            new NewLead { ContactIds = phones.Length == 0 ? [] : [account.Crm.Contacts.Add("Анна", phones).Id] }
        );

    protected static async Task<JsonElement> LinkedAsync(TestAccount account, JsonElement lead)
    {
        JsonElement now = default;
        await TestAccount.UntilAsync(
            async () => !(now = await account.LeadByIdAsync(lead)).IsNull("amocrm_lead_id"),
            () => $"{now}"
        );
        return now;
    }

    protected static async Task<JsonElement> MatchAsync(TestAccount account)
    {
        IReadOnlyList<JsonElement> matches = [];
        await TestAccount.UntilAsync(
            async () => (matches = await account.ItemsAsync("/api/lead-matches")).Count == 1,
            () => $"{matches.Count} matches"
        );
        return matches[0];
    }

    protected static string Url(JsonElement match) => $"/api/lead-matches/{match.Id()}";

    /// <summary>Calls that look up deals with their contacts; the first reconciliation asks for deals too, at its own time.</summary>
    protected static int Calls(TestAccount account) =>
        account.Service.Amo.Requests.Count(r =>
            r.AccountId == account.Crm.Id
            && (
                r.Path is "/api/v4/contacts"
                || (r.Path is "/api/v4/leads" && r.Query.Contains("with=contacts", StringComparison.Ordinal))
            )
        );

    protected static Task NothingIsDueAsync(TestAccount account) =>
        TestAccount.UntilAsync(
            async () =>
                await account.Service.ScalarAsync<long>("SELECT count(*) FROM outbox WHERE user_account_id = $1", account.Id)
                == 0,
            () => "the outbox is not empty"
        );

    protected static async Task<TimeSpan> DelayAsync(TestAccount account) =>
        await account.Service.ScalarAsync<TimeSpan>(
            "SELECT coalesce(max(due_at) - now(), interval '0') FROM outbox WHERE user_account_id = $1",
            account.Id
        );
}
