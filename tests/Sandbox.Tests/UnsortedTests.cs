using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

internal sealed class UnsortedTests : SandboxTest
{
    private const string Page = "https://example.com/kitchens?utm_source=vk&utm_content=120210000001";

    [Test]
    public async Task A_form_waits_with_the_marks_of_its_page_and_owns_a_deal_in_the_incoming_stage()
    {
        using var added = await Api.PostAsJsonAsync(
            $"/sandbox/accounts/{Account.Id}/unsorted",
            new
            {
                form_page = Page,
                referer = "https://vk.com/?utm_medium=cpc",
                lead = new
                {
                    name = "Заявка",
                    at = 1_750_000_000,
                    contact = new { name = "Анна", phones = new[] { "8 900" } },
                },
            }
        );

        var item = (await ListAsync("filter[category][]=forms"))!["_embedded"]!["unsorted"]![0]!;
        var lead = Account.Leads.All.Single();
        Assert.Multiple(() =>
        {
            Assert.That(item["category"]!.ToString(), Is.EqualTo("forms"));
            Assert.That(item["metadata"]!["form_page"]!.ToString(), Is.EqualTo(Page));
            Assert.That(item["metadata"]!["referer"]!.ToString(), Is.EqualTo("https://vk.com/?utm_medium=cpc"));
            Assert.That(item["metadata"]!["form_sent_at"]!.GetValue<long>(), Is.EqualTo(1_750_000_000));
            Assert.That(item["_embedded"]!["leads"]![0]!["id"]!.GetValue<long>(), Is.EqualTo(lead.Id));
            Assert.That(item["_embedded"]!["contacts"]![0]!["id"]!.GetValue<long>(), Is.EqualTo(lead.ContactIds.Single()));
            Assert.That(lead.StatusId, Is.EqualTo(Sales.Unsorted.Id));
        });
        Assert.That(await ListAsync("filter[category][]=sip"), Is.Null);
    }

    [TestCase(true, 0)]
    [TestCase(false, 1)]
    public async Task Its_deal_is_told_when_it_arrives_or_when_it_is_accepted(bool onAccept, int before)
    {
        Account.Switches = Account.Switches with { LeadHookOnAccept = onAccept, DoubleFire = false };
        var item = Account.Unsorted.Add(new NewForm { FormPage = Page });
        await Amo.DrainAsync();
        var told = Hook.Bodies.Count;

        Account.Unsorted.Accept(item.Uid);
        await Amo.DrainAsync();

        Assert.Multiple(() =>
        {
            Assert.That(told, Is.EqualTo(before));
            Assert.That(Hook.Bodies.Count(b => b.StartsWith("account", StringComparison.Ordinal)), Is.EqualTo(before + 1));
            Assert.That(Hook.Bodies.Count(b => b.Contains("%5Badd%5D", StringComparison.Ordinal)), Is.EqualTo(1));
            Assert.That(Account.Leads.Get(item.LeadId).StatusId, Is.EqualTo(Sales["New"]));
        });
        Assert.That(await ListAsync(""), Is.Null);
    }

    [Test]
    public async Task A_declined_form_and_its_deal_are_gone()
    {
        var item = Account.Unsorted.Add(new NewForm { FormPage = Page });
        using var declined = await Api.PostAsync(
            new Uri($"/sandbox/accounts/{Account.Id}/unsorted/{item.Uid}/decline", UriKind.Relative),
            null
        );

        Assert.Multiple(() =>
        {
            Assert.That(declined.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Account.Leads.Get(item.LeadId).IsDeleted, Is.True);
        });
        Assert.That(await ListAsync(""), Is.Null);
    }

    private async Task<JsonNode?> ListAsync(string query)
    {
        using var answer = await Api.GetAsync(new Uri($"/api/v4/leads/unsorted?{query}", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.NoContent ? null : await answer.Content.ReadFromJsonAsync<JsonNode>();
    }
}
