namespace AmoCrmQualification.Integration.Tests.Attribution;

internal sealed class MarkCoverageTests : AdoptionTest
{
    [Test]
    public async Task Leads_are_counted_by_the_marks_that_they_bear_and_that_name_their_creative()
    {
        var account = await AdoptingAsync();
        await CreativeAsync(
            account,
            "Кухня",
            marks: [new { code = "utm_content", value = "known" }, new { code = "field:9001", value = "кухня" }]
        );
        await account.DeliverAsync(
            Hook(76001, fields: [("UTM_SOURCE", "vk"), ("UTM_CONTENT", "known")]),
            Hook(76001, "update", at: Monday.AddHours(1), fields: ("UTM_CONTENT", "late")),
            Hook(76002, fields: [("UTM_SOURCE", "vk"), ("Рекламная кампания", "Кухня")]),
            Hook(76003, fields: [("UTM_CONTENT", "{{ad.id}}"), ("UTM_SOURCE", "vk"), ("Город и улица", "Казань")]),
            Hook(76004, fields: ("UTM_CONTENT", "gone")),
            "leads[delete][0][id]=76004"
        );
        await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161234567",
                utm_source = "vk",
                utm_content = "{{ad.id}}",
                utm_term = "(none)",
                push = false,
            }
        );

        var told = await account.GetAsync("/api/attribution/marks");
        Assert.That(
            told.List("items").Select(i => (i.Text("code"), i.Number("leads"), i.Number("named"))),
            Is.EqualTo(new (string?, long?, long?)[] { ("utm_source", 4, 0), ("utm_content", 1, 1), ("field:9001", 1, 1) })
        );
        Assert.That(
            told.List("unfilled").Select(i => (i.Text("code"), i.Text("value"), i.Number("leads"))),
            Is.EqualTo(new (string?, string?, long?)[] { ("utm_content", "{{ad.id}}", 2) })
        );
        Assert.That((await account.GetAsync("/api/attribution/marks?to=2026-03-01")).List("items"), Is.Empty);
    }
}
