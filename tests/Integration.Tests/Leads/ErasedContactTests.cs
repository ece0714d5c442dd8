using System.Text;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Leads;

/// <summary>Erasing a person reaches what hooks of contacts told, whenever they come.</summary>
internal sealed class ErasedContactTests : SearchedTest
{
    // Each with names of its own, as all of the database is looked through.
    [Test]
    public async Task What_a_contact_of_the_deal_told_before_is_gone()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(900);
        await account.DeliverAsync(
            Hook(5, "Нимфадора первая", deals: [900, 901]),
            Hook(6, "Ремус чужой", deals: [901]),
            Hook(7, "Нимфадора в пути", deals: [900]).Replace("update", "note", StringComparison.Ordinal)
        );

        await EraseAsync(account, lead);

        Assert.That(await TablesWithAsync("Нимфадора"), Is.Empty);
        Assert.That(await TablesWithAsync("Ремус"), Is.EqualTo(["webhook_deliveries"]), "others are left alone");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_a_contact_tells_later_is_not_kept(bool namesTheDeal)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(900);
        await Service.ExecuteAsync("UPDATE leads SET amocrm_contact_id = 5 WHERE id = $1", lead.Id());
        await EraseAsync(account, lead);

        var (person, other) = ($"Андромеда{namesTheDeal}", $"Сириус{namesTheDeal}");
        await account.DeliverAsync(Hook(5, person, deals: namesTheDeal ? [900] : []), Hook(6, other, deals: [901]));

        Assert.That(await TablesWithAsync(person), Is.Empty);
        Assert.That(await TablesWithAsync(other), Is.Not.Empty, "another's");
    }

    [Test]
    public async Task A_contact_without_a_deal_is_known_by_the_lead_that_was_to_be_sent()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79167770011",
                push = false,
            }
        );
        await Service.ExecuteAsync("UPDATE leads SET amocrm_contact_id = 8 WHERE id = $1", lead.Id());
        await account.DeliverAsync(Hook(8, "Аластор Тестов", deals: []));

        await EraseAsync(account, lead);

        Assert.That(await TablesWithAsync("Аластор"), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_delivery_that_is_dead_or_waits_loses_the_contact(bool isDead)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(900);
        await Service.ExecuteAsync(
            """
            INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, due_at, is_dead, raw_body)
            VALUES ($1, $2, $3, now(), 'infinity', $4, $5)
            """,
            account.Id,
            Guid.CreateVersion7(),
            account.Id.ToByteArray(bigEndian: true)[15] % 64,
            isDead,
            Encoding.UTF8.GetBytes(Hook(5, $"Рубеус{isDead}", deals: [900]))
        );

        await EraseAsync(account, lead);

        Assert.That(await TablesWithAsync($"Рубеус{isDead}"), Is.Empty);
    }

    [Test]
    public async Task An_adopted_lead_that_was_erased_takes_no_person_from_a_later_contact()
    {
        var account = await AccountAsync(new { adopt_deals = "all" });
        account.Crm.Pipelines.Add("Продажи", "Новая");
        var deal = account.Crm.Leads.Create(new NewLead());
        await account.DeliverAsync(LeadForm.Status(deal));
        var lead = (await account.ItemsAsync("/api/leads")).Single();
        await EraseAsync(account, lead);

        var contact = account.Crm.Contacts.Create(
            new NewContact
            {
                Name = "Батильда Тестова",
                Phones = ["+7 916 777-00-22"],
                LeadIds = [deal.Id],
            }
        );
        await account.DeliverAsync(ContactForm.Update(contact, deal.Id), LeadForm.Status(deal));
        await account.Service.ExecuteAsync("UPDATE outbox SET due_at = now() WHERE user_account_id = $1", account.Id);
        await TestAccount.UntilAsync(
            async () =>
                await account.Service.ScalarAsync<long>("SELECT count(*) FROM outbox WHERE user_account_id = $1", account.Id)
                == 0,
            () => "amoCRM is still to be asked"
        );
        await account.ReconcileAsync();

        Assert.That((await account.LeadByIdAsync(lead)).IsNull("name"), Is.True);
        Assert.That(await TablesWithAsync("Батильда"), Is.Empty);
        Assert.That(await TablesWithAsync("777-00-22"), Is.Empty);
        Assert.That(await TablesWithAsync("79167770022"), Is.Empty);
    }

    [Test]
    public async Task A_contact_that_was_known_by_the_phone_goes_with_the_last_lead_that_has_it()
    {
        const string Phone = "+79167770033";
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новая");
        JsonElement[] leads = [await KeptAsync(), await KeptAsync()];
        var contact = account.Crm.Contacts.Add("Гилдерой Тестов", Phone);
        var deal = account.Crm.Leads.Create(new NewLead { ContactIds = [contact.Id] });
        await account.DeliverAsync(LeadForm.Status(deal), ContactForm.Update(contact, deal.Id));
        await TestAccount.UntilAsync(
            async () => (await account.ItemsAsync("/api/lead-matches")).Count == 1,
            () => "nobody is asked whose it is"
        );

        foreach (var lead in leads)
            await EraseAsync(account, lead);

        Assert.That(await TablesWithAsync("Гилдерой"), Is.Empty);
        Assert.That(await TablesWithAsync(Phone), Is.Empty);

        Task<JsonElement> KeptAsync() =>
            account.LeadAsync(
                new
                {
                    source_type = "website",
                    phone = Phone,
                    push = false,
                }
            );
    }

    private static string Hook(long contact, string name, long[] deals) =>
        ContactForm.Build("update", contact, name, ["+79167770044"], ["nobody@example.test"], deals);

    private static async Task EraseAsync(TestAccount account, JsonElement lead) =>
        Assert.That(
            (await account.Client.DeleteAsync($"/api/leads/{lead.Id()}")).StatusCode,
            Is.EqualTo(HttpStatusCode.NoContent)
        );

    /// <summary>As text, as bytes, and as a form escapes it.</summary>
    private static Task<IReadOnlyList<string>> TablesWithAsync(string text) =>
        Service.TablesWithAsync(
            text,
            Uri.EscapeDataString(text),
            WebUtility.UrlEncode(text),
            WebUtility.UrlEncode(WebUtility.HtmlEncode(text))
        );
}
