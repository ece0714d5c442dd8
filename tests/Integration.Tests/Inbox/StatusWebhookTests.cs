namespace AmoCrmQualification.Integration.Tests.Inbox;

internal sealed class StatusWebhookTests : ApiTest
{
    [Test]
    public async Task A_status_webhook_moves_the_lead_and_enters_its_history()
    {
        var account = await AccountAsync();
        var lead = await account.LinkedLeadAsync(deal: 501);

        await account.DeliverAsync(LeadForm.Status(501, 11, 22, LeadForm.T0, oldStatus: 21));

        var moved = await account.LeadByIdAsync(lead);
        var history = await account.HistoryAsync(lead);
        Assert.Multiple(() =>
        {
            Assert.That(moved.GetProperty("current_pipeline_id").GetInt64(), Is.EqualTo(11));
            Assert.That(moved.GetProperty("current_status_id").GetInt64(), Is.EqualTo(22));
            Assert.That(history, Has.Count.EqualTo(1));
            Assert.That(history[0].GetProperty("from_status_id").GetInt64(), Is.EqualTo(21));
            Assert.That(
                history[0].GetProperty("changed_at").GetDateTimeOffset(),
                Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(LeadForm.T0))
            );
            Assert.That(history[0].GetProperty("source").GetString(), Is.EqualTo("webhook"));
            Assert.That(history[0].GetProperty("webhook_data").GetProperty("status_id").GetString(), Is.EqualTo("22"));
        });
    }
}
