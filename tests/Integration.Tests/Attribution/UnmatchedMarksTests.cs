using System.Net;

namespace AmoCrmQualification.Integration.Tests.Attribution;

internal sealed class UnmatchedMarksTests : AdoptionTest
{
    [Test]
    public async Task Values_of_leads_without_a_creative_are_folded_and_counted()
    {
        var account = await AdoptingAsync();
        await CreativeAsync(account, "Кухня", marks: [new { code = "utm_content", value = "known" }]);
        await account.DeliverAsync(
            Hook(74001, fields: ("UTM_CONTENT", "Видео_3")),
            Hook(74002, fields: ("UTM_CONTENT", "видео_3")),
            Hook(74003, fields: [("UTM_CONTENT", "Видео_3"), ("UTM_CAMPAIGN", "весна")]),
            Hook(74003, "update", at: Monday.AddHours(2), fields: ("UTM_CAMPAIGN", "лето")),
            Hook(74004, fields: ("UTM_CONTENT", "known")),
            Hook(74005, fields: [("UTM_CONTENT", "{{ad.id}}"), ("UTM_SOURCE", "vk"), ("UTM_TERM", "(none)")]),
            Hook(74006, fields: ("UTM_CONTENT", "gone")),
            "leads[delete][0][id]=74006",
            Hook(74007, status: 142, at: Monday.AddHours(3), fields: ("UTM_CONTENT", "видео_3"))
        );

        var items = (await account.GetAsync("/api/attribution/unmatched")).List("items");
        Assert.That(
            items.Select(i => (i.Text("code"), i.Text("value"), i.Number("leads"))),
            Is.EqualTo(new (string?, string?, long?)[] { ("utm_content", "Видео_3", 4), ("utm_campaign", "весна", 1) })
        );
        Assert.Multiple(() =>
        {
            Assert.That(items[0].Number("qualified"), Is.Zero, "its stages were never synced");
            Assert.That(items[0].GetProperty("first_seen_at").GetDateTimeOffset(), Is.EqualTo(Monday));
            Assert.That(items[0].GetProperty("last_seen_at").GetDateTimeOffset(), Is.EqualTo(Monday.AddHours(3)));
        });
        Assert.That((await account.GetAsync("/api/attribution/unmatched?from=2026-03-03")).List("items"), Is.Empty);
    }

    [Test]
    public async Task Preview_tells_the_same_as_the_list()
    {
        var account = await AdoptingAsync();
        await account.DeliverAsync(
            Hook(74010, fields: [("UTM_CONTENT", "b"), ("REFERRER", "https://shop.example/?utm_content=a&utm_term=x")]),
            Hook(74011, fields: [("Страница", "https://shop.example/?utm_content=a"), ("UTM_TERM", "__CID__")]),
            Hook(74012, "update", at: Monday.AddHours(2), fields: ("UTM_CONTENT", "c")),
            Hook(74012, "update", at: Monday.AddHours(1), fields: ("UTM_CONTENT", "{{ad.id}}"))
        );
        await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161234567",
                utm_content = " A ",
                utm_term = "undefined",
                push = false,
            }
        );

        var preview = await JsonAsync(
            await account.Client.PostAsJsonAsync($"/api/user-accounts/{account.Id}/attribution/preview", new { })
        );
        var list = (await account.GetAsync("/api/attribution/unmatched")).List("items");
        Assert.That(list, Is.Not.Empty);
        Assert.That(Counts(list), Is.EqualTo(Counts(preview.List("unmatched"))));
    }

    [Test]
    public async Task A_period_that_ends_before_it_starts_is_refused()
    {
        var account = await AdoptingAsync();
        await ProblemAsync(
            await account.Client.GetAsync(account.Url("/api/attribution/unmatched?from=2026-03-03&to=2026-03-01")),
            HttpStatusCode.BadRequest,
            "validation_error",
            "period_inverted"
        );
    }

    private static IEnumerable<(string?, string?, long?)> Counts(IEnumerable<JsonElement> values) =>
        values.Select(v => (v.Text("code"), v.Text("value"), v.Number("leads")));
}
