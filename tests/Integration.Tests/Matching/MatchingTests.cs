using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Matching;

/// <summary>Deals that came to amoCRM another way find their leads by phone.</summary>
internal sealed class MatchingTests : MatchTest
{
    [Test]
    public async Task A_deal_made_by_hand_is_linked_with_the_one_lead_that_has_its_phone_and_brings_its_history()
    {
        var account = await SellerAsync();
        var lead = await KeptAsync(account);
        var stranger = await KeptAsync(account, "+79160000000");

        var deal = Deal(account, "8 (916) 123-45-67", "+79995554433");
        await account.DeliverAsync(
            LeadForm.Add(deal.Id, deal.PipelineId, deal.StatusId, LeadForm.T0),
            LeadForm.Status(deal.Id, deal.PipelineId, CrmStage.Won, LeadForm.T0 + 5, oldStatus: deal.StatusId, price: "70")
        );
        var linked = await LinkedAsync(account, lead);

        Assert.Multiple(() =>
        {
            Assert.That(linked.Number("amocrm_lead_id"), Is.EqualTo(deal.Id));
            Assert.That(linked.Number("amocrm_contact_id"), Is.EqualTo(deal.ContactIds[0]));
            Assert.That(linked.Text("amocrm_push"), Is.EqualTo("not_needed"));
            Assert.That(linked.Stage(), Is.EqualTo($"{deal.PipelineId}/142"));
        });
        Assert.That(await account.HistoryAsync(lead), Has.Count.EqualTo(2));
        Assert.That((await account.SaleAsync()).Text("lead_id"), Is.EqualTo(lead.Text("id")));
        Assert.That((await account.LeadByIdAsync(stranger)).IsNull("amocrm_lead_id"), Is.True);
        Assert.That(await account.DeliveriesAsync("unmatched"), Is.Not.Empty, "they stay as they were");
    }

    [Test]
    public async Task Any_contact_of_the_deal_and_any_of_its_phones_counts()
    {
        var account = await SellerAsync();
        var lead = await KeptAsync(account);
        var (main, nameless) = (account.Crm.Contacts.Add("Муж", "+79991112233"), account.Crm.Contacts.Add("Без полей"));
        var other = account.Crm.Contacts.Add("Жена", "+79994445566", Phone);

        var deal = account.Crm.Leads.Create(new NewLead { ContactIds = [main.Id, nameless.Id, other.Id] });
        await account.DeliverAsync(LeadForm.Status(deal));

        Assert.That((await LinkedAsync(account, lead)).Number("amocrm_contact_id"), Is.EqualTo(other.Id));
    }

    [TestCase("553198765432@s.whatsapp.net", "+55 31 99876-5432")]
    [TestCase("5531998765432@s.whatsapp.net", "(31) 9876-5432")]
    [TestCase("541123456789@s.whatsapp.net", "+54 9 11 2345-6789")]
    public async Task A_mobile_is_the_same_with_the_digit_that_its_country_added_and_without(string chat, string typed)
    {
        var account = await SellerAsync();
        await account.Client.AskAsync(HttpMethod.Patch, $"/api/user-accounts/{account.Id}", new { default_country = "BR" });
        var first = await ChatAsync();
        var deals = new[] { Deal(account, typed), Deal(account, typed) };

        await account.DeliverAsync(LeadForm.Status(deals[0]));
        var linked = await LinkedAsync(account, first);
        await KeptAsync(account, "+79160000000"); // somebody waits, so the next deal is looked up
        await account.DeliverAsync(LeadForm.Status(deals[1]));
        await NothingIsDueAsync(account);
        var later = await LinkedAsync(account, await ChatAsync());

        Assert.That(linked.Number("amocrm_lead_id"), Is.EqualTo(deals[0].Id), "the lead came first");
        Assert.That(later.Number("amocrm_lead_id"), Is.EqualTo(deals[1].Id), "the deal came first");

        Task<System.Text.Json.JsonElement> ChatAsync() =>
            account.LeadAsync(
                new
                {
                    source_type = "whatsapp",
                    chat_id = chat,
                    push = false,
                }
            );
    }

    [Test]
    public async Task A_lead_that_waits_for_its_push_is_matched_and_not_sent()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LeadAsync(new { source_type = "website", phone = Phone });
        var crm = Crm();
        var deal = crm.Leads.Create(new NewLead { ContactIds = [crm.Contacts.Add("Анна", Phone).Id] });
        await account.DeliverAsync(LeadForm.Status(deal));
        var connected = await account.ConnectAsync(crm);

        var linked = await LinkedAsync(connected, lead);

        Assert.That((linked.Number("amocrm_lead_id"), linked.Text("amocrm_push")), Is.EqualTo(((long?)deal.Id, "not_needed")));
        await NothingIsDueAsync(account);
        Assert.That(crm.Leads.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_lead_that_comes_in_later_gets_the_newest_deal_that_has_its_phone()
    {
        var account = await SellerAsync();
        await KeptAsync(account, "+79160000000"); // somebody waits, so deals are looked up
        var deals = new[] { Deal(account, Phone), Deal(account, Phone) };
        await account.DeliverAsync([.. deals.Select(LeadForm.Status)]);
        await NothingIsDueAsync(account);

        var lead = await KeptAsync(account);

        Assert.That((await LinkedAsync(account, lead)).Number("amocrm_lead_id"), Is.EqualTo(deals.Max(d => d.Id)));
    }

    [Test]
    public async Task The_first_lead_that_waits_has_the_deals_looked_up_that_were_heard_of_before()
    {
        var account = await SellerAsync();
        var deal = Deal(account, Phone);
        await account.DeliverAsync(LeadForm.Status(deal));
        await NothingIsDueAsync(account);
        var before = Calls(account);

        var lead = await KeptAsync(account);

        Assert.That(before, Is.Zero, "nobody waited");
        Assert.That((await LinkedAsync(account, lead)).Number("amocrm_lead_id"), Is.EqualTo(deal.Id));
    }

    [Test]
    public async Task A_deal_that_has_no_contact_yet_is_looked_up_later()
    {
        var account = await SellerAsync();
        var lead = await KeptAsync(account);
        var deal = Deal(account);
        await account.DeliverAsync(LeadForm.Status(deal));
        await TestAccount.UntilAsync(
            async () => await DelayAsync(account) > TimeSpan.FromSeconds(30),
            () => "it is not rescheduled"
        );
        account.Crm.Leads.Change(deal.Id, d => d with { ContactIds = [account.Crm.Contacts.Add("Анна", Phone).Id] });

        await account.Service.ExecuteAsync("UPDATE outbox SET due_at = now() WHERE user_account_id = $1", account.Id);

        Assert.That((await LinkedAsync(account, lead)).Number("amocrm_lead_id"), Is.EqualTo(deal.Id));
    }

    [Test]
    public async Task A_hundred_deals_are_looked_up_in_two_calls()
    {
        var account = await UnconnectedAccountAsync();
        var crm = Crm();
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = Phone,
                push = false,
            }
        );
        var deals = Enumerable
            .Range(0, 100)
            .Select(i =>
                crm.Leads.Create(new NewLead { ContactIds = [crm.Contacts.Add("К", i == 50 ? Phone : $"+7999000{i:0000}").Id] })
            )
            .ToList();
        await account.DeliverAsync([.. deals.Select(LeadForm.Status)]);

        var connected = await account.ConnectAsync(crm);
        var linked = await LinkedAsync(connected, lead);

        Assert.That(linked.Number("amocrm_lead_id"), Is.EqualTo(deals[50].Id));
        Assert.That(Calls(connected), Is.EqualTo(2));
    }

    [Test]
    public async Task Nor_of_its_other_spelling()
    {
        var account = await SellerAsync();
        var leads = new[] { await KeptAsync(account, "+553198761234"), await KeptAsync(account, "+5531998761234") };
        await account.DeliverAsync(LeadForm.Status(Deal(account, "+5531998761234")));
        await MatchAsync(account);

        foreach (var lead in leads)
            await account.Client.DeleteAsync($"/api/leads/{lead.Id()}");

        Assert.That(await account.Service.TablesWithAsync("98761234"), Is.Empty);
    }

    [Test]
    public async Task Nothing_is_left_of_the_phone_of_a_person_who_is_erased()
    {
        const string Own = "+79167778899";
        var account = await SellerAsync();
        var leads = new[] { await KeptAsync(account, Own), await KeptAsync(account, Own) };
        await account.DeliverAsync(LeadForm.Status(Deal(account, Own)));
        await MatchAsync(account);
        var before = await account.Service.TablesWithAsync(Own);

        foreach (var lead in leads)
            await account.Client.DeleteAsync($"/api/leads/{lead.Id()}");

        Assert.That(before, Is.SupersetOf(["amocrm_deal_contacts", "lead_matches"]));
        Assert.That(await account.Service.TablesWithAsync(Own), Is.Empty);
    }
}
