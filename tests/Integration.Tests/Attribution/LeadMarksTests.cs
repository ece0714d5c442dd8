namespace AmoCrmQualification.Integration.Tests.Attribution;

internal sealed class LeadMarksTests : AdoptionTest
{
    [Test]
    public async Task A_lead_of_a_deal_shows_all_marks_of_its_fields()
    {
        var account = await AdoptingAsync();
        await account.DeliverAsync(
            Hook(73001, fields: [("UTM_CONTENT", "{{ad.id}}"), ("Рекламная кампания", "Кухня &amp; ванная")]),
            Hook(73001, "update", at: Monday.AddHours(1), fields: ("UTM_CONTENT", "video_3"))
        );

        var lead = await account.LeadByIdAsync(await OnlyLeadAsync(account));
        var marks = lead.List("marks");
        Assert.That(
            marks.Select(m => (m.Text("code"), m.Text("value"), m.Text("source"), m.GetProperty("is_unfilled").GetBoolean())),
            Is.EqualTo([
                ("utm_content", "{{ad.id}}", "webhook", true),
                ("field:9001", "Кухня & ванная", "webhook", false),
                ("utm_content", "video_3", "webhook", false),
            ])
        );
        Assert.That(marks[1].Text("name"), Is.EqualTo("Рекламная кампания"));
        Assert.That(marks[2].GetProperty("seen_at").GetDateTimeOffset(), Is.EqualTo(Monday.AddHours(1)));
    }

    [Test]
    public async Task A_lead_that_came_in_here_shows_what_it_brought()
    {
        var account = await AdoptingAsync();
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161234567",
                utm_source = "vk",
                utm_term = "(none)",
                ad_id = "120210000000000001",
                push = false,
            }
        );

        var marks = (await account.LeadByIdAsync(lead)).List("marks");
        Assert.That(
            marks.Select(m => (m.Text("code"), m.Text("value"), m.Text("source"))),
            Is.EqualTo([("ad_id", "120210000000000001", "intake"), ("utm_source", "vk", "intake")])
        );
    }

    [Test]
    public async Task A_test_is_in_no_figure_until_it_is_taken_back()
    {
        var account = await AdoptingAsync();
        await account.DeliverAsync(Hook(73002), Hook(73003));
        var lead = (await account.ItemsAsync("/api/leads"))[0];
        Assert.That(await FiguresAsync(account), Is.EqualTo((2, 2, 2, 2)));

        var marked = await MarkAsync(account, lead, isTest: true);
        Assert.That(marked.GetProperty("is_test").GetBoolean(), Is.True);
        Assert.That(await FiguresAsync(account), Is.EqualTo((1, 1, 1, 1)));
        Assert.That(await account.ItemsAsync("/api/leads"), Has.Count.EqualTo(2));

        await MarkAsync(account, lead, isTest: false);
        Assert.That(await FiguresAsync(account), Is.EqualTo((2, 2, 2, 2)));
    }

    private static async Task<JsonElement> MarkAsync(TestAccount account, JsonElement lead, bool isTest) =>
        await JsonAsync(await account.Client.PatchAsJsonAsync($"/api/leads/{lead.Id()}", new { is_test = isTest }));

    /// <summary>Leads of qualification-stats, of the creatives, of their coverage, and of the list behind the figures.</summary>
    private static async Task<(long, long, long, long)> FiguresAsync(TestAccount account)
    {
        var stats = await account.GetAsync("/api/amocrm/qualification-stats");
        var creatives = await account.GetAsync("/api/analytics/creatives?mode=current");
        return (
            stats.List("stats").Sum(row => row.Number("total_leads")!.Value),
            creatives.List("creatives").Sum(row => row.Number("total_leads")!.Value),
            creatives.GetProperty("coverage").Number("leads")!.Value,
            (await account.ItemsAsync("/api/leads?mode=current")).Count
        );
    }
}
