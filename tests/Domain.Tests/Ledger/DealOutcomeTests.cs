using AmoCrmQualification.Domain.Ledger;
using static AmoCrmQualification.Domain.Tests.Ledger.Given;

namespace AmoCrmQualification.Domain.Tests.Ledger;

internal sealed class DealOutcomeTests
{
    [Test]
    public void An_open_deal_that_was_never_closed_has_none() =>
        Assert.That(Deal(Seen(New, 10), Seen(Talk, 20)).Outcome, Is.Null);

    [Test]
    public void A_won_deal_is_paid() =>
        Assert.That(
            Deal(Seen(Talk, 10), Seen(Won, 20)).Outcome,
            Is.EqualTo(new DealOutcome(SaleStatus.Paid, Won, Noon.AddSeconds(20)))
        );

    [Test]
    public void A_lost_deal_is_lost() =>
        Assert.That(
            Deal(Seen(Talk, 10), Seen(Lost, 20)).Outcome,
            Is.EqualTo(new DealOutcome(SaleStatus.Lost, Lost, Noon.AddSeconds(20)))
        );

    [Test]
    public void A_deal_that_left_its_closing_stage_is_reversed() =>
        Assert.That(
            Deal(Seen(Won, 20), Seen(Talk, 30)).Outcome,
            Is.EqualTo(new DealOutcome(SaleStatus.Reversed, Won, Noon.AddSeconds(20)))
        );

    [Test]
    public void Of_several_closings_the_last_counts() =>
        Assert.That(
            Deal(Seen(Lost, 10), Seen(Talk, 20), Seen(Won, 30)).Outcome,
            Is.EqualTo(new DealOutcome(SaleStatus.Paid, Won, Noon.AddSeconds(30)))
        );

    [Test]
    public void Won_right_after_lost_is_paid_and_not_reversed() =>
        Assert.That(Deal(Seen(Lost, 10), Seen(Won, 20)).Outcome!.Status, Is.EqualTo(SaleStatus.Paid));

    [Test]
    public void A_reopening_that_is_heard_of_before_the_closing_reverses_it() =>
        Assert.That(
            Deal(Seen(Talk, 30)).After([Report(Seen(Won, 20, received: 99))]).Outcome!.Status,
            Is.EqualTo(SaleStatus.Reversed)
        );
}
