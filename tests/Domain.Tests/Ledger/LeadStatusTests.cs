using AmoCrmQualification.Domain.Ledger;
using static AmoCrmQualification.Domain.Tests.Ledger.Given;

namespace AmoCrmQualification.Domain.Tests.Ledger;

internal sealed class LeadStatusTests
{
    [Test]
    public void A_lead_in_a_flagged_stage_is_qualified()
    {
        var status = Status(Deal(Seen(New, 10), Seen(Talk, 20)), Talk);

        Assert.That(status, Is.EqualTo(new LeadStatus(Talk, true, Noon.AddSeconds(20), false)));
    }

    [Test]
    public void A_lead_that_moved_on_keeps_its_first_qualification()
    {
        var status = Status(Deal(Seen(Talk, 20), Seen(New, 30), Seen(Talk, 40), Seen(Lost, 50)), Talk);

        Assert.That(status, Is.EqualTo(new LeadStatus(Lost, false, Noon.AddSeconds(20), false)));
    }

    [Test]
    public void A_late_entry_into_an_earlier_qualified_stage_brings_the_first_qualification_forward()
    {
        var status = Status(Deal(Seen(Talk, 20), Seen(Offer, 10, received: 99)), Talk, Offer);

        Assert.That(status.FirstQualifiedAt, Is.EqualTo(Noon.AddSeconds(10)));
    }

    [Test]
    public void A_stage_is_flagged_as_a_pair_of_pipeline_and_status()
    {
        var status = Status(Deal(Seen(Stage(2, 142), 20)), Won);

        Assert.That((status.IsQualified, status.FirstQualifiedAt), Is.EqualTo((false, (DateTimeOffset?)null)));
    }

    [Test]
    public void A_deal_nobody_reported_has_no_stage()
    {
        Assert.That(Status(Deal(), Talk), Is.EqualTo(new LeadStatus(null, false, null, false)));
    }

    [Test]
    public void A_deleted_deal_keeps_its_stage_and_qualification()
    {
        var deal = Deal(Seen(Talk, 20)).After([Report(new DeletionEvent(DeletionKind.Deleted, Noon.AddSeconds(30), 1))]);

        Assert.That(Status(deal, Talk), Is.EqualTo(new LeadStatus(Talk, true, Noon.AddSeconds(20), true)));
    }

    private static LeadStatus Status(Deal deal, params Stage[] flagged) => LeadStatus.From(deal, flagged.Contains);
}
