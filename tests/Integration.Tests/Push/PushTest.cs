using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Push;

/// <summary>A test of leads that are sent to the simulated amoCRM.</summary>
internal abstract class PushTest : ApiTest
{
    protected const string Phone = "+79161234567";

    /// <summary>A connected account with one pipeline.</summary>
    protected async Task<TestAccount> SellerAsync(object? details = null)
    {
        var account = await AccountAsync(details);
        account.Crm.Pipelines.Add("Продажи", "Новая", "Переговоры");
        return account;
    }

    protected static Task<JsonElement> TakeInAsync(TestAccount account, string phone = Phone, string name = "Анна") =>
        account.LeadAsync(
            new
            {
                source_type = "website",
                phone,
                name,
            }
        );

    /// <summary>The lead once it is in this state of its push.</summary>
    protected static async Task<JsonElement> PushedAsync(TestAccount account, JsonElement lead, string state = "sent")
    {
        JsonElement now = default;
        await TestAccount.UntilAsync(
            async () => (now = await account.LeadByIdAsync(lead)).Text("amocrm_push") == state,
            () => $"{now}\n{string.Join('\n', CallsOf(account))}"
        );
        return now;
    }

    /// <summary>amoCRM fails for this account.</summary>
    protected static int Fail(TestAccount account, FaultRule how) =>
        account.Service.Amo.Fail(how with { AccountId = account.Crm.Id });

    protected static IReadOnlyList<LoggedRequest> CallsOf(TestAccount account, string match = "") =>
        [
            .. account.Service.Amo.Requests.Where(r =>
                r.AccountId == account.Crm.Id && $"{r.Method} {r.Path}".Contains(match, StringComparison.Ordinal)
            ),
        ];

    protected static string Stage(CrmLead deal) => $"{deal.PipelineId}/{deal.StatusId}";

    protected static string Tag(JsonElement lead) => $"lead:{lead.Id()}";

    /// <summary>What amoCRM has of a lead, by its tag.</summary>
    protected static IReadOnlyList<CrmLead> DealsOf(TestAccount account, JsonElement lead) =>
        [.. account.Crm.Leads.All.Where(deal => deal.Tags.Any(tag => tag.Name == Tag(lead)))];
}
