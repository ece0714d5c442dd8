using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Domain.Sales;
using static AmoCrmQualification.Domain.Tests.Ledger.Given;

namespace AmoCrmQualification.Domain.Tests.Sales;

internal sealed class SaleIntentsTests
{
    [Test]
    public void A_deal_that_is_won_is_looked_up() =>
        Assert.That(After(Deal(Seen(Talk, 10)), Report(Seen(Won, 20))), Is.EqualTo(SaleIntent.LookUp));

    [Test]
    public void A_deal_that_moves_between_open_stages_asks_nothing() =>
        Assert.That(After(Deal(Seen(New, 10)), Report(Seen(Talk, 20))), Is.EqualTo(SaleIntent.None));

    [Test]
    public void The_same_closing_again_asks_nothing() =>
        Assert.That(After(Deal(Seen(Won, 20)), Report(Seen(Won, 20, received: 99))), Is.EqualTo(SaleIntent.None));

    [Test]
    public void A_deal_that_is_reopened_reverses_its_sale() =>
        Assert.That(After(Deal(Seen(Won, 20)), Report(Seen(Talk, 30))), Is.EqualTo(SaleIntent.Reverse));

    [Test]
    public void A_move_after_the_reopening_does_not_reverse_again() =>
        Assert.That(After(Deal(Seen(Won, 20), Seen(Talk, 30)), Report(Seen(Offer, 40))), Is.EqualTo(SaleIntent.None));

    [Test]
    public void A_closing_in_another_pipeline_is_news() =>
        Assert.That(After(Deal(Seen(Won, 20)), Report(Seen(Stage(2, 142), 30))), Is.EqualTo(SaleIntent.LookUp));

    [Test]
    public void A_price_that_changes_after_the_closing_is_looked_up() =>
        Assert.That(After(Deal(Seen(Won, 20)), Report(Seen(Won, 30), price: 700)), Is.EqualTo(SaleIntent.LookUp));

    [Test]
    public void A_price_that_changes_after_the_reopening_asks_nothing() =>
        Assert.That(After(Deal(Seen(Won, 20), Seen(Talk, 30)), Report(Seen(Talk, 40), price: 700)), Is.EqualTo(SaleIntent.None));

    [Test]
    public void A_lost_deal_that_is_edited_is_looked_up_for_its_reason_may_be_another() =>
        Assert.That(After(Deal(Seen(Lost, 20)), Report(Seen(Lost, 30))), Is.EqualTo(SaleIntent.LookUp));

    [Test]
    public void The_same_edit_again_or_one_before_the_loss_asks_nothing()
    {
        var edited = Deal(Seen(Talk, 5), Seen(Lost, 20), Seen(Lost, 30));

        Assert.That(After(edited, Report(Seen(Lost, 30, received: 99))), Is.EqualTo(SaleIntent.None));
        Assert.That(After(edited, Report(Seen(Lost, 25))), Is.EqualTo(SaleIntent.None), "it was looked up after that");
        Assert.That(After(edited, Report(Seen(Talk, 10))), Is.EqualTo(SaleIntent.None));
    }

    [Test]
    public void A_won_deal_that_is_edited_has_no_reason_to_look_up() =>
        Assert.That(After(Deal(Seen(Won, 20)), Report(Seen(Won, 30))), Is.EqualTo(SaleIntent.None));

    [Test]
    public void A_closed_deal_without_a_lead_asks_nothing() =>
        Assert.That(After(Unmatched(Seen(Talk, 10)), Report(Seen(Won, 20))), Is.EqualTo(SaleIntent.None));

    [Test]
    public void A_closed_deal_that_gets_its_lead_is_looked_up()
    {
        var unmatched = Unmatched(Seen(Won, 20));

        Assert.That(SaleIntents.From(unmatched, unmatched with { Lead = OurLead }), Is.EqualTo(SaleIntent.LookUp));
    }

    [Test]
    public void A_reopened_deal_that_gets_its_lead_is_a_reversed_sale()
    {
        var unmatched = Unmatched(Seen(Won, 20), Seen(Talk, 30));

        Assert.That(SaleIntents.From(unmatched, unmatched with { Lead = OurLead }), Is.EqualTo(SaleIntent.Reverse));
    }

    private static SaleIntent After(Deal deal, DealReport report) => SaleIntents.From(deal, deal.After([report]));
}
