using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Attribution;

/// <summary>Marks as amoCRM really sends them, by hooks, by its API, and by both.</summary>
internal sealed class MarkSourcesTests : BackfillTest
{
    [Test]
    public async Task A_captured_hook_with_a_code_a_select_an_escaped_address_and_a_scalar_date()
    {
        var account = await AdoptingAsync();
        var creative = await CreativeAsync(account, "Кухня", marks: [new { code = "utm_medium", value = "Y" }]);
        await account.DeliverAsync(CapturedBodies.OnTheWire(CapturedBodies.Won));

        var lead = await account.LeadByIdAsync(await OnlyLeadAsync(account));
        Assert.That(
            lead.List("marks").Select(m => (m.Text("code"), m.Text("name"), m.Text("value"))),
            Is.EquivalentTo([
                ("roistat", "roistat", "139919"),
                ("field:644897", "Тип программы", "MBA"),
                ("field:715391", "Ссылка на сайт", "https://example.test/promo?utm_source=x&utm_medium=y"),
                ("utm_source", "Ссылка на сайт", "x"),
                ("utm_medium", "Ссылка на сайт", "y"),
                ("field:645087", "Дата доступа", "1689282000"),
            ])
        );
        Assert.Multiple(() =>
        {
            Assert.That(lead.GetProperty("creative_id").GetGuid(), Is.EqualTo(creative));
            Assert.That(lead.Text("utm_source"), Is.EqualTo("x"));
            Assert.That(lead.Time("created_at"), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1689256449)));
        });
    }

    [Test]
    public async Task By_a_hook_by_the_api_and_by_both_a_deal_is_one_lead_with_one_attribution()
    {
        var decided = new List<string>();
        foreach (var (byHook, byApi) in new[] { (true, false), (false, true), (true, true) })
        {
            var account = await AdoptingAsync();
            await CreativeAsync(account, "Кухня", [Ad]);
            await CreativeAsync(account, "Ванная", marks: [new { code = "utm_content", value = "video_3" }]);
            var crm = ForeignDeals(0);
            var deal = crm.Leads.Create(
                new NewLead
                {
                    At = Start,
                    Silent = true,
                    Marks = new Dictionary<string, string> { ["UTM_CONTENT"] = $"a&b|{Ad}" },
                }
            );
            var at = DateTimeOffset.FromUnixTimeSeconds(Start);
            if (byHook)
                await account.DeliverAsync(Hook(deal.Id, "add", deal.StatusId, at, at, ("UTM_CONTENT", $"a&b|{Ad}")));
            if (byApi)
                await ConnectedAsync(account, crm);

            var lead = await OnlyLeadAsync(account);
            decided.Add(
                $"{lead.Text("utm_content")} {lead.Time("created_at")} {lead.GetProperty("attribution").Text("rule")} {lead.GetProperty("attribution").Text("ad_id")} {lead.GetProperty("attribution").GetProperty("evidence")}"
            );
        }

        Assert.That(decided[0], Does.Contain("token").And.Contain(Ad));
        Assert.That(decided, Is.All.EqualTo(decided[0]));
    }
}
