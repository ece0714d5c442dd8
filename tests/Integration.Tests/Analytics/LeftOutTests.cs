using AmoCrmQualification.Integration.Tests.Campaigns;
using static AmoCrmQualification.Integration.Tests.Analytics.LeadsOfDay;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Leads that no figure counts are told, and a direction is the same for a lead and the spend that brought it.</summary>
internal sealed class LeftOutTests : ApiTest
{
    [Test]
    public async Task Deleted_and_test_leads_are_told_by_creative_and_in_all()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "Asia/Almaty" });
        var (creative, other) = (await account.CreativeAsync(), await account.CreativeAsync());
        await InsertAsync(account, creative, DaysAgo(3), 5, 1);
        await InsertAsync(account, creative, DaysAgo(3), 3, 3, isDeleted: true);
        await InsertAsync(account, creative, DaysAgo(3), 2, 2, isTest: true);
        await InsertAsync(account, creative, DaysAgo(3), 1, 1, isTest: true, isDeleted: true);
        await InsertAsync(account, creative, DaysAgo(9), 50, 0, isDeleted: true);
        await InsertAsync(account, other, DaysAgo(3), 1, 1);
        await InsertAsync(account, null, DaysAgo(3), 4, 0, isTest: true);

        var answer = await account.FiguresAsync($"creatives?from={DaysAgo(4):yyyy-MM-dd}");

        var rows = answer.List("creatives").ToDictionary(row => row.Text("creative_id")!);
        var coverage = answer.GetProperty("coverage");
        Assert.That(Told(rows[$"{creative}"], "total_leads"), Is.EqualTo((5, 4, 2)));
        Assert.That(Told(rows[$"{other}"], "total_leads"), Is.EqualTo((1, 0, 0)));
        Assert.That(Told(coverage, "leads"), Is.EqualTo((6, 4, 6)), "those of no creative too");
    }

    [Test]
    public async Task A_lead_is_of_its_creatives_direction_and_without_one_of_its_own()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC", currency = "RUB" });
        var (kitchens, wardrobes) = (await account.DirectionAsync("К"), await account.DirectionAsync("Ш"));
        var (kitchen, homeless) = (await account.CreativeAsync(kitchens), await account.CreativeAsync());
        await account.LinkedLeadAsync(deal: 1, creative: kitchen);
        await account.LinkedLeadAsync(deal: 2, creative: kitchen, direction: wardrobes);
        await account.LinkedLeadAsync(deal: 3, creative: homeless, direction: wardrobes);
        await account.LinkedLeadAsync(deal: 4, direction: wardrobes);
        await account.LinkedLeadAsync(deal: 5);
        await account.InsertSpendAsync("2026-03-10", 10, creative: kitchen);

        foreach (var (direction, leads, spend) in new[] { (kitchens, 2, (double?)10), (wardrobes, 2, null) })
        {
            var summary = await account.FiguresAsync($"summary?directionId={direction}");
            var stats = await account.GetAsync($"/api/amocrm/qualification-stats?directionId={direction}");
            Assert.That(summary.GetProperty("leads").Number("value"), Is.EqualTo(leads));
            Assert.That(summary.GetProperty("spend").Decimal("value"), Is.EqualTo(spend));
            Assert.That(stats.List("stats").Sum(row => row.Number("total_leads")), Is.EqualTo(leads));
            Assert.That(await account.ItemsAsync($"/api/leads?directionId={direction}"), Has.Count.EqualTo(leads));
            Assert.That(await account.ItemsAsync($"/api/leads?directionId={direction}&mode=ever"), Has.Count.EqualTo(leads));
        }
    }

    private static (long?, long?, long?) Told(JsonElement json, string leads) =>
        (json.Number(leads), json.Number("deleted_leads"), json.Number("test_leads"));
}
