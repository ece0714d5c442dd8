using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Push;

internal sealed class PushedLeadTests : PushTest
{
    [Test]
    public async Task A_lead_becomes_a_deal_with_its_contact_and_marks_and_knows_its_first_stage()
    {
        var account = await SellerAsync();
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                name = "Анна <Каренина> & Ко",
                phone = "8 (916) 123-45-67",
                email = "anna@example.ru",
                utm_source = "yandex",
                utm_campaign = "кухни",
                gclid = "Cj0KCQ",
                _ym_uid = "1700000000123456789",
            }
        );

        var pushed = await PushedAsync(account, lead);

        Assert.That(lead.Text("amocrm_push"), Is.EqualTo("pending"));
        var (deal, contact) = (account.Crm.Leads.All.Single(), account.Crm.Contacts.All.Single());
        var step = (await account.HistoryAsync(lead)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(pushed.Number("amocrm_lead_id"), Is.EqualTo(deal.Id));
            Assert.That(pushed.Number("amocrm_contact_id"), Is.EqualTo(contact.Id));
            Assert.That(pushed.Stage(), Is.EqualTo(Stage(deal)));
            Assert.That(deal.Name, Is.EqualTo("Анна <Каренина> & Ко"));
            Assert.That(deal.ContactIds, Is.EqualTo([contact.Id]));
            Assert.That(deal.Tags.Select(t => t.Name), Is.EquivalentTo([Tag(lead), "utm_source:yandex", "utm_campaign:кухни"]));
            Assert.That(
                deal.Fields.Select(f => $"{f.Code} {f.Values[0].Value}"),
                Is.EquivalentTo(["UTM_SOURCE yandex", "UTM_CAMPAIGN кухни", "GCLID Cj0KCQ", "_YM_UID 1700000000123456789"])
            );
            Assert.That(
                contact.Fields.Select(f => $"{f.Code} {f.Values[0].EnumCode} {f.Values[0].Value}"),
                Is.EquivalentTo(["PHONE WORK +79161234567", "EMAIL WORK anna@example.ru"])
            );
            Assert.That(step.Text("source"), Is.EqualTo("push"));
            Assert.That(step.Time("changed_at"), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(deal.CreatedAt)));
            Assert.That(step.GetProperty("webhook_data").Number("id"), Is.EqualTo(deal.Id));
        });
    }

    [TestCase("+7 (916) 123-45-67")]
    [TestCase("8 916 123 45 67")]
    [TestCase("9161234567 доб. 12")]
    public async Task A_contact_with_the_same_phone_however_it_is_typed_is_used(string typed)
    {
        var account = await SellerAsync();
        var contact = account.Crm.Contacts.Add("Анна &quot;А&quot;", "+79990000000", typed);

        var pushed = await PushedAsync(account, await TakeInAsync(account));

        Assert.That(pushed.Number("amocrm_contact_id"), Is.EqualTo(contact.Id));
        Assert.That(account.Crm.Contacts.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_contact_in_which_the_phone_only_occurs_is_somebody_else()
    {
        var account = await SellerAsync();
        account.Crm.Contacts.Create(new NewContact { Name = "Заказ 79161234567" });
        account.Crm.Contacts.Add("Длинный", "+4479161234567");
        account.Crm.Contacts.Add("Сосед", "+779161234567");

        var pushed = await PushedAsync(account, await TakeInAsync(account));

        var own = account.Crm.Contacts.Get(pushed.Number("amocrm_contact_id")!.Value);
        Assert.That(own.Fields.Single().Values.Single().Value, Is.EqualTo(Phone));
        Assert.That(account.Crm.Contacts.All, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Of_several_contacts_with_the_phone_the_oldest_is_used()
    {
        var account = await SellerAsync();
        var ids = Enumerable.Range(0, 3).Select(_ => account.Crm.Contacts.Add("Анна", "8" + Phone[2..]).Id).ToList();

        var pushed = await PushedAsync(account, await TakeInAsync(account));

        Assert.That(pushed.Number("amocrm_contact_id"), Is.EqualTo(ids.Min()));
    }

    [Test]
    public async Task Without_a_phone_the_e_mail_tells_whose_the_lead_is()
    {
        var account = await SellerAsync();
        var contact = account.Crm.Contacts.Create(new NewContact { Name = "А", Emails = ["Anna@Example.ru"] });
        account.Crm.Contacts.Create(new NewContact { Name = "Б", Emails = ["not-anna@example.ru"] });

        var lead = await account.LeadAsync(new { source_type = "website", email = "anna@example.RU" });

        Assert.That((await PushedAsync(account, lead)).Number("amocrm_contact_id"), Is.EqualTo(contact.Id));
    }

    [Test]
    public async Task A_WhatsApp_chat_gives_the_phone()
    {
        var account = await SellerAsync();
        var contact = account.Crm.Contacts.Add("Анна", Phone);

        var lead = await account.LeadAsync(new { source_type = "whatsapp", chat_id = "79161234567@s.whatsapp.net" });

        Assert.That((await PushedAsync(account, lead)).Number("amocrm_contact_id"), Is.EqualTo(contact.Id));
    }

    [Test]
    public async Task Leads_that_come_together_take_few_calls_and_share_the_contact_of_one_phone()
    {
        var account = await UnconnectedAccountAsync();
        var leads = new List<System.Text.Json.JsonElement>();
        for (var i = 0; i < 50; i++)
            leads.Add(await TakeInAsync(account, $"+7916000{i % 5:0000}"));
        await WaitingAsync(account);

        var connected = await account.ConnectAsync();
        foreach (var lead in leads)
            await PushedAsync(connected, lead);

        Assert.That(connected.Crm.Contacts.All, Has.Count.EqualTo(5));
        Assert.That(connected.Crm.Leads.All, Has.Count.EqualTo(50));
        Assert.That(CallsOf(connected, "GET /api/v4/contacts"), Has.Count.EqualTo(5), "one search a phone");
        Assert.That(CallsOf(connected, "POST /api/v4/contacts"), Has.Count.EqualTo(1));
        Assert.That(CallsOf(connected, "POST /api/v4/leads"), Has.Count.EqualTo(1));
        Assert.That(CallsOf(connected, "GET /api/v4/leads"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task More_than_fifty_leads_take_more_than_one_call()
    {
        var account = await UnconnectedAccountAsync();
        var leads = new List<System.Text.Json.JsonElement>();
        for (var i = 0; i < 51; i++)
            leads.Add(await TakeInAsync(account));
        await WaitingAsync(account);

        var connected = await account.ConnectAsync();
        foreach (var lead in leads)
            await PushedAsync(connected, lead);

        Assert.That(connected.Crm.Leads.All, Has.Count.EqualTo(51));
        Assert.That(CallsOf(connected, "POST /api/v4/leads"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task An_erased_lead_is_not_sent()
    {
        var account = await UnconnectedAccountAsync();
        var (erased, other) = (await TakeInAsync(account), await TakeInAsync(account, "+79160000001"));
        await account.Client.DeleteAsync($"/api/leads/{erased.Id()}");

        var connected = await account.ConnectAsync();
        await PushedAsync(connected, other);

        Assert.That((await account.LeadByIdAsync(erased)).Text("amocrm_push"), Is.EqualTo("not_needed"));
        Assert.That(connected.Crm.Leads.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_lead_that_was_kept_here_is_sent_when_a_person_asks_for_it()
    {
        var account = await SellerAsync(new { push_leads = false });
        var lead = await TakeInAsync(account);

        var asked = await JsonAsync(
            await account.SendAsync(HttpMethod.Post, $"/api/leads/{lead.Id()}/push"),
            HttpStatusCode.Accepted
        );
        await PushedAsync(account, lead);

        Assert.That(lead.Text("amocrm_push"), Is.EqualTo("not_needed"));
        Assert.That(asked.Text("amocrm_push"), Is.EqualTo("pending"));
        var again = await account.SendAsync(HttpMethod.Post, $"/api/leads/{lead.Id()}/push");
        await ProblemAsync(again, HttpStatusCode.Conflict, "conflict", "lead_already_linked");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Webhooks_before_or_after_the_push_give_the_same_history(bool before)
    {
        var account = await SellerAsync();
        var stages = account.Crm.Pipelines.Main.Stages.Where(s => s.Type == 0).ToList();
        // While amoCRM does not show the deal it has made, the push cannot end.
        var hidden = Fail(account, new() { Kind = FaultKind.Error, Match = before ? "GET /api/v4/leads" : "nothing" });
        var lead = await TakeInAsync(account);
        CrmLead? deal = null;
        await TestAccount.UntilAsync(
            () => Task.FromResult((deal = account.Crm.Leads.All.SingleOrDefault()) is not null),
            () => "no deal"
        );
        var hooks = new[]
        {
            LeadForm.Add(deal!.Id, deal.PipelineId, deal.StatusId, deal.CreatedAt),
            LeadForm.Status(deal.Id, deal.PipelineId, stages[1].Id, deal.CreatedAt + 5, oldStatus: deal.StatusId),
        };
        if (!before)
            await PushedAsync(account, lead);
        await account.DeliverAsync(hooks);
        account.Service.Amo.ClearFaults(hidden);
        var pushed = await PushedAsync(account, lead);

        Assert.That(pushed.Stage(), Is.EqualTo($"{deal.PipelineId}/{stages[1].Id}"));
        var history = await account.HistoryAsync(lead);
        Assert.That(
            history.Select(h => $"{h.Number("to_status_id")} {h.Text("source")}"),
            Is.EqualTo([$"{deal.StatusId} webhook", $"{stages[1].Id} webhook"])
        );
    }

    /// <summary>Until nothing is tried any more before the account is connected, so that all leads go together.</summary>
    private static Task WaitingAsync(TestAccount account) =>
        TestAccount.UntilAsync(
            () =>
                account.Service.ScalarAsync<bool>(
                    """
                    SELECT NOT EXISTS (SELECT 1 FROM outbox WHERE user_account_id = $1 AND due_at <= now())
                      AND NOT EXISTS (SELECT 1 FROM outbox_leases WHERE user_account_id = $1 AND leased_until > now())
                    """,
                    account.Id
                ),
            () => "they do not wait for a connection"
        );
}
