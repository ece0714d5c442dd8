using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Connections;

/// <summary>A test of the webhook an account has at the simulated amoCRM.</summary>
internal abstract class HookTest : OAuthTest
{
    protected static readonly string[] Wanted = [.. OfDeals, "add_contact", "update_contact"];

    /// <summary>What accounts were subscribed to before contacts counted.</summary>
    protected static string[] OfDeals => ["add_lead", "update_lead", "status_lead", "delete_lead", "restore_lead"];

    /// <summary>A connected account whose webhook was subscribed by itself.</summary>
    protected async Task<TestAccount> HookedAsync()
    {
        var account = await AccountAsync();
        await QuietAsync(account);
        return account;
    }

    protected static string Destination(TestAccount account) => Service.PublicUrl + account.WebhookUrl;

    protected static string PathOf(TestAccount account) => $"/api/user-accounts/{account.Id}/amocrm-webhook";

    protected static async Task<JsonElement> HookAsync(TestAccount account, HttpMethod? method = null) =>
        await JsonAsync(await account.Client.AskAsync(method ?? HttpMethod.Get, PathOf(account)));

    /// <summary>What amoCRM has for the account: an address and whether it works.</summary>
    protected static IEnumerable<(string Destination, bool Disabled)> HooksOf(TestAccount account) =>
        account.Crm.Webhooks.All.Select(h => (h.Destination, h.Disabled));

    /// <summary>As the schedule does it when the account's moment has come.</summary>
    protected static async Task CheckAsync(TestAccount account)
    {
        await AskAsync(account);
        await QuietAsync(account);
    }

    protected static Task AskAsync(TestAccount account) =>
        account.Service.ExecuteAsync(
            """
            INSERT INTO outbox AS o (user_account_id, kind, subject, version, due_at) VALUES ($1, 'check_webhook', '', 1, now())
            ON CONFLICT (user_account_id, kind, subject) DO UPDATE SET version = o.version + 1, due_at = now()
            """, // the schedule may have asked at the same time
            account.Id
        );

    protected static Task<string> StateOfAsync(TestAccount account) =>
        account.Service.ScalarAsync<string>("SELECT state FROM amocrm_hooks WHERE user_account_id = $1", account.Id);

    protected static CrmSwitches Repairing(TestAccount account, bool keepsDisabled, bool merges) =>
        account.Crm.Switches = account.Crm.Switches with { PostWebhookKeepsDisabled = keepsDisabled, PostWebhookMerges = merges };
}
