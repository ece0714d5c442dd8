namespace AmoCrmQualification.Integration.Tests.Inbox;

/// <summary>Real bodies byte for byte, with brackets escaped as amoCRM does today and as they are.</summary>
[TestFixture(true)]
[TestFixture(false)]
internal sealed class CapturedBodyTests(bool isEscaped) : ApiTest
{
    [Test]
    public async Task A_lead_is_created_changed_by_a_robot_and_deleted()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(30052055);

        await account.DeliverAsync(Wire(CapturedBodies.Created), Wire(CapturedBodies.ChangedByRobot));
        var changed = await account.LeadByIdAsync(lead);
        await account.DeliverAsync(Wire(CapturedBodies.Deleted));

        var history = await account.HistoryAsync(lead);
        Assert.Multiple(() =>
        {
            Assert.That(changed.Stage(), Is.EqualTo("936736/17944873"));
            Assert.That(changed.Flag("is_deleted"), Is.False);
            Assert.That(history, Has.Count.EqualTo(1), "the robot did not move it");
            Assert.That(history[0].Time("changed_at"), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1744532875)));
            Assert.That(history[0].GetProperty("webhook_data").Text("name"), Is.EqualTo("TEST (SORRY)"));
        });
        Assert.That((await account.LeadByIdAsync(lead)).Flag("is_deleted"), Is.True);
    }

    [Test]
    public async Task A_won_deal_keeps_the_original_entity_with_scalar_dates_gaps_and_html()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(30307415);

        await account.DeliverAsync(Wire(CapturedBodies.Won));

        var row = (await account.HistoryAsync(lead)).Single();
        var data = row.GetProperty("webhook_data");
        var fields = data.GetProperty("custom_fields");
        Assert.Multiple(() =>
        {
            Assert.That(row.Number("from_status_id"), Is.EqualTo(41893093));
            Assert.That(row.Number("to_pipeline_id"), Is.EqualTo(4542166));
            Assert.That(row.Number("to_status_id"), Is.EqualTo(142));
            Assert.That(data.Text("name"), Is.EqualTo("Новая заявка"));
            Assert.That(data.GetProperty("tags")[0].Text("name"), Is.EqualTo("новаязаявка"));
            Assert.That(fields.GetProperty("7").GetProperty("values")[0].GetString(), Is.EqualTo("1689282000"));
            Assert.That(
                fields.GetProperty("5").GetProperty("values")[0].Text("value"),
                Is.EqualTo("https://example.test/promo?utm_source=x&amp;utm_medium=y")
            );
        });
    }

    [Test]
    public async Task A_digital_pipelines_trigger_counts_at_the_time_it_was_received()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(10754147);

        await account.DeliverAsync(Wire(CapturedBodies.DigitalPipeline));

        var row = (await account.HistoryAsync(lead)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(row.Number("from_pipeline_id"), Is.EqualTo(6344290));
            Assert.That(row.Number("from_status_id"), Is.EqualTo(54435014));
            Assert.That(row.Number("to_status_id"), Is.EqualTo(54423922));
            Assert.That(row.Time("changed_at"), Is.EqualTo(row.Time("received_at")));
        });
    }

    [Test]
    public async Task A_move_to_another_pipeline_names_the_pipeline_it_came_from()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(10754148);

        await account.DeliverAsync(Wire(CapturedBodies.AcrossPipelines));

        var row = (await account.HistoryAsync(lead)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(row.Number("from_pipeline_id"), Is.EqualTo(7010970));
            Assert.That(row.Number("to_pipeline_id"), Is.EqualTo(3508507));
        });
    }

    [Test]
    public async Task A_lead_of_kommo_enters_its_first_stage()
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(22791302);

        await account.DeliverAsync(Wire(CapturedBodies.KommoCreated));

        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo("13859031/106939423"));
    }

    private string Wire(string body) => isEscaped ? CapturedBodies.OnTheWire(body) : body;
}
