using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.AmoCrm;

/// <summary>amoCRM's answers with values of other types than its documents say, on every route at once.</summary>
internal sealed class PhpAnswerTests : ApiTest
{
    private const string Phone = "+77011234567";

    [TestCase(PhpQuirk.NumbersAsText)]
    [TestCase(PhpQuirk.TextAsNumbers)]
    [TestCase(PhpQuirk.FlagsAsNumbers)]
    [TestCase(PhpQuirk.NullsAsText)]
    [TestCase(PhpQuirk.ListsKeyed)]
    [TestCase(PhpQuirk.NumbersAsText, PhpQuirk.FlagsAsNumbers, PhpQuirk.NullsAsText, PhpQuirk.ListsKeyed)]
    public async Task An_account_lives_as_with_any_other_answers(params PhpQuirk[] paths)
    {
        var account = await LivesWithAsync(paths);

        Assert.That((await ShownAsync(account)).Text("time_zone"), Is.EqualTo("Asia/Almaty"), "the account");
        Assert.That((await HookAsync(account)).Flag("registered"), "the webhook");
        Assert.That((await account.PostAsync("/api/amocrm/sync-pipelines")).Number("synced"), Is.EqualTo(5), "the stages");

        var lead = await PushedAsync(account);
        var again = await PushedAsync(account);
        Assert.That(again.Number("amocrm_contact_id"), Is.EqualTo(lead.Number("amocrm_contact_id")), "one person, one contact");

        var deal = lead.Number("amocrm_lead_id")!.Value;
        var won = account.Crm.Leads.Win(deal, 5000);
        await account.DeliverAsync(LeadForm.Status(deal, won.PipelineId, won.StatusId, won.UpdatedAt, price: "0"));
        var sale = await account.SaleAsync();
        Assert.That((sale.Number("amount"), sale.Text("client_phone")), Is.EqualTo((5000, Phone)), "the sale");

        var moved = account.Crm.Leads.Move(again.Number("amocrm_lead_id")!.Value, account.Crm.Pipelines.Main["Замер"]);
        var run = await account.ReconcileAsync();
        Assert.That(run.Number("skipped"), Is.EqualTo(0), $"the reconciliation: {run}");
        Assert.That((await account.LeadByIdAsync(again)).Number("current_status_id"), Is.EqualTo(moved.StatusId));
    }

    [TestCase(PhpQuirk.ObjectsAsEmptyLists)]
    [TestCase(PhpQuirk.EmbeddedAsEmptyList)]
    [TestCase(PhpQuirk.EmbeddedMissing)]
    public async Task What_amoCRM_does_not_tell_is_unknown_and_ends_no_work(PhpQuirk quirk)
    {
        var account = await LivesWithAsync(quirk);
        await account.LinkedLeadAsync(deal: 7);

        Assert.That((await ShownAsync(account)).Text("time_zone"), Is.EqualTo("UTC"));
        Assert.That((await account.ReconcileAsync()).Number("done"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_stage_that_cannot_be_read_is_skipped_and_no_stage_is_lost_by_it()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новая", "Замер");
        await account.SyncAsync();
        var odd = account.Crm.Pipelines.Main["Замер"];
        Fail(account.Crm, new PhpValue("id", "[]", $"{odd}"));

        await account.SyncAsync();

        var stages = (await account.GetAsync("/api/amocrm/pipelines")).List("pipelines")[0].List("stages");
        Assert.That(stages.Where(s => s.Flag("is_archived")), Is.Empty);
        var run = (await account.ItemsAsync("/api/sync-runs?limit=500")).First(r => r.Text("kind") == "pipelines");
        Assert.That(run.Number("skipped"), Is.EqualTo(1), run.ToString());
    }

    [TestCase("sort", "\"\"")]
    [TestCase("name", "null")]
    [TestCase("color", "[]")]
    [TestCase("type", "{}")]
    [TestCase("is_archive", "\"\"")]
    public async Task A_value_of_a_stage_that_is_unknown_leaves_what_is_known(string name, string value)
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новая", "Замер");
        await account.SyncAsync();
        var before = (await account.GetAsync("/api/amocrm/pipelines")).GetRawText();
        Fail(account.Crm, new PhpValue(name, value));

        await account.SyncAsync();

        Assert.That((await account.GetAsync("/api/amocrm/pipelines")).GetRawText(), Is.EqualTo(before));
    }

    private async Task<TestAccount> LivesWithAsync(params PhpQuirk[] paths)
    {
        var crm = Service.Amo.CreateAccount(
            new NewAccount
            {
                Country = "KZ",
                Currency = "KZT",
                TimeZone = "Asia/Almaty",
            }
        );
        crm.Pipelines.Add("Продажи", "Новая", "Замер");
        Service.Amo.Fail(
            new FaultRule
            {
                Kind = FaultKind.Php,
                AccountId = crm.Id,
                Quirks = paths,
            }
        );
        // By its token, so that already the first answer is read.
        return await (await UnconnectedAccountAsync()).ConnectAsync(crm);
    }

    private static void Fail(CrmAccount crm, PhpValue value) =>
        Service.Amo.Fail(
            new FaultRule
            {
                Kind = FaultKind.Php,
                AccountId = crm.Id,
                Set = value,
            }
        );

    private static async Task<JsonElement> PushedAsync(TestAccount account)
    {
        var lead = await account.LeadAsync(new { source_type = "website", phone = Phone });
        await TestAccount.UntilAsync(
            async () => (lead = await account.LeadByIdAsync(lead)).Text("amocrm_push") == "sent",
            () => $"{lead}"
        );
        return lead;
    }

    private async Task<JsonElement> ShownAsync(TestAccount account) =>
        await JsonAsync(await Admin.GetAsync($"/api/user-accounts/{account.Id}"));

    private static async Task<JsonElement> HookAsync(TestAccount account)
    {
        JsonElement hook = default;
        await TestAccount.UntilAsync(
            async () =>
                (hook = await JsonAsync(await account.Client.GetAsync($"/api/user-accounts/{account.Id}/amocrm-webhook"))).Flag(
                    "registered"
                ),
            () => $"{hook}"
        );
        return hook;
    }
}
