using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

/// <summary>Deals that forms, chats, telephony and people made, as a test or the demo tells of them.</summary>
internal sealed class ForeignDealTests : SandboxTest
{
    private const long Monday = 1_750_000_000;

    [Test]
    public async Task A_deal_of_the_past_comes_with_its_path_contact_marks_and_person()
    {
        var reason = Account.LossReasons.Add("Дорого");
        var manager = Account.Users.Add("Пётр");
        Account.DealFields.Add("Рекламная кампания");
        using var answer = await PostAsync(
            "leads",
            $$"""
            {"name":"Кухня","price":100,"at":{{Monday}},"responsible_user_id":{{manager.Id}},"tags":["сайт"],"source":"Tilda","silent":true,
             "contact":{"name":"Анна","phones":["8 900 000-00-01"],"emails":["a@example.com"]},
             "marks":{"UTM_CONTENT":"120210000001","Рекламная кампания":"Лето"},
             "path":[{"status_id":{{Sales["Qualified"]}},"at":{{Monday + 100}},"price":200},
                     {"status_id":143,"at":{{Monday + 200}},"loss_reason_id":{{reason.Id}}}]}
            """
        );
        await Amo.DrainAsync();

        var lead = Account.Leads.All.Single();
        var contact = Account.Contacts.All.Single();
        var shown = await GetAsync($"/api/v4/leads?with=contacts,loss_reason,source,source_id&filter[id][]={lead.Id}");
        var deal = shown["_embedded"]!["leads"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((lead.CreatedAt, lead.UpdatedAt, lead.ClosedAt), Is.EqualTo((Monday, Monday + 200, Monday + 200)));
            Assert.That((contact.CreatedAt, contact.Fields.Count), Is.EqualTo((Monday, 2)));
            Assert.That(deal["responsible_user_id"]!.GetValue<long>(), Is.EqualTo(manager.Id));
            Assert.That(deal["_embedded"]!["contacts"]![0]!["id"]!.GetValue<long>(), Is.EqualTo(contact.Id));
            Assert.That(deal["_embedded"]!["loss_reason"]![0]!["name"]!.ToString(), Is.EqualTo("Дорого"));
            Assert.That(deal["_embedded"]!["source"]!["name"]!.ToString(), Is.EqualTo("Tilda"));
            Assert.That(deal["source_id"]!.GetValue<long>(), Is.EqualTo(lead.Source!.Id));
            Assert.That(lead.Fields.Select(f => f.Values.Single().Value), Is.EqualTo(["120210000001", "Лето"]));
            Assert.That(
                Account.Events.All.Where(e => e.Type == "lead_status_changed").Select(e => e.CreatedAt),
                Is.EqualTo([Monday + 100, Monday + 200])
            );
            Assert.That(Hook.Bodies, Is.Empty);
        });
    }

    [Test]
    public async Task A_deal_with_a_mark_that_no_field_takes_is_refused_whole()
    {
        using var answer = await PostAsync("leads", """{"contact":{"name":"Анна"},"marks":{"Город":"Казань"}}""");

        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(Account.Leads.All, Is.Empty);
            Assert.That(Account.Contacts.All, Is.Empty);
        });
    }

    [Test]
    public async Task A_contact_that_comes_later_is_told_by_its_own_webhooks_alone()
    {
        Account.Webhooks.Set(Hook.Address, ["add_lead", "update_lead", "add_contact", "update_contact"]);
        var known = Account.Contacts.Create(new NewContact { Name = "Иван", At = Monday });
        var first = Account.Leads.Create(new NewLead { Id = 501, At = Monday });
        var second = Account.Leads.Create(new NewLead { Id = 502, At = Monday });
        await Amo.DrainAsync();
        Hook.Bodies.Clear();

        using var born = await PostAsync(
            $"leads/{first.Id}/contact",
            $$$"""{"contact":{"id":71,"name":"Анна & Ко","phones":["8 900"],"at":{{{Monday + 60}}}}}"""
        );
        using var linked = await PostAsync(
            $"leads/{second.Id}/contact",
            $$"""{"contact_id":{{known.Id}},"at":{{Monday + 90}}}"""
        );
        await Amo.DrainAsync();

        var bodies = Hook.Bodies.Select(Uri.UnescapeDataString).ToArray();
        var phone = Account.Contacts.Get(71).Fields.Single();
        Assert.Multiple(() =>
        {
            Assert.That(bodies, Has.Length.EqualTo(2));
            Assert.That(
                bodies[0],
                Does.EndWith(
                    "contacts[add][0][id]=71&contacts[add][0][name]=Анна+&amp;+Ко"
                        + $"&contacts[add][0][responsible_user_id]={Account.AdminId}&contacts[add][0][date_create]={Monday + 60}"
                        + $"&contacts[add][0][last_modified]={Monday + 60}&contacts[add][0][created_user_id]=0"
                        + "&contacts[add][0][modified_user_id]=0&contacts[add][0][account_id]=17"
                        + $"&contacts[add][0][custom_fields][0][id]={phone.Id}&contacts[add][0][custom_fields][0][name]=Телефон"
                        + "&contacts[add][0][custom_fields][0][values][0][value]=8+900"
                        + $"&contacts[add][0][custom_fields][0][values][0][enum]={phone.Values[0].EnumId}"
                        + "&contacts[add][0][custom_fields][0][code]=PHONE&contacts[add][0][linked_leads_id][501][501]=501"
                        + $"&contacts[add][0][created_at]={Monday + 60}&contacts[add][0][updated_at]={Monday + 60}"
                        + "&contacts[add][0][type]=contact"
                )
            );
            Assert.That(bodies[1], Does.Contain($"contacts[update][0][id]={known.Id}&"));
            Assert.That(bodies[1], Does.Contain("contacts[update][0][linked_leads_id][502][502]=502&"));
            Assert.That(Account.Leads.Get(502), Is.EqualTo(second with { ContactIds = Account.Leads.Get(502).ContactIds }));
            Assert.That(Account.Leads.Get(502).ContactIds, Is.EqualTo([known.Id]));
            Assert.That(Account.Events.All.Where(e => e.Type == "entity_linked").Select(e => e.EntityId), Is.EqualTo([501, 502]));
        });
    }

    [Test]
    public async Task Contacts_are_told_only_to_who_asked_for_them_and_a_plain_save_keeps_what_was_asked()
    {
        await using var other = await Receiver.StartAsync();
        Account.Webhooks.Set(other.Address, ["update_contact"]);
        Account.Webhooks.Set(other.Address);
        var contact = Account.Contacts.Add("Анна", "8 900");
        using var edited = await Api.PatchAsJsonAsync(
            $"/sandbox/accounts/{Account.Id}/contacts/{contact.Id}",
            new
            {
                name = "Анна Петрова",
                phones = new[] { "8 901" },
                emails = new[] { "a@example.com" },
                at = Monday,
            }
        );
        await Amo.DrainAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Hook.Bodies, Is.Empty);
            Assert.That(other.Bodies, Has.Count.EqualTo(1));
            Assert.That(Account.Contacts.Get(contact.Id).Name, Is.EqualTo("Анна Петрова"));
            Assert.That(
                Account.Contacts.Get(contact.Id).Fields.Select(f => f.Values.Single().Value),
                Is.EqualTo(["8 901", "a@example.com"])
            );
        });
    }

    [Test]
    public async Task The_people_of_the_account_are_listed_and_take_deals_over()
    {
        using var added = await PostAsync("users", """{"name":"Пётр","id":9001}""");
        var lead = Account.Leads.Create(new NewLead());
        using var taken = await PostAsync($"leads/{lead.Id}/responsible", """{"user_id":9001}""");

        var users = (await GetAsync("/api/v4/users"))["_embedded"]!["users"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(users.Select(u => u!["name"]!.ToString()), Is.EqualTo(["Администратор", "Пётр"]));
            Assert.That(users.Select(u => u!["rights"]!["is_admin"]!.GetValue<bool>()), Is.EqualTo([true, false]));
            Assert.That(Account.Leads.Get(lead.Id).ResponsibleUserId, Is.EqualTo(9001));
        });
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body) =>
        Api.PostAsJsonAsync($"/sandbox/accounts/{Account.Id}/{path}", JsonNode.Parse(body));

    private async Task<JsonNode> GetAsync(string path) =>
        (await Api.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;
}
