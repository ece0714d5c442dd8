using AmoCrmQualification.Sandbox.Faults;

namespace AmoCrmQualification.Integration.Tests.Push;

/// <summary>Wherever amoCRM fails, a lead has one deal and one contact in the end.</summary>
internal sealed class PushFailureTests : PushTest
{
    public static IEnumerable<TestCaseData> Failures()
    {
        string[] calls = ["GET /api/v4/contacts", "POST /api/v4/contacts", "POST /api/v4/leads", "GET /api/v4/leads"];
        (string Name, FaultRule Rule)[] failures =
        [
            ("dropped before", new() { Kind = FaultKind.Drop }),
            ("answer lost", new() { Kind = FaultKind.Drop, AfterWrite = true }),
            (
                "500 but done",
                new()
                {
                    Kind = FaultKind.Error,
                    Status = 500,
                    AfterWrite = true,
                }
            ),
            (
                "504",
                new()
                {
                    Kind = FaultKind.Error,
                    Status = 504,
                    Body = FaultBody.Html,
                }
            ),
            (
                "429",
                new()
                {
                    Kind = FaultKind.Error,
                    Status = 429,
                    RetryAfter = 1,
                }
            ),
            (
                "blocked",
                new()
                {
                    Kind = FaultKind.Error,
                    Status = 403,
                    Body = FaultBody.Html,
                }
            ),
        ];
        foreach (var call in calls)
        foreach (var (name, rule) in failures)
            yield return new TestCaseData(rule with { Match = call, Times = 1 }).SetName($"One deal though {call}: {name}");
    }

    [TestCaseSource(nameof(Failures))]
    public async Task A_lead_has_one_deal_whatever_failed(FaultRule failure)
    {
        var account = await SellerAsync();
        Fail(account, failure);

        var lead = await TakeInAsync(account);
        var pushed = await PushedAsync(account, lead);

        Assert.That(account.Crm.Leads.All, Has.Count.EqualTo(1));
        Assert.That(account.Crm.Contacts.All, Has.Count.EqualTo(1));
        Assert.That(pushed.Number("amocrm_lead_id"), Is.EqualTo(account.Crm.Leads.All[0].Id));
        Assert.That(await account.HistoryAsync(lead), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_contact_that_was_merged_away_before_the_repeat_does_not_make_a_second_deal()
    {
        var account = await SellerAsync();
        Fail(
            account,
            new()
            {
                Kind = FaultKind.Drop,
                AfterWrite = true,
                Times = 1,
                Match = "POST /api/v4/leads",
            }
        );
        var lead = await TakeInAsync(account);
        await TestAccount.UntilAsync(() => Task.FromResult(account.Crm.Leads.All.Count == 1), () => "no deal");
        var survivor = account.Crm.Contacts.Add("Анна", Phone);
        account.Crm.Contacts.Forget(account.Crm.Leads.All[0].ContactIds[0]);
        account.Crm.Leads.Change(account.Crm.Leads.All[0].Id, deal => deal with { ContactIds = [survivor.Id] });

        var pushed = await PushedAsync(account, lead);

        Assert.That(account.Crm.Leads.All, Has.Count.EqualTo(1));
        Assert.That(pushed.Number("amocrm_contact_id"), Is.EqualTo(survivor.Id));
    }

    [Test]
    public async Task A_deal_of_which_a_restored_backup_knows_nothing_is_not_made_again()
    {
        var account = await SellerAsync();
        var fault = Fail(account, new() { Kind = FaultKind.Error, Match = "/api/v4/contacts" });
        var lead = await TakeInAsync(account);
        var contact = account.Crm.Contacts.Add("Анна", Phone);
        var deal = account.Crm.Leads.Create(new() { ContactIds = [contact.Id], Tags = [Tag(lead)] });

        account.Service.Amo.ClearFaults(fault);
        var pushed = await PushedAsync(account, lead);

        Assert.That(account.Crm.Leads.All, Has.Count.EqualTo(1));
        Assert.That(pushed.Number("amocrm_lead_id"), Is.EqualTo(deal.Id));
        Assert.That(pushed.Number("amocrm_contact_id"), Is.EqualTo(contact.Id));
    }

    [Test]
    public async Task A_lead_that_is_erased_while_its_deal_may_exist_is_linked_if_it_does_and_keeps_no_payload()
    {
        var account = await SellerAsync();
        Fail(
            account,
            new()
            {
                Kind = FaultKind.Drop,
                AfterWrite = true,
                Times = 1,
                Match = "POST /api/v4/leads",
            }
        );
        var lead = await TakeInAsync(account);
        await TestAccount.UntilAsync(() => Task.FromResult(account.Crm.Leads.All.Count == 1), () => "no deal");
        await account.Client.DeleteAsync($"/api/leads/{lead.Id()}");

        await PushedAsync(account, lead);

        Assert.That(account.Crm.Leads.All, Has.Count.EqualTo(1));
        Assert.That((await account.HistoryAsync(lead)).Single().IsNull("webhook_data"), Is.True);
    }

    [Test]
    public async Task A_refused_lead_says_why_and_the_others_go_on()
    {
        var account = await UnconnectedAccountAsync();
        var bad = await NamedAsync(account, 0, LeadForbidden);
        var good = new List<System.Text.Json.JsonElement>();
        for (var i = 1; i < 6; i++)
            good.Add(await NamedAsync(account, i, "Анна"));
        var connected = await account.ConnectAsync(ForbiddingCrm(account, named: true));

        foreach (var lead in good)
            await PushedAsync(connected, lead);
        var refused = await PushedAsync(connected, bad, "failed");

        Assert.That(refused.Text("push_error"), Is.EqualTo("NotSupportedChoice name"));
        Assert.That(connected.Crm.Leads.All, Has.Count.EqualTo(5));
        Assert.That((await connected.ItemsAsync("/api/leads?amocrmPush=failed")).Select(l => l.Id()), Is.EqualTo([bad.Id()]));
        Assert.That(await connected.ItemsAsync("/api/leads?amocrmPush=sent"), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_refused_lead_that_amoCRM_does_not_name_is_found_by_halving()
    {
        var account = await UnconnectedAccountAsync();
        var bad = await NamedAsync(account, 0, LeadForbidden);
        var good = new List<System.Text.Json.JsonElement>();
        for (var i = 1; i < 4; i++)
            good.Add(await NamedAsync(account, i, "Анна"));
        var connected = await account.ConnectAsync(ForbiddingCrm(account, named: false));

        foreach (var lead in good)
            await PushedAsync(connected, lead);
        Assert.That((await PushedAsync(connected, bad, "failed")).Text("push_error"), Is.EqualTo("amoCRM answered 400"));
        Assert.That(connected.Crm.Leads.All, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_failed_lead_is_tried_again_when_a_person_asks()
    {
        var account = await SellerAsync();
        account.Crm.Switches = account.Crm.Switches with { ForbiddenName = "Анна" };
        var lead = await TakeInAsync(account);
        await PushedAsync(account, lead, "failed");
        account.Crm.Switches = account.Crm.Switches with { ForbiddenName = null };

        var asked = await account.SendAsync(HttpMethod.Post, $"/api/leads/{lead.Id()}/push");

        Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That((await PushedAsync(account, lead)).IsNull("push_error"), Is.True);
        Assert.That(account.Crm.Leads.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_token_that_amoCRM_refuses_stops_the_leads_and_a_new_one_sends_them()
    {
        var account = await SellerAsync();
        Service.Amo.RevokeToken(account.Crm.LongLivedToken);
        var lead = await TakeInAsync(account);
        await TestAccount.UntilAsync(
            async () =>
                (await JsonAsync(await account.Client.GetAsync($"/api/user-accounts/{account.Id}"))).Text("connection")
                == "reauthorization_required",
            () => "the refused token was not noticed"
        );

        var token = Service.Amo.IssueToken(account.Crm.Id);
        await account.SendAsync(
            HttpMethod.Put,
            $"/api/user-accounts/{account.Id}/amocrm-connection",
            new { amocrm_domain = account.Crm.Host, long_lived_token = token }
        );

        await PushedAsync(account, lead);
        Assert.That(account.Crm.Leads.All, Has.Count.EqualTo(1));
    }

    private const string LeadForbidden = "Запрещённая";

    private static Task<System.Text.Json.JsonElement> NamedAsync(TestAccount account, int i, string name) =>
        TakeInAsync(account, $"+7916000{i:0000}", name);

    private static AmoCrmQualification.Sandbox.World.CrmAccount ForbiddingCrm(TestAccount account, bool named)
    {
        var crm = account.Service.Amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новая");
        crm.Switches = crm.Switches with { ForbiddenName = LeadForbidden, RefusalsNamed = named };
        return crm;
    }
}
