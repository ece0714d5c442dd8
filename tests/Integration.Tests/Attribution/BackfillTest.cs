using System.Globalization;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Attribution;

/// <summary>A test of deals that other integrations made before the account was connected.</summary>
internal abstract class BackfillTest : AdoptionTest
{
    protected const int Deals = 500;
    protected const string Ad = "120210000000000007";
    protected static readonly long Start = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - (400 * 86_400);

    /// <summary>Every other one has a mark and went on to the second stage an hour later.</summary>
    protected static CrmAccount ForeignDeals(int deals = Deals)
    {
        var crm = Service.Amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новая", "Переговоры");
        for (var i = 0; i < deals; i++)
        {
            var at = Start + (i * 20_000);
            crm.Leads.Create(
                new NewLead
                {
                    At = at,
                    Price = 5000,
                    Silent = true,
                    Marks = i % 2 == 0 ? [] : new Dictionary<string, string> { ["UTM_CONTENT"] = Ad },
                    Path = i % 2 == 0 ? [] : [new(Stage(crm, 1), at + 3600)],
                    Contact = new()
                    {
                        Name = $"Клиент {i}",
                        Phones = [string.Create(CultureInfo.InvariantCulture, $"8 (916) {i:000}-00-00")],
                        Emails = [string.Create(CultureInfo.InvariantCulture, $"k{i}@example.test")],
                    },
                }
            );
        }

        return crm;
    }

    protected static long Stage(CrmAccount crm, int place) => crm.Pipelines.Main[place == 0 ? "Новая" : "Переговоры"];

    protected static async Task<TestAccount> ConnectedAsync(TestAccount account, CrmAccount crm)
    {
        var connected = await account.ConnectAsync(crm);
        await connected.QuietAsync();
        return connected;
    }

    protected static async Task ChangeAsync(TestAccount account, object change)
    {
        await JsonAsync(await account.Client.PatchAsJsonAsync($"/api/user-accounts/{account.Id}", change));
        await account.QuietAsync();
    }

    protected static async Task<JsonElement> LastRunAsync(TestAccount account, string kind) =>
        (await account.ItemsAsync("/api/sync-runs?limit=500")).First(run => run.Text("kind") == kind);

    /// <summary>What is known of the leads, without what is of each account its own.</summary>
    protected static Task<string> StateAsync(TestAccount account) =>
        account.Service.ScalarAsync<string>(
            """
            SELECT string_agg(concat_ws(' ', l.amocrm_lead_id, l.created_at, l.name, l.phone_e164, l.email, l.current_status_id, l.is_deleted,
                     d.price, d.responsible_user_id,
                     (SELECT string_agg(h.to_status_id || '@' || h.changed_at, ',' ORDER BY h.changed_at, h.order_in_second)
                      FROM amocrm_lead_status_history h WHERE h.user_account_id = $1 AND h.lead_id = l.id),
                     (SELECT string_agg(DISTINCT m.code || '=' || m.value, ',')
                      FROM lead_marks m WHERE m.user_account_id = $1 AND m.amocrm_lead_id = l.amocrm_lead_id)), E'\n' ORDER BY l.amocrm_lead_id)
            FROM leads l JOIN amocrm_deals d USING (user_account_id, amocrm_lead_id) WHERE l.user_account_id = $1
            """,
            account.Id
        );
}
