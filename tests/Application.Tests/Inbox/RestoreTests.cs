using System.Text;
using AmoCrmQualification.Application.Inbox;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoCrm;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Tests.Inbox;

/// <summary>A restore brings the deal back; its stage, when there is one, comes on top.</summary>
internal sealed class RestoreTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 9, 21, 12, 0, 0, TimeSpan.Zero);

    [TestCase("")]
    [TestCase("&leads[restore][0][status_id]=0&leads[restore][0][pipeline_id]=0")]
    [TestCase("&leads[restore][0][status_id]=22")]
    public void Without_a_stage_it_brings_the_deal_back_all_the_same(string stage)
    {
        var told = Read("leads[restore][0][id]=501" + stage);

        Assert.That(told.Report, Is.Not.Null, told.Reason);
        Assert.Multiple(() =>
        {
            Assert.That(told.Report!.Deal.Deal, Is.EqualTo(new DealId(501)));
            Assert.That((told.Report.Deletion!.Kind, told.Report.Deletion.At), Is.EqualTo((DeletionKind.Restored, s_noon)));
            Assert.That(told.Report.Observation, Is.Null);
        });
    }

    [Test]
    public void With_a_stage_it_tells_that_too()
    {
        var told = Read("leads[restore][0][id]=501&leads[restore][0][status_id]=22&leads[restore][0][pipeline_id]=11");

        Assert.That(told.Report!.Deletion!.Kind, Is.EqualTo(DeletionKind.Restored));
        Assert.That(told.Report.Observation!.Stage.Status.Value, Is.EqualTo(22));
    }

    private static ParsedEvent Read(string form) =>
        AmoWebhookParser
            .Parse(
                new(UserAccountId.New(), Guid.CreateVersion7(), s_noon, Attempts: 0, Encoding.UTF8.GetBytes(form)),
                connected: null
            )
            .Events.Single();
}
