using AmoCrmQualification.Integration.Tests.Campaigns;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Analytics;

internal sealed class QualificationStatsTests : ApiTest
{
    private const string Path = "/api/amocrm/qualification-stats";

    [Test]
    public async Task Thirty_five_of_forty_are_eighty_eight_percent()
    {
        var account = await UnconnectedAccountAsync();
        var creative = await account.CreativeAsync();
        await account.InsertLeadsAsync(40, creative, qualified: 35);

        Assert.That(
            (await account.GetAsync(Path)).GetRawText(),
            Is.EqualTo(
                $$"""{"stats":[{"creative_id":"{{creative}}","total_leads":40,"qualified_leads":35,"qualification_rate":88}]}"""
            )
        );
    }

    [TestCase(1, 0, 0)]
    [TestCase(1, 1, 100)]
    [TestCase(3, 1, 33)]
    [TestCase(3, 2, 67)]
    [TestCase(8, 1, 13)]
    [TestCase(200, 1, 1)]
    [TestCase(201, 1, 0)]
    [TestCase(200, 199, 100)]
    public async Task A_rate_is_whole_percent_half_up(int total, int qualified, int rate)
    {
        var account = await UnconnectedAccountAsync();
        await account.InsertLeadsAsync(total, creative: null, qualified);

        var row = (await account.GetAsync(Path)).List("stats").Single();

        Assert.That(row.Text("creative_id"), Is.EqualTo("unknown"));
        Assert.That(
            (row.Number("total_leads"), row.Number("qualified_leads"), row.Number("qualification_rate")),
            Is.EqualTo((total, qualified, rate))
        );
    }

    [Test]
    public async Task Without_leads_there_are_no_rows()
    {
        var account = await UnconnectedAccountAsync();
        await account.CreativeAsync();

        Assert.That((await account.GetAsync(Path)).GetRawText(), Is.EqualTo("""{"stats":[]}"""));
    }

    [Test]
    public async Task Rows_come_by_their_leads_and_then_by_creative()
    {
        var account = await UnconnectedAccountAsync();
        var (first, second, big) = (await account.CreativeAsync(), await account.CreativeAsync(), await account.CreativeAsync());
        await account.InsertLeadsAsync(2, creative: null, qualified: 0);
        await account.InsertLeadsAsync(2, second, qualified: 2);
        await account.InsertLeadsAsync(3, big, qualified: 0);
        await account.InsertLeadsAsync(2, first, qualified: 0);

        var rows = (await account.GetAsync(Path)).List("stats").Select(r => r.Text("creative_id"));

        Assert.That(rows, Is.EqualTo([big.ToString(), first.ToString(), second.ToString(), "unknown"]));
    }

    [Test]
    public async Task Leads_without_a_deal_and_deleted_ones_do_not_count_until_they_are_restored()
    {
        var account = await UnconnectedAccountAsync();
        await account.LinkedLeadAsync(deal: 1);
        await account.LinkedLeadAsync(deal: 2);
        await account.LeadAsync(new { source_type = "manual", phone = "+79161234567" });
        await account.DeliverAsync(LeadForm.Delete(2));

        Assert.That(await TotalAsync(account, Path), Is.EqualTo(1));

        await account.DeliverAsync(LeadForm.Build("restore", 0, LeadForm.Fields(2, 11, 22, LeadForm.T0, null, "0")));
        Assert.That(await TotalAsync(account, Path), Is.EqualTo(2));
    }

    [Test]
    public async Task Qualified_is_who_is_so_now()
    {
        var account = await AccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новый");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        await account.LinkedLeadAsync(deal: 1);
        await account.DeliverAsync(LeadForm.Status(1, pipeline.Id, CrmStage.Won, LeadForm.T0));
        var won = (await account.GetAsync(Path)).List("stats").Single().Number("qualified_leads");

        await account.DeliverAsync(LeadForm.Status(1, pipeline.Id, pipeline["Новый"], LeadForm.T0 + 60));
        var back = (await account.GetAsync(Path)).List("stats").Single().Number("qualified_leads");

        Assert.That((won, back), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task A_direction_narrows_the_leads()
    {
        var account = await UnconnectedAccountAsync();
        var (kitchens, wardrobes) = (await account.DirectionAsync("К"), await account.DirectionAsync("Ш"));
        var creative = await account.CreativeAsync(kitchens);
        await account.LinkedLeadAsync(deal: 1, creative: creative);
        await account.LinkedLeadAsync(deal: 2, creative: creative, direction: wardrobes);
        await account.LinkedLeadAsync(deal: 3);
        await account.LinkedLeadAsync(deal: 4, direction: wardrobes);

        Assert.That(await TotalAsync(account, $"{Path}?directionId={kitchens}"), Is.EqualTo(2), "a creative has its direction");
        Assert.That(await TotalAsync(account, $"{Path}?directionId={wardrobes}"), Is.EqualTo(1));
        Assert.That((await account.GetAsync($"{Path}?directionId={Guid.CreateVersion7()}")).List("stats"), Is.Empty);
    }

    [Test]
    public async Task A_period_bounds_the_creation_in_days_of_the_account()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "Europe/Moscow" });
        string[] created = ["2026-03-09T20:59:59Z", "2026-03-09T21:00:00Z", "2026-03-10T20:59:59Z", "2026-03-10T21:00:00Z"];
        for (var i = 0; i < created.Length; i++)
            await account.LeadAsync(
                new
                {
                    source_type = "manual",
                    phone = "+79161234567",
                    amocrm_lead_id = i + 1,
                    created_at = created[i],
                }
            );

        Assert.That(await TotalAsync(account, $"{Path}?from=2026-03-10&to=2026-03-10"), Is.EqualTo(2));
        Assert.That(await TotalAsync(account, $"{Path}?from=2026-03-10"), Is.EqualTo(3));
        Assert.That(await TotalAsync(account, $"{Path}?to=2026-03-10"), Is.EqualTo(3));
        await ProblemAsync(
            await account.SendAsync(HttpMethod.Get, $"{Path}?from=2026-03-11&to=2026-03-10"),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
    }

    private static async Task<long> TotalAsync(TestAccount account, string path) =>
        (await account.GetAsync(path)).List("stats").Sum(row => row.Number("total_leads")!.Value);
}
