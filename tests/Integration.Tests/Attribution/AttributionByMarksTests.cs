namespace AmoCrmQualification.Integration.Tests.Attribution;

internal sealed class AttributionByMarksTests : AdoptionTest
{
    private const string Ad = "120210000000000001";

    [TestCase("UTM_CONTENT", Ad, "utm_content")]
    [TestCase("UTM_TERM", Ad, "utm_term")]
    [TestCase("UTM_CONTENT", $"cid|77|gid|88|aid|{Ad}", "token")]
    [TestCase("UTM_CAMPAIGN", $"summer_{Ad}_ru", "token")]
    [TestCase("REFERRER", $"https://shop.example/?utm_content={Ad}&x=1", "utm_content")]
    [TestCase("Страница заявки", $"https://shop.example/?a=1&amp;utm_content={Ad}", "utm_content")]
    public async Task A_mark_that_names_a_known_ad_gives_the_creative(string field, string value, string rule)
    {
        var account = await AdoptingAsync();
        var creative = await CreativeAsync(account, "Кухня", [Ad]);
        await account.DeliverAsync(Hook(71001, fields: (field, value)));

        var lead = await OnlyLeadAsync(account);
        Assert.Multiple(() =>
        {
            Assert.That(lead.GetProperty("creative_id").GetGuid(), Is.EqualTo(creative));
            Assert.That(lead.GetProperty("attribution").Text("rule"), Is.EqualTo(rule));
            Assert.That(lead.GetProperty("attribution").Text("ad_id"), Is.EqualTo(Ad));
        });
    }

    [TestCase("UTM_CONTENT", "1234567")]
    [TestCase("UTM_CONTENT", "{{ad.id}}")]
    [TestCase("UTM_CONTENT", "(none)")]
    [TestCase("UTM_SOURCE", "123")]
    public async Task A_number_within_another_number_names_nothing(string field, string value)
    {
        var account = await AdoptingAsync();
        await CreativeAsync(account, "Кухня", ["123", "(none)"]);
        await account.DeliverAsync(Hook(71002, fields: (field, value)));

        var lead = await OnlyLeadAsync(account);
        Assert.Multiple(() =>
        {
            Assert.That(lead.IsNull("creative_id"), Is.True);
            Assert.That(lead.GetProperty("attribution").Text("rule"), Is.EqualTo("none"));
        });
    }

    [Test]
    public async Task A_creative_that_is_made_or_changed_takes_its_leads_at_once_and_lets_go_of_others()
    {
        var account = await AdoptingAsync();
        await account.DeliverAsync(
            Hook(71003, fields: ("UTM_CONTENT", "Видео_3")),
            Hook(71004, fields: ("UTM_CAMPAIGN", $"a|{Ad}|b"))
        );
        var creative = await CreativeAsync(account, "Кухня", [Ad], [new { code = "utm_content", value = "видео_3" }]);

        var leads = await account.ItemsAsync("/api/leads");
        Assert.That(leads.Select(lead => lead.GetProperty("creative_id").GetGuid()), Is.EqualTo([creative, creative]));

        await JsonAsync(
            await account.Client.PatchAsJsonAsync($"/api/creatives/{creative}", new { marks = Array.Empty<object>() })
        );
        leads = await account.ItemsAsync("/api/leads");
        Assert.That(leads.Select(lead => lead.IsNull("creative_id")), Is.EquivalentTo([true, false]));
    }

    [Test]
    public async Task The_first_value_of_a_mark_counts_whatever_order_they_come_in()
    {
        var account = await AdoptingAsync();
        var first = await CreativeAsync(account, "Первый", marks: [new { code = "utm_content", value = "one" }]);
        await CreativeAsync(account, "Второй", marks: [new { code = "utm_content", value = "two" }]);
        await account.DeliverAsync(
            Hook(71005, "update", at: Monday.AddHours(2), fields: ("UTM_CONTENT", "two")),
            Hook(71005, at: Monday, fields: ("UTM_CONTENT", "one"))
        );

        var lead = await OnlyLeadAsync(account);
        Assert.Multiple(() =>
        {
            Assert.That(lead.GetProperty("creative_id").GetGuid(), Is.EqualTo(first));
            Assert.That(lead.GetProperty("attribution").Text("rule"), Is.EqualTo("creative_mark"));
            Assert.That(lead.GetProperty("attribution").GetProperty("evidence").Text("value"), Is.EqualTo("one"));
        });
    }

    [Test]
    public async Task A_mark_names_one_creative_only()
    {
        var account = await AdoptingAsync();
        await CreativeAsync(account, "Первый", marks: [new { code = "utm_content", value = "One" }]);

        var second = await account.Client.PostAsJsonAsync(
            account.Url("/api/creatives"),
            new { title = "Второй", marks = new[] { new { code = "utm_content", value = "one" } } }
        );
        await ProblemAsync(second, HttpStatusCode.Conflict, "conflict", "mark_taken");
    }

    [Test]
    public async Task A_creative_with_leads_is_archived_and_one_without_is_deleted()
    {
        var account = await AdoptingAsync();
        var used = await CreativeAsync(account, "Кухня", [Ad]);
        var idle = await CreativeAsync(account, "Ванная");
        await account.DeliverAsync(Hook(71006, fields: ("UTM_CONTENT", Ad)));
        foreach (var creative in new[] { used, idle })
            await JsonAsync(await account.Client.DeleteAsync($"/api/creatives/{creative}"), HttpStatusCode.NoContent);

        var left = (await account.ItemsAsync("/api/creatives")).Single();
        Assert.Multiple(() =>
        {
            Assert.That(left.Id(), Is.EqualTo(used));
            Assert.That(left.GetProperty("is_archived").GetBoolean(), Is.True);
        });
    }
}
