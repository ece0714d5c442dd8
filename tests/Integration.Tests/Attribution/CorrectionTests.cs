using System.Net;

namespace AmoCrmQualification.Integration.Tests.Attribution;

internal sealed class CorrectionTests : AdoptionTest
{
    [Test]
    public async Task What_a_person_says_of_a_lead_goes_before_its_marks_until_it_is_taken_back()
    {
        var account = await AdoptingAsync();
        var kitchen = await CreativeAsync(account, "Кухня", marks: [new { code = "utm_content", value = "video_3" }]);
        var bath = await CreativeAsync(account, "Ванная");
        await account.DeliverAsync(Hook(75001, fields: ("UTM_CONTENT", "video_3")));
        var lead = (await OnlyLeadAsync(account)).Id();

        Assert.That(
            Told(await ChangeAsync(account, lead, new { creative_id = bath })),
            Is.EqualTo((bath, "given", (string?)null))
        );
        await account.DeliverAsync(Hook(75001, "update", at: Monday.AddHours(1), fields: ("UTM_TERM", "again")));
        await account.Client.PatchAsJsonAsync($"/api/creatives/{kitchen}", new { ad_ids = new[] { "120210000000000009" } });
        Assert.That(Told(await account.LeadByIdAsync(await OnlyLeadAsync(account))), Is.EqualTo((bath, "given", (string?)null)));

        Assert.That(
            Told(await ChangeAsync(account, lead, new { reset_attribution = true })),
            Is.EqualTo((kitchen, "creative_mark", "video_3"))
        );
    }

    [Test]
    public async Task A_lead_that_a_person_says_no_creative_brought_is_nobodys_and_waits_for_no_name()
    {
        var account = await AdoptingAsync();
        await account.DeliverAsync(Hook(75002, fields: ("UTM_CONTENT", "video_3")));
        var lead = (await OnlyLeadAsync(account)).Id();

        var told = await ChangeAsync(account, lead, new { creative_id = (Guid?)null });
        Assert.That(Told(told), Is.EqualTo(((Guid?)null, "given", (string?)null)));
        Assert.That(told.GetProperty("attribution").GetProperty("decided_at").ValueKind, Is.EqualTo(JsonValueKind.String));
        Assert.That((await account.GetAsync("/api/attribution/unmatched")).List("items"), Is.Empty);
        await CreativeAsync(account, "Видео", marks: [new { code = "utm_content", value = "video_3" }]);
        Assert.That(Told(await OnlyLeadAsync(account)), Is.EqualTo(((Guid?)null, "given", (string?)null)));
    }

    [Test]
    public async Task What_a_person_said_of_a_deal_holds_when_another_lead_takes_it_over()
    {
        var account = await AdoptingAsync();
        await CreativeAsync(account, "Кухня", marks: [new { code = "utm_content", value = "video_3" }]);
        var bath = await CreativeAsync(account, "Ванная");
        await account.DeliverAsync(Hook(75004, fields: ("UTM_CONTENT", "video_3")));
        var adopted = (await OnlyLeadAsync(account)).Id();
        await ChangeAsync(account, adopted, new { creative_id = bath, is_test = true });

        await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161230000",
                amocrm_lead_id = 75004,
            }
        );

        var lead = await OnlyLeadAsync(account);
        Assert.That(lead.Id(), Is.Not.EqualTo(adopted));
        Assert.That(Told(await account.LeadByIdAsync(lead)), Is.EqualTo((bath, "given", (string?)null)));
        Assert.That(lead.GetProperty("is_test").GetBoolean());
    }

    [Test]
    public async Task A_creative_that_is_not_the_accounts_is_refused()
    {
        var account = await AdoptingAsync();
        var other = await CreativeAsync(await AdoptingAsync(), "Чужой");
        await account.DeliverAsync(Hook(75003));
        var lead = (await OnlyLeadAsync(account)).Id();

        await ProblemAsync(
            await account.Client.PatchAsJsonAsync($"/api/leads/{lead}", new { creative_id = other }),
            HttpStatusCode.BadRequest,
            "validation_error",
            "creative_unknown"
        );
    }

    private static async Task<JsonElement> ChangeAsync(TestAccount account, Guid lead, object change) =>
        await JsonAsync(await account.Client.PatchAsJsonAsync($"/api/leads/{lead}", change));

    private static (Guid?, string?, string?) Told(JsonElement lead)
    {
        var attribution = lead.GetProperty("attribution");
        var creative = attribution.GetProperty("creative_id");
        var evidence = attribution.GetProperty("evidence");
        return (
            creative.ValueKind == JsonValueKind.Null ? null : creative.GetGuid(),
            attribution.Text("rule"),
            evidence.ValueKind == JsonValueKind.Null ? null : evidence.Text("value")
        );
    }
}
