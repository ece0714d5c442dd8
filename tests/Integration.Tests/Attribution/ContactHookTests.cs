using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Attribution;

/// <summary>The person of a deal that was made elsewhere, as hooks of contacts tell of it.</summary>
internal sealed class ContactHookTests : BackfillTest
{
    private const string Phone = "+79165554433";

    [Test]
    public async Task A_contact_that_comes_late_gives_the_lead_its_name_phone_and_email()
    {
        var (account, deal) = await WithDealAsync();
        Assert.That((await OnlyLeadAsync(account)).IsNull("name"), Is.True);

        var contact = Contact(account, deal, "Анна & Ко");
        await account.DeliverAsync(ContactForm.Update(contact, deal.Id));

        var lead = await NamedAsync(account, "Анна & Ко");
        Assert.Multiple(() =>
        {
            Assert.That(lead.Text("phone"), Is.EqualTo("8 (916) 555-44-33"));
            Assert.That(lead.Text("phone_e164"), Is.EqualTo(Phone));
            Assert.That(lead.Text("email"), Is.EqualTo("anna@example.test"));
            Assert.That(lead.Number("amocrm_contact_id"), Is.EqualTo(contact.Id));
        });
        var told = (await account.LatestDeliveryAsync()).List("events").Single();
        Assert.That(
            (told.Text("entity"), told.Number("id"), told.Text("effect"), told.GetProperty("deals").GetRawText()),
            Is.EqualTo(("contact", contact.Id, "applied", $"[{deal.Id}]"))
        );
    }

    [Test]
    public async Task A_contact_that_comes_late_gives_the_deal_to_the_lead_that_has_its_phone()
    {
        var (account, deal) = await WithDealAsync();
        var own = await KeptAsync(account);

        await account.DeliverAsync(ContactForm.Update(Contact(account, deal), deal.Id));

        await TestAccount.UntilAsync(
            async () => !(await account.LeadByIdAsync(own)).IsNull("amocrm_lead_id"),
            () => "the lead has no deal"
        );
        var only = await OnlyLeadAsync(account);
        Assert.That((only.Id(), only.Number("amocrm_lead_id")), Is.EqualTo((own.Id(), (long?)deal.Id)));
    }

    [Test]
    public async Task A_phone_that_is_added_later_gives_the_deal_to_the_lead_that_has_it()
    {
        var (account, deal) = await WithDealAsync();
        var contact = account.Crm.Contacts.Create(new NewContact { Name = "Анна", LeadIds = [deal.Id] });
        await account.DeliverAsync(ContactForm.Update(contact, deal.Id));
        await NamedAsync(account, "Анна");
        var own = await KeptAsync(account);

        contact = account.Crm.Contacts.Edit(contact.Id, new ContactChange(Phones: ["+7 900 000-00-01", Phone]));
        await account.DeliverAsync(ContactForm.Update(contact, deal.Id));

        await TestAccount.UntilAsync(
            async () => !(await account.LeadByIdAsync(own)).IsNull("amocrm_lead_id"),
            () => "the lead has no deal"
        );
        Assert.That((await OnlyLeadAsync(account)).Id(), Is.EqualTo(own.Id()));
    }

    [Test]
    public async Task An_older_report_that_comes_last_does_not_bring_the_former_name_back()
    {
        var (account, deal) = await WithDealAsync();
        var former = Contact(account, deal);
        await account.DeliverAsync(ContactForm.Update(former, deal.Id));
        await NamedAsync(account, "Анна");
        var now = account.Crm.Contacts.Edit(former.Id, new ContactChange(Name: "Анна Петрова"));
        await account.DeliverAsync(ContactForm.Update(now, deal.Id));
        await NamedAsync(account, "Анна Петрова");

        await account.DeliverAsync(ContactForm.Update(former, deal.Id));
        await NothingIsAskedAsync(account);

        Assert.That((await OnlyLeadAsync(account)).Text("name"), Is.EqualTo("Анна Петрова"));
    }

    [Test]
    public async Task An_answer_that_a_later_one_overtook_is_asked_for_again()
    {
        var (account, deal) = await WithDealAsync();
        await account.Service.ExecuteAsync(
            "UPDATE amocrm_deals SET contacts_read_at = now() + interval '1 second' WHERE user_account_id = $1",
            account.Id
        );
        await account.DeliverAsync(ContactForm.Update(Contact(account, deal), deal.Id));

        await NamedAsync(account, "Анна");
        Assert.That(
            await account.Service.ScalarAsync<bool>(
                "SELECT now() >= contacts_read_at AND contacts_read_at > now() - interval '1 minute' FROM amocrm_deals WHERE user_account_id = $1",
                account.Id
            )
        );
    }

    [Test]
    public async Task What_is_known_or_of_strangers_asks_nothing_of_amoCRM()
    {
        var (account, deal) = await WithDealAsync();
        var contact = Contact(account, deal);
        await account.DeliverAsync(ContactForm.Update(contact, deal.Id));
        await NamedAsync(account, "Анна");
        await NothingIsAskedAsync(account);
        var before = Calls(account);

        await account.DeliverAsync(
            LeadForm.Together(
                ContactForm.Update(contact, deal.Id),
                ContactForm.Build("add", 41, "Никто", [Phone]),
                ContactForm.Build("add", 42, "Чужой", [Phone], deals: [deal.Id + 900_000], index: 1)
            )
        );
        await NothingIsAskedAsync(account);

        Assert.That(
            await account.ToldAsync(),
            Is.EqualTo([$"contact {contact.Id} update: unchanged", "contact 41 add: ignored", "contact 42 add: ignored"])
        );
        Assert.That(Calls(account), Is.EqualTo(before));
        Assert.That(await account.ItemsAsync("/api/leads"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_storm_of_reports_asks_amoCRM_for_a_hundred_deals_at_once()
    {
        var account = await ConnectedAsync(await AdoptingAsync(), ForeignDeals(80));
        await NothingIsAskedAsync(account);
        var before = Calls(account);
        var hooks = account
            .Crm.Leads.All.Select(
                (deal, i) =>
                    ContactForm.Update(
                        account.Crm.Contacts.Edit(deal.ContactIds[0], new ContactChange(Name: $"Клиент {i} (новое имя)")),
                        deal.Id,
                        index: i
                    )
            )
            .ToList();

        await account.DeliverAsync(LeadForm.Together(hooks));
        await NothingIsAskedAsync(account);

        Assert.That(
            (await account.ItemsAsync("/api/leads?limit=100")).Select(l => l.Text("name")),
            Is.All.EndsWith("(новое имя)")
        );
        Assert.That(Calls(account) - before, Is.EqualTo(2));
    }

    [Test]
    public async Task A_company_is_no_contact()
    {
        var (account, deal) = await WithDealAsync();
        var company = ContactForm
            .Build("update", 7, "ООО", deals: [deal.Id])
            .Replace("=contact", "=company", StringComparison.Ordinal);

        await account.DeliverAsync(company);

        Assert.That(await account.ToldAsync(), Is.EqualTo(["company 7 update: ignored"]));
    }

    /// <summary>An adopted deal that has no contact yet.</summary>
    private async Task<(TestAccount Account, CrmLead Deal)> WithDealAsync()
    {
        var account = await ConnectedAsync(await AdoptingAsync(), ForeignDeals(0));
        var deal = account.Crm.Leads.Create(new NewLead());
        await account.DeliverAsync(LeadForm.Status(deal));
        await TestAccount.UntilAsync(
            async () =>
                await account.Service.ScalarAsync<long>(
                    "SELECT count(*) FROM outbox WHERE user_account_id = $1 AND attempts > 0",
                    account.Id
                ) == 1,
            () => "amoCRM was not asked for its contact"
        );
        return (account, deal);
    }

    private static CrmContact Contact(TestAccount account, CrmLead deal, string name = "Анна") =>
        account.Crm.Contacts.Create(
            new NewContact
            {
                Name = name,
                Phones = ["8 (916) 555-44-33"],
                Emails = ["anna@example.test"],
                LeadIds = [deal.Id],
            }
        );

    private static Task<JsonElement> KeptAsync(TestAccount account) =>
        account.LeadAsync(
            new
            {
                source_type = "website",
                phone = Phone,
                push = false,
            }
        );

    private static async Task<JsonElement> NamedAsync(TestAccount account, string name)
    {
        JsonElement lead = default;
        await TestAccount.UntilAsync(async () => (lead = await OnlyLeadAsync(account)).Text("name") == name, () => $"{lead}");
        return lead;
    }

    private static Task NothingIsAskedAsync(TestAccount account) =>
        TestAccount.UntilAsync(
            async () =>
                await account.Service.ScalarAsync<long>("SELECT count(*) FROM outbox WHERE user_account_id = $1", account.Id)
                == 0,
            () => "amoCRM is still to be asked"
        );

    private static int Calls(TestAccount account) =>
        account.Service.Amo.Requests.Count(r => r.AccountId == account.Crm.Id && r.Path is "/api/v4/leads" or "/api/v4/contacts");
}
