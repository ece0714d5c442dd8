using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Leads;

internal sealed class ErasureTests : ApiTest
{
    private const string Phone = "+79167770011";

    // Of a name that no other test uses: all of the database is looked through.
    private const string Name = "Анна Аркадьевна Облонская";

    [Test]
    public async Task Nothing_of_the_person_is_left_anywhere_and_what_was_counted_stays()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        var contact = account.Crm.Contacts.Add(Name, Phone);
        account.Crm.Leads.Create(
            new NewLead
            {
                Id = 900,
                Price = 5000,
                PipelineId = pipeline.Id,
                StatusId = CrmStage.Won,
                ContactIds = [contact.Id],
            }
        );
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                name = Name,
                phone = Phone,
                email = "karenina-a@example.ru",
                chat_id = "79167770011@c.us",
                message = "Хочу кухню для Облонской",
                amocrm_lead_id = 900,
            }
        );
        await account.DeliverAsync(
            LeadForm.Build(
                "status",
                0,
                [.. LeadForm.Fields(900, pipeline.Id, CrmStage.Won, LeadForm.T0, null, "5000"), ("tags[0][name]", Name)]
            )
        );
        await account.SaleAsync(sale => sale.Text("client_phone") == Phone);
        var stats = (await account.GetAsync("/api/amocrm/qualification-stats")).GetRawText();

        var erased = await account.Client.DeleteAsync($"/api/leads/{lead.Id()}");

        Assert.That(erased.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        var now = await account.LeadByIdAsync(lead);
        string[] personal = ["name", "phone", "phone_e164", "email", "chat_id", "message"];
        Assert.That(personal.Where(field => !now.IsNull(field)), Is.Empty);
        Assert.That(
            (now.Number("amocrm_lead_id"), now.Number("current_status_id"), now.Flag("is_qualified")),
            Is.EqualTo((900, 142, true))
        );
        var history = (await account.HistoryAsync(lead)).Single();
        Assert.That(history.IsNull("webhook_data"));
        Assert.That(history.Number("to_status_id"), Is.EqualTo(142));
        var sale = (await account.ItemsAsync("/api/sales")).Single();
        Assert.That(
            (sale.IsNull("client_phone"), sale.IsNull("client_name"), sale.Number("amount")),
            Is.EqualTo((true, true, 5000))
        );
        Assert.That((await account.GetAsync("/api/amocrm/qualification-stats")).GetRawText(), Is.EqualTo(stats));
        foreach (var trace in new[] { Phone, "79167770011", "Облонск", "karenina-a" })
            Assert.That(await Service.TablesWithAsync(trace), Is.Empty, trace);
        Assert.That(await Service.TablesWithAsync(Uri.EscapeDataString("Облонск")), Is.Empty, "nor in a raw delivery");
    }

    [Test]
    public async Task What_comes_after_the_erasure_does_not_bring_the_person_back()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый");
        var contact = account.Crm.Contacts.Add("Вронский", "+79167770022");
        account.Crm.Leads.Create(new NewLead { Id = 901, ContactIds = [contact.Id] });
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79167770022",
                amocrm_lead_id = 901,
            }
        );
        await account.Client.DeleteAsync($"/api/leads/{lead.Id()}");

        await account.DeliverAsync(LeadForm.Status(901, pipeline.Id, CrmStage.Won, LeadForm.T0, price: "700"));
        var sale = await account.SaleAsync();

        Assert.That((sale.IsNull("client_phone"), sale.IsNull("client_name")), Is.EqualTo((true, true)));
        Assert.That(await Service.TablesWithAsync("79167770022"), Is.Empty);
        Assert.That((await account.HistoryAsync(lead)).Single().IsNull("webhook_data"), "what is told later keeps no payload");
    }

    [Test]
    public async Task A_lead_without_a_deal_is_erased_too_and_twice_is_as_once()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LeadAsync(
            new
            {
                source_type = "manual",
                name = "Анна",
                phone = "+79161234567",
            }
        );

        HttpStatusCode[] answers =
        [
            (await account.Client.DeleteAsync($"/api/leads/{lead.Id()}")).StatusCode,
            (await account.Client.DeleteAsync($"/api/leads/{lead.Id()}")).StatusCode,
        ];

        Assert.That(answers, Is.All.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await account.LeadByIdAsync(lead)).GetProperty("phone").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }
}
