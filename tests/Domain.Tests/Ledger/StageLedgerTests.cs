using AmoCrmQualification.Domain.Ledger;
using static AmoCrmQualification.Domain.Tests.Ledger.Given;

namespace AmoCrmQualification.Domain.Tests.Ledger;

internal sealed class StageLedgerTests
{
    [Test]
    public void History_follows_the_time_of_the_change_not_of_the_delivery()
    {
        var deal = Deal(Seen(Offer, 30, received: 31), Seen(New, 10, received: 60), Seen(Talk, 20, received: 90));

        Assert.That(Path(deal), Is.EqualTo([New, Talk, Offer]));
    }

    [Test]
    public void A_late_report_between_two_steps_becomes_the_from_of_the_one_after_it()
    {
        var deal = Deal(Seen(New, 10), Seen(Offer, 30)).After([Report(Seen(Talk, 20, received: 99))]);

        Assert.That(deal.History[2].FromStatus, Is.EqualTo(Talk.Status));
        Assert.That(deal.CurrentStage, Is.EqualTo(Offer));
    }

    [Test]
    public void A_report_that_repeats_the_stage_before_it_makes_no_row()
    {
        var deal = Deal(Seen(New, 10), Seen(New, 15), Seen(Talk, 20));

        Assert.That(Path(deal), Is.EqualTo([New, Talk]));
        Assert.That(deal.Duplicates.Single().ChangedAt, Is.EqualTo(Noon.AddSeconds(15)));
    }

    [Test]
    public void A_late_report_may_turn_a_repetition_into_a_step()
    {
        var deal = Deal(Seen(New, 10), Seen(New, 30)).After([Report(Seen(Talk, 20))]);

        Assert.That(Path(deal), Is.EqualTo([New, Talk, New]));
        Assert.That(deal.Duplicates, Is.Empty);
    }

    [Test]
    public void A_late_report_may_turn_a_step_into_a_repetition()
    {
        var deal = Deal(Seen(Talk, 20)).After([Report(Seen(Talk, 10, received: 99))]);

        Assert.That(deal.History.Single().Observation.ChangedAt, Is.EqualTo(Noon.AddSeconds(10)));
        Assert.That(deal.Duplicates.Single().ChangedAt, Is.EqualTo(Noon.AddSeconds(20)));
    }

    [Test]
    public void Within_one_second_the_step_that_starts_where_the_deal_is_comes_first()
    {
        var deal = Deal(
            Seen(New, 10),
            Seen(Offer, 20, FromStatusOf(Talk), received: 20),
            Seen(Talk, 20, FromStatusOf(New), received: 21)
        );

        Assert.That(Path(deal), Is.EqualTo([New, Talk, Offer]));
        Assert.That(deal.History.Select(row => row.OrderInSecond), Is.EqualTo([0, 0, 1]));
    }

    [Test]
    public void Within_one_second_a_chain_is_followed_although_nothing_is_known_before_it()
    {
        var deal = Deal(Seen(Offer, 20, From(Talk), received: 20), Seen(Talk, 20, From(New), received: 21));

        Assert.That(Path(deal), Is.EqualTo([Talk, Offer]));
    }

    [Test]
    public void Within_one_second_without_origins_what_was_received_first_comes_first()
    {
        var deal = Deal(Seen(Talk, 20, received: 22), Seen(Offer, 20, received: 21), Seen(New, 20, received: 23));

        Assert.That(Path(deal), Is.EqualTo([Offer, Talk, New]));
    }

    [Test]
    public void Within_one_second_and_one_body_the_position_decides()
    {
        var deal = Deal(Seen(Talk, 20, position: 1), Seen(Offer, 20, position: 0));

        Assert.That(Path(deal), Is.EqualTo([Offer, Talk]));
    }

    [Test]
    public void An_origin_in_another_pipeline_does_not_follow_from_this_one()
    {
        var wonElsewhere = Stage(2, 142);
        var deal = Deal(
            Seen(Won, 10),
            Seen(Talk, 20, From(wonElsewhere), received: 20),
            Seen(Offer, 20, From(Won), received: 21)
        );

        Assert.That(Path(deal), Is.EqualTo([Won, Offer, Talk]));
    }

    [Test]
    public void What_came_back_from_another_stage_within_the_second_does_not_confirm_the_stage_before_it()
    {
        var deal = Deal(Seen(Talk, 10), Seen(Talk, 20, From(New), received: 21), Seen(New, 20, From(Talk), received: 22));

        Assert.That(Path(deal), Is.EqualTo([Talk, New, Talk]));
        Assert.That(deal.Duplicates, Is.Empty);
    }

    [Test]
    public void What_repeats_the_stage_within_the_second_confirms_it_before_the_deal_moves_on()
    {
        var deal = Deal(Seen(Talk, 10), Seen(New, 20, received: 21), Seen(Talk, 20, From(Talk), received: 22));

        Assert.That(Path(deal), Is.EqualTo([Talk, New]));
    }

    [Test]
    public void Won_in_two_pipelines_is_two_stages()
    {
        var deal = Deal(Seen(Won, 10), Seen(Stage(2, 142), 20));

        Assert.That(deal.History, Has.Count.EqualTo(2));
    }

    [Test]
    public void From_is_what_amoCRM_said_even_when_we_saw_another_stage_before()
    {
        var deal = Deal(Seen(New, 10), Seen(Offer, 20, From(Talk)));

        Assert.That((deal.History[1].FromPipeline, deal.History[1].FromStatus), Is.EqualTo((Talk.Pipeline, Talk.Status)));
    }

    [Test]
    public void From_is_the_stage_before_when_amoCRM_said_nothing()
    {
        var deal = Deal(Seen(New, 10), Seen(Offer, 20));

        Assert.That((deal.History[1].FromPipeline, deal.History[1].FromStatus), Is.EqualTo((New.Pipeline, New.Status)));
    }

    [Test]
    public void A_missing_pipeline_of_from_is_that_of_the_stage_before()
    {
        var deal = Deal(Seen(New, 10), Seen(Stage(2, 50), 20, FromStatusOf(Talk)));

        Assert.That((deal.History[1].FromPipeline, deal.History[1].FromStatus), Is.EqualTo((New.Pipeline, Talk.Status)));
    }

    [Test]
    public void The_first_step_has_no_from_unless_amoCRM_says_so()
    {
        Assert.That(Deal(Seen(New, 10)).History[0].FromStatus, Is.Null);
        Assert.That(Deal(Seen(Talk, 10, FromStatusOf(New))).History[0].FromStatus, Is.EqualTo(New.Status));
        Assert.That(Deal(Seen(Talk, 10, FromStatusOf(New))).History[0].FromPipeline, Is.Null);
    }

    [Test]
    public void Reached_stages_have_their_first_and_last_entry()
    {
        var reached = StageLedger.Reached(Deal(Seen(New, 10), Seen(Talk, 20), Seen(New, 30)).History);

        Assert.That(
            reached,
            Is.EquivalentTo([
                new StageReached(New, Noon.AddSeconds(10), Noon.AddSeconds(30)),
                new StageReached(Talk, Noon.AddSeconds(20), Noon.AddSeconds(20)),
            ])
        );
    }
}
