namespace AmoCrmQualification.Integration.Tests.Ledger;

/// <summary>amoCRM names the stage a lead came from, but seldom its pipeline.</summary>
internal sealed class OriginPipelineTests : ApiTest
{
    [Test]
    public async Task The_pipeline_is_that_of_the_step_before()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(
            LeadForm.Status(7, 11, 21, LeadForm.T0),
            LeadForm.Status(7, 12, 31, LeadForm.T0 + 5, oldStatus: 22)
        );

        Assert.That((await account.WayAsync(lead))[1], Is.EqualTo("11/22 > 12/31 @5"));
    }

    [Test]
    public async Task Without_a_step_before_it_is_the_only_pipeline_that_has_the_stage_once_that_is_known()
    {
        var account = await AccountAsync();
        var (sales, service) = (account.Crm.Pipelines.Add("Продажи", "Новая"), account.Crm.Pipelines.Add("Сервис", "Новая"));
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(LeadForm.Status(7, service.Id, service["Новая"], LeadForm.T0, oldStatus: sales["Новая"]));
        var before = (await account.HistoryAsync(lead)).Single();
        await account.SyncAsync();

        var after = (await account.HistoryAsync(lead)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(before.Number("from_pipeline_id"), Is.Null);
            Assert.That(after.Number("from_pipeline_id"), Is.EqualTo(sales.Id));
            Assert.That(after.Text("from_status_name"), Is.EqualTo("Новая"));
        });
    }

    [TestCase(142)]
    [TestCase(143)]
    public async Task Won_and_lost_are_in_every_pipeline_and_tell_nothing_of_it(long closed)
    {
        var account = await AccountAsync();
        var sales = account.Crm.Pipelines.Add("Продажи", "Новая");
        await account.SyncAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(LeadForm.Status(7, sales.Id, sales["Новая"], LeadForm.T0, oldStatus: closed));

        Assert.That((await account.HistoryAsync(lead)).Single().Number("from_pipeline_id"), Is.Null);
    }
}
