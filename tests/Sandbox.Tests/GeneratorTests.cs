using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

internal sealed class GeneratorTests : SandboxTest
{
    private const long From = 1_740_000_000;
    private const long To = 1_760_000_000;
    private const int Day = 86_400;

    private static readonly GeneratePlan Plan = new()
    {
        Deals = 3000,
        Seed = 7,
        From = From,
        To = To,
        Moves = 2,
    };

    [Test]
    public async Task The_same_seed_gives_the_same_deals_in_the_asked_shares_and_no_webhook_tells_of_them()
    {
        var twin = Amo.CreateAccount();
        twin.Pipelines.Add("Sales", "New", "Qualified");
        var told = await GenerateAsync(Plan);
        twin.Generate(Plan);
        await Amo.DrainAsync();

        var leads = Account.Leads.All;
        Assert.Multiple(() =>
        {
            Assert.That(leads, Has.Count.EqualTo(3000));
            Assert.That(leads.Select(l => l.Id), Is.Unique.And.Ordered);
            Assert.That(leads.Select(l => l.CreatedAt), Is.Ordered.And.All.InRange(From, To));
            Assert.That(leads.Select(l => l.UpdatedAt), Is.All.InRange(From, To));
            Assert.That(
                leads.Select(l => (l.CreatedAt, l.UpdatedAt, l.Price)),
                Is.EqualTo(twin.Leads.All.Select(l => (l.CreatedAt, l.UpdatedAt, l.Price)))
            );
            Assert.That(leads.Count(l => l.Fields.Count > 0) / 3000.0, Is.EqualTo(0.7).Within(0.05));
            Assert.That(leads.Count(l => l.ContactIds.Count > 0) / 3000.0, Is.EqualTo(0.9).Within(0.05));
            Assert.That(told["contacts"]!.GetValue<int>(), Is.EqualTo(Account.Contacts.All.Count));
            Assert.That(told["marked"]!.GetValue<int>(), Is.EqualTo(leads.Count(l => l.Fields.Count > 0)));
            Assert.That(told["events"]!.GetValue<int>() / 3000.0, Is.EqualTo(3.0).Within(0.2));
            Assert.That(Hook.Bodies, Is.Empty);
        });
    }

    [Test]
    public void The_journal_leads_each_deal_from_its_birth_to_where_it_stands()
    {
        Account.Generate(Plan);

        var events = Account.Events.All;
        var lives = events.ToLookup(e => e.EntityId);
        Assert.Multiple(() =>
        {
            Assert.That(events.Select(e => e.CreatedAt), Is.Ordered);
            Assert.That(events.Select(e => e.Id), Is.Unique);
            Assert.That(lives, Has.Count.EqualTo(3000));
        });
        foreach (var lead in Account.Leads.All)
        {
            var life = lives[lead.Id].ToArray();
            var moves = life.Skip(1).ToArray();
            var place = $$$"""[{"lead_status":{"id":{{{lead.StatusId}}},"pipeline_id":{{{lead.PipelineId}}}}}]""";
            Assert.That((life[0].Type, life[0].CreatedAt), Is.EqualTo(("lead_added", lead.CreatedAt)));
            Assert.That(moves.Select(m => m.ValueBefore).Skip(1), Is.EqualTo(moves.Select(m => m.ValueAfter).SkipLast(1)));
            Assert.That(moves, Is.All.Matches<CrmEvent>(m => m.ValueAfter != m.ValueBefore));
            Assert.That(life[^1].CreatedAt, Is.EqualTo(lead.UpdatedAt));
            Assert.That(moves.Length == 0 ? lead.StatusId == Sales["New"] : moves[^1].ValueAfter == place, Is.True);
        }
    }

    [TestCase("created_at", "asc")]
    [TestCase("created_at", "desc")]
    [TestCase("updated_at", "asc")]
    [TestCase("id", "desc")]
    public async Task Windows_and_pages_give_every_deal_once_beside_those_that_are_kept(string field, string direction)
    {
        Account.Generate(Plan);
        var own = Enumerable.Range(0, 50).Select(i => Account.Leads.Create(new NewLead { At = From + (i * Day) })).ToArray();
        var filter = field == "updated_at" ? "updated_at" : "created_at";
        var (from, to) = (From + (20 * Day), From + (60 * Day));

        var ids = await PagesAsync(
            $"/api/v4/leads?limit=250&order[{field}]={direction}&filter[{filter}][from]={from}&filter[{filter}][to]={to}",
            "leads"
        );

        var expected = Account
            .Leads.All.Select(l => (l.Id, At: filter == "updated_at" ? l.UpdatedAt : l.CreatedAt))
            .Where(l => l.At >= from && l.At <= to)
            .OrderBy(l => field == "id" ? l.Id : l.At)
            .ThenBy(l => l.Id)
            .Select(l => l.Id);
        Assert.That(ids, Is.EqualTo(direction == "asc" ? expected : expected.Reverse()));
        Assert.That(ids.Intersect(own.Select(l => l.Id)).Count(), Is.EqualTo(30).Within(1));
    }

    [Test]
    public async Task Events_are_read_by_windows_of_time_and_by_deals()
    {
        Account.Generate(Plan);
        var lead = Account.Leads.All.First(l => l.UpdatedAt > l.CreatedAt);
        Account.Leads.SetPrice(lead.Id, 12345, at: lead.UpdatedAt + 1);
        var all = Account.Events.All.Where(e => e.CreatedAt >= From && e.CreatedAt <= From + (30 * Day)).ToArray();

        var window = await PagesAsync(
            $"/api/v4/events?limit=100&order[created_at]=asc&filter[created_at][from]={From}&filter[created_at][to]={From + (30 * Day)}",
            "events",
            "entity_id"
        );
        var moves = await PagesAsync(
            $"/api/v4/events?limit=100&filter[entity]=lead&filter[entity_id][]={lead.Id}&filter[type]=lead_status_changed,sale_field_changed",
            "events",
            "entity_id"
        );

        Assert.Multiple(() =>
        {
            Assert.That(window, Is.EqualTo(all.Select(e => e.EntityId)));
            Assert.That(moves, Has.Count.EqualTo(Account.Events.All.Count(e => e.EntityId == lead.Id && e.Type != "lead_added")));
            Assert.That(moves, Has.Count.GreaterThan(1));
        });
    }

    [Test]
    public async Task A_generated_deal_lives_on_as_any_other()
    {
        Account.Generate(Plan);
        var lead = Account.Leads.All.First(l => l.ContactIds.Count > 0 && l.StatusId == Sales["New"]);
        var contact = lead.ContactIds[0];

        Account.Leads.Move(lead.Id, Sales["Qualified"], price: 777);
        Account.Contacts.Edit(contact, new ContactChange(Name: "Анна"));
        Account.Webhooks.Set(Hook.Address, ["update_contact"]);
        Account.Contacts.Edit(contact, new ContactChange(Phones: ["8 900"]));
        await Amo.DrainAsync();
        var shown = (await GetAsync($"/api/v4/contacts?with=leads&filter[id][]={contact}"))!["_embedded"]!["contacts"]![0]!;
        var other = Account.Leads.All.First(l => l.Id != lead.Id);
        Account.Leads.Forget(other.Id);

        Assert.Multiple(() =>
        {
            Assert.That(Account.Leads.Count, Is.EqualTo(2999));
            Assert.That(Account.Leads.All, Has.Count.EqualTo(2999));
            Assert.That(Account.Leads.Find(other.Id), Is.Null);
            Assert.That(Account.Leads.Get(lead.Id).Price, Is.EqualTo(777));
            Assert.That(Account.Leads.Get(lead.Id).ContactIds, Is.EqualTo([contact]));
            Assert.That(shown["name"]!.ToString(), Is.EqualTo("Анна"));
            Assert.That(shown["_embedded"]!["leads"]![0]!["id"]!.GetValue<long>(), Is.EqualTo(lead.Id));
            Assert.That(Hook.Bodies.Last(), Does.Contain($"linked_leads_id%5D%5B{lead.Id}%5D%5B{lead.Id}%5D={lead.Id}"));
        });
    }

    [Test]
    public async Task A_person_is_found_by_phone_and_everybody_by_pages()
    {
        Account.Generate(Plan);
        var someone = Account.Contacts.All[1234];
        var phone = someone.Fields[0].Values[0].Value;

        var found = await PagesAsync($"/api/v4/contacts?query={Uri.EscapeDataString(phone)}", "contacts");
        var part = await PagesAsync($"/api/v4/contacts?query={phone[^4..]}", "contacts");
        var all = await PagesAsync("/api/v4/contacts?limit=250", "contacts");

        Assert.Multiple(() =>
        {
            Assert.That(found, Is.EqualTo([someone.Id]));
            Assert.That(part, Does.Contain(someone.Id));
            Assert.That(all, Is.EqualTo(Account.Contacts.All.Select(c => c.Id)));
        });
    }

    [Test]
    public void What_amoCRM_no_longer_remembers_is_gone_of_generated_deals_too()
    {
        Account.Generate(Plan);
        var lead = Account.Leads.All[10].Id;
        var before = Account.Events.All.Count;
        var ofLead = Account.Events.All.Count(e => e.EntityId == lead);

        Assert.Multiple(() =>
        {
            Assert.That(Account.Events.Forget(lead), Is.EqualTo(ofLead));
            Assert.That(Account.Events.All, Has.Count.EqualTo(before - ofLead));
            Assert.That(Account.Events.Forget(before: From + (10 * Day)), Is.Positive);
            Assert.That(Account.Events.All, Is.All.Matches<CrmEvent>(e => e.CreatedAt >= From + (10 * Day)));
        });
    }

    private async Task<JsonNode> GenerateAsync(GeneratePlan plan)
    {
        using var answer = await Api.PostAsJsonAsync(
            $"/sandbox/accounts/{Account.Id}/generate",
            new
            {
                deals = plan.Deals,
                seed = plan.Seed,
                from = plan.From,
                to = plan.To,
                moves = plan.Moves,
            }
        );
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private async Task<List<long>> PagesAsync(string path, string name, string key = "id")
    {
        List<long> ids = [];
        for (var next = path; next is not null; )
        {
            var page = await GetAsync(next);
            ids.AddRange((page?["_embedded"]![name]!.AsArray() ?? []).Select(row => row![key]!.GetValue<long>()));
            next = page?["_links"]!["next"]?["href"]!.ToString();
        }

        return ids;
    }

    private async Task<JsonNode?> GetAsync(string path)
    {
        using var answer = await Api.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        answer.EnsureSuccessStatusCode();
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
