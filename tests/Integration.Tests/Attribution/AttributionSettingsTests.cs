using System.Net;

namespace AmoCrmQualification.Integration.Tests.Attribution;

internal sealed class AttributionSettingsTests : AdoptionTest
{
    private static readonly object[] FieldIsCreative = [new { field_id = 9000, meaning = "creative" }];

    [Test]
    public async Task What_is_saved_is_returned_and_changes_the_account()
    {
        var account = await AdoptingAsync("off");
        var saved = await SaveAsync(
            account,
            new
            {
                adopt_deals = "with_marks",
                adopt_from = "2026-01-01",
                adopt_pipelines = new[] { 301 },
                fields = new object[]
                {
                    new { field_id = 9000, meaning = "creative" },
                    new { code = "UTM_TERM", meaning = "ad_id" },
                },
            }
        );

        var read = await account.GetAsync(Path(account));
        var own = await account.GetAsync($"/api/user-accounts/{account.Id}");
        Assert.Multiple(() =>
        {
            Assert.That(read.GetRawText(), Is.EqualTo(saved.GetRawText()));
            Assert.That(read.Text("adopt_from"), Is.EqualTo("2026-01-01"));
            Assert.That(
                read.List("fields").Select(f => (f.Text("code"), f.Text("meaning"))),
                Is.EqualTo([("field:9000", "creative"), ("utm_term", "ad_id")])
            );
            Assert.That(own.Text("adopt_deals"), Is.EqualTo("with_marks"));
        });
    }

    [TestCase("""{"fields": [{"meaning": "ad_id"}]}""", "field_meaning_invalid")]
    [TestCase("""{"fields": [{"field_id": 1, "meaning": "phone"}]}""", "field_meaning_invalid")]
    [TestCase("""{"fields": [{"code": "a b", "meaning": "ad_id"}]}""", "field_meaning_invalid")]
    [TestCase("""{"fields": [null]}""", "field_meaning_invalid")]
    [TestCase("""{"adopt_pipelines": []}""", "pipelines_invalid")]
    public async Task What_means_nothing_is_refused(string body, string reason)
    {
        var account = await AdoptingAsync();
        foreach (var (method, path) in new[] { (HttpMethod.Put, ""), (HttpMethod.Post, "/preview"), (HttpMethod.Post, "/apply") })
        {
            using var request = new HttpRequestMessage(method, Path(account) + path)
            {
                Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
            };
            await ProblemAsync(await account.Client.SendAsync(request), HttpStatusCode.BadRequest, "validation_error", reason);
        }
    }

    [Test]
    public async Task Saved_settings_rule_new_leads_alone()
    {
        var account = await AdoptingAsync();
        var creative = await CreativeAsync(account, "Кухня");
        await account.DeliverAsync(Hook(72001, fields: ("Рекламная кампания", "кухня")));
        await SaveAsync(account, new { fields = FieldIsCreative });
        await account.DeliverAsync(
            Hook(72002, fields: ("Рекламная кампания", "КУХНЯ")),
            Hook(72001, "update", at: Monday.AddHours(1), fields: ("Рекламная кампания", "кухня"))
        );

        Assert.That(await CreativesAsync(account), Is.EquivalentTo(new (long?, Guid?)[] { (72001, null), (72002, creative) }));
    }

    [Test]
    public async Task Preview_changes_nothing_apply_ends_in_what_it_said_and_the_former_settings_undo_it()
    {
        var account = await AdoptingAsync();
        var creative = await CreativeAsync(account, "Кухня", ["120210000000000001"]);
        await account.DeliverAsync(
            Hook(72003, fields: ("Рекламная кампания", "кухня")),
            Hook(72004, fields: ("Рекламная кампания", "Ванная")),
            Hook(72005, fields: ("Рекламная кампания", "ванная")),
            Hook(72006, fields: ("Рекламная кампания", "ванная")),
            Hook(72007, fields: [("Рекламная кампания", "{{ad.name}}"), ("UTM_CONTENT", "120210000000000001")])
        );
        var before = await CreativesAsync(account);

        var preview = await PostAsync(account, "/preview", new { fields = FieldIsCreative }, HttpStatusCode.OK);
        Assert.That(await CreativesAsync(account), Is.EqualTo(before));
        Assert.Multiple(() =>
        {
            Assert.That(preview.Number("leads"), Is.EqualTo(5));
            Assert.That(preview.Number("attributed_before"), Is.EqualTo(1));
            Assert.That(preview.Number("attributed_after"), Is.EqualTo(2));
            Assert.That(
                preview.List("creatives").Select(c => (c.Text("title"), c.Number("leads_before"), c.Number("leads_after"))),
                Is.EqualTo([("Кухня", (long?)1, (long?)2)])
            );
            Assert.That(
                preview.List("unmatched").Select(v => (v.Text("code"), v.Text("value"), v.Number("leads"))),
                Is.EqualTo([("field:9000", "ванная", (long?)3)])
            );
        });

        var run = await ApplyAsync(account, new { fields = FieldIsCreative });
        Assert.Multiple(() =>
        {
            Assert.That(run.Text("kind"), Is.EqualTo("attribution"));
            Assert.That(run.Text("state"), Is.EqualTo("done"));
            Assert.That(
                (run.Number("done"), run.Number("total"), run.Number("changed")),
                Is.EqualTo(((long?)5, (long?)5, (long?)1))
            );
        });
        var lead = (await account.ItemsAsync("/api/leads?search=72003")).Single();
        Assert.That(lead.GetProperty("creative_id").GetGuid(), Is.EqualTo(creative));
        Assert.That(lead.GetProperty("attribution").Text("rule"), Is.EqualTo("mapped_field"));

        await ApplyAsync(account, new { fields = Array.Empty<object>() });
        Assert.That(await CreativesAsync(account), Is.EqualTo(before));
    }

    [Test]
    public async Task A_lead_that_comes_in_here_is_ruled_by_the_settings_of_its_time()
    {
        var account = await AdoptingAsync();
        var creative = await CreativeAsync(account, "Кухня");
        await SaveAsync(account, new { fields = new[] { new { code = "utm_source", meaning = "creative" } } });
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161234567",
                utm_source = "кухня",
                push = false,
            }
        );

        Assert.That(lead.GetProperty("creative_id").GetGuid(), Is.EqualTo(creative));
    }

    private static string Path(TestAccount account) => $"/api/user-accounts/{account.Id}/attribution";

    private static async Task<JsonElement> SaveAsync(TestAccount account, object body) =>
        await JsonAsync(await account.Client.PutAsJsonAsync(Path(account), body));

    private static async Task<JsonElement> PostAsync(TestAccount account, string path, object body, HttpStatusCode expected) =>
        await JsonAsync(await account.Client.PostAsJsonAsync(Path(account) + path, body), expected);

    private static async Task<JsonElement> ApplyAsync(TestAccount account, object body) =>
        await account.EndedAsync((await PostAsync(account, "/apply", body, HttpStatusCode.Accepted)).Id("run_id"));

    private static async Task<IReadOnlyList<(long? Deal, Guid? Creative)>> CreativesAsync(TestAccount account) =>
        [
            .. from lead in await account.ItemsAsync("/api/leads")
            orderby lead.Number("amocrm_lead_id")
            select (
                lead.Number("amocrm_lead_id"),
                lead.IsNull("creative_id") ? null : (Guid?)lead.GetProperty("creative_id").GetGuid()
            ),
        ];
}
