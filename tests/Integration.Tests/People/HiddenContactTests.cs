using AmoCrmQualification.Integration.Tests.Errors;
using AmoCrmQualification.Integration.Tests.Sales;

namespace AmoCrmQualification.Integration.Tests.People;

/// <summary>A viewer from whom contacts are hidden: an answer neither shows them nor tells them by what a search finds.</summary>
internal sealed class HiddenContactTests : DealTest
{
    private const string Chat = "chat-77120";

    private static readonly string[] s_contacts =
    [
        "Аделаида",
        "9175550142",
        "917-555-01-42",
        "adelaida@example.com",
        "перезвоните после шести",
        Chat,
        "Сделка",
    ];

    [Test]
    public async Task No_answer_shows_a_contact()
    {
        var (account, lead) = await SoldAsync();
        using var hidden = (await ViewerAsync(account, hideContacts: true)).Client(Service);
        using var viewer = (await ViewerAsync(account, hideContacts: false)).Client(Service);
        var shown = new List<string>();

        foreach (var url in await AddressesAsync(account, lead))
        foreach (var format in new[] { "", "format=csv" })
        {
            var asked = format.Length == 0 ? url : $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{format}";
            var answer = await (await hidden.GetAsync(asked)).Content.ReadAsStringAsync();
            Assert.Multiple(() =>
            {
                foreach (var contact in s_contacts)
                    Assert.That(answer, Does.Not.Contain(contact).IgnoreCase, asked);
            });
            var open = await (await viewer.GetAsync(asked)).Content.ReadAsStringAsync();
            shown.AddRange(s_contacts.Where(contact => open.Contains(contact, StringComparison.OrdinalIgnoreCase)));
        }

        Assert.That(shown.Distinct(), Is.EquivalentTo(s_contacts), "to another viewer they are shown");
    }

    [TestCase("Аделаида")]
    [TestCase("аделаида печёнкина")]
    [TestCase("+7 917 555-01-42")]
    [TestCase("89175550142")]
    [TestCase("0142")]
    [TestCase("adelaida@example.com")]
    [TestCase("example.com")]
    [TestCase(Chat)]
    public async Task A_search_finds_nobody_by_a_contact(string search)
    {
        var (account, _) = await SoldAsync();
        using var hidden = (await ViewerAsync(account, hideContacts: true)).Client(Service);
        using var viewer = (await ViewerAsync(account, hideContacts: false)).Client(Service);
        var url = account.Url($"/api/leads?search={Uri.EscapeDataString(search)}");

        Assert.That((await JsonAsync(await hidden.GetAsync(url))).List("items"), Is.Empty);
        Assert.That((await JsonAsync(await viewer.GetAsync(url))).List("items"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_search_finds_leads_by_ids()
    {
        var (account, lead) = await SoldAsync();
        using var hidden = (await ViewerAsync(account, hideContacts: true)).Client(Service);

        foreach (var search in new[] { $"{lead.Number("amocrm_lead_id")}", $"{lead.Id()}", "120210000000170" })
        {
            var found = await JsonAsync(await hidden.GetAsync(account.Url($"/api/leads?search={search}")));
            Assert.That(found.List("items").Select(l => l.Id()), Is.EqualTo([lead.Id()]), search);
            Assert.That(found.List("items")[0].Text("ad_id"), Is.EqualTo("120210000000170"), "what is no contact is shown");
        }
    }

    [Test]
    public async Task Contacts_are_hidden_from_viewers_only()
    {
        var email = $"{Guid.CreateVersion7():N}@example.com";
        foreach (var role in new[] { "member", "admin" })
        {
            var problem = await ProblemAsync(
                await Admin.PostAsJsonAsync(
                    "/api/users",
                    new
                    {
                        email,
                        role,
                        hide_contacts = true,
                    }
                ),
                HttpStatusCode.BadRequest,
                "validation_error",
                "contacts_needed"
            );
            Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["hide_contacts"]));
        }

        var account = await UnconnectedAccountAsync();
        var viewer = await ViewerAsync(account, hideContacts: true);
        Assert.That(viewer.Session.Flag("hide_contacts"));
        var id = (await JsonAsync(await Admin.GetAsync("/api/users?limit=500")))
            .List("items")
            .Single(u => u.Text("email") == viewer.Email)
            .Id();
        var member = await JsonAsync(await Admin.PatchAsJsonAsync($"/api/users/{id}", new { role = "member" }));
        Assert.That(member.Flag("hide_contacts"), Is.False, "a member works with them");
        var again = await JsonAsync(
            await Admin.PatchAsJsonAsync($"/api/users/{id}", new { role = "viewer", hide_contacts = true })
        );
        Assert.That(again.Flag("hide_contacts"));
    }

    private static async Task<SignedIn> ViewerAsync(TestAccount account, bool hideContacts)
    {
        var invited = await SignedIn.InviteAsync(Service, "viewer", hideContacts, account.Id);
        using var browser = Service.Bare();
        return await SignedIn.OfAsync(
            await browser.PostAsJsonAsync(SignedIn.LinkOf(invited), new { password = SignedIn.Password })
        );
    }

    /// <summary>A lead with all that tells who it is, and its sale.</summary>
    private async Task<(TestAccount Account, JsonElement Lead)> SoldAsync()
    {
        var account = await SellerAsync();
        var contact = account.Crm.Contacts.Add("Аделаида Печёнкина", "+79175550142");
        var deal = account.Crm.Leads.Create(new() { At = Open, ContactIds = [contact.Id] });
        var lead = await account.LeadAsync(
            new
            {
                source_type = "whatsapp",
                name = "Аделаида Печёнкина",
                phone = "8 917-555-01-42",
                email = "adelaida@example.com",
                chat_id = Chat,
                message = "Перезвоните после шести",
                ad_id = "120210000000170",
                amocrm_lead_id = deal.Id,
            }
        );
        await account.DeliverAsync(LeadForm.Status(deal));
        await WinAsync(account, deal, 10);
        await account.SaleAsync();
        return (account, lead);
    }

    /// <summary>All that a viewer may read.</summary>
    private async Task<IReadOnlyList<string>> AddressesAsync(TestAccount account, JsonElement lead) =>
        [
            .. from route in await ApiRoute.AllAsync(Admin)
            where route is { IsOpen: false } && route.Method == HttpMethod.Get
            let id = route.Template.StartsWith("/api/leads", StringComparison.Ordinal) ? lead.Id() : account.Id
            let path = route.Template.Replace("{id}", $"{id}", StringComparison.Ordinal)
            select route.NamesAccount ? account.Url(path) : path,
        ];
}
