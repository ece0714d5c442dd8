using AmoCrmQualification.Domain.Ledger;
using static AmoCrmQualification.Domain.Tests.Ledger.Given;

namespace AmoCrmQualification.Domain.Tests.Ledger;

internal sealed class DealTests
{
    [Test]
    public void The_same_report_again_changes_nothing()
    {
        var once = Deal(Seen(New, 10), Seen(Talk, 20, From(New)));

        var again = once.After([Report(Seen(Talk, 20, From(New), received: 3600))]);

        Assert.That(again.History, Is.EqualTo(once.History));
        Assert.That(again.Duplicates, Is.Empty);
    }

    [Test]
    public void The_current_stage_is_that_of_the_last_step()
    {
        Assert.That(Deal(Seen(Offer, 30), Seen(Talk, 20)).CurrentStage, Is.EqualTo(Offer));
        Assert.That(Deal().CurrentStage, Is.Null);
    }

    [Test]
    public void The_stages_reached_are_each_told_once()
    {
        var deal = Deal(Seen(New, 10), Seen(Talk, 20), Seen(New, 30), Seen(Stage(2, 10), 40));

        Assert.That(deal.StagesReached, Is.EqualTo([New, Talk, Stage(2, 10)]));
    }

    [Test]
    public void A_deal_is_lost_from_the_stage_it_was_in_before()
    {
        var lost = Deal(Seen(Offer, 10), Seen(Talk, 20), Seen(Lost, 30));

        Assert.That(lost.LostFrom, Is.EqualTo(Talk.Status));
    }

    [Test]
    public void A_deal_that_was_won_before_is_lost_from_there()
    {
        Assert.That(Deal(Seen(Talk, 10), Seen(Won, 20), Seen(Lost, 30)).LostFrom, Is.EqualTo(Won.Status));
    }

    [Test]
    public void A_deal_that_was_open_in_another_pipeline_only_is_lost_from_nowhere()
    {
        Assert.That(Deal(Seen(Stage(2, 10), 10), Seen(Lost, 20)).LostFrom, Is.Null);
    }

    [Test]
    public void A_deal_that_was_reopened_is_lost_from_nowhere()
    {
        Assert.That(Deal(Seen(Talk, 10), Seen(Lost, 20), Seen(New, 30)).LostFrom, Is.Null);
    }

    [Test]
    public void A_row_shows_the_most_telling_source_and_still_knows_who_was_first()
    {
        var deal = Deal(
            Seen(Talk, 20, received: 25, source: ReportSource.Poll, payload: "poll"),
            Seen(Talk, 20, received: 50, source: ReportSource.Webhook, payload: "webhook"),
            Seen(Talk, 20, received: 30, source: ReportSource.EventsApi, payload: "event")
        );

        var seen = deal.History.Single().Observation;
        Assert.Multiple(() =>
        {
            Assert.That(seen.Source, Is.EqualTo(ReportSource.Webhook));
            Assert.That(seen.Payload, Is.EqualTo("webhook"));
            Assert.That(seen.FirstSource, Is.EqualTo(ReportSource.Poll));
            Assert.That(seen.ReceivedAt, Is.EqualTo(Noon.AddSeconds(25)));
        });
    }

    [Test]
    public void Two_reports_of_one_change_complete_each_other()
    {
        var deal = Deal(
            Seen(Talk, 20, received: 21),
            Seen(Talk, 20, FromStatusOf(New), received: 22),
            Seen(Talk, 20, From(New), received: 23)
        );

        Assert.That(deal.History.Single().Observation.Origin, Is.EqualTo(From(New)));
    }

    [Test]
    public void A_stored_payload_stays_when_a_repetition_comes()
    {
        var stored = Stored.RoundTrip(Deal(Seen(Talk, 20, received: 21, payload: "first")));

        var again = stored.After([Report(Seen(Talk, 20, received: 22, payload: "again"))]);

        Assert.That(again.History.Single().Observation.Payload, Is.Null, "nothing to write");
    }

    [Test]
    public void The_price_is_the_one_of_the_latest_change_whenever_it_was_delivered()
    {
        var deal = Deal().After([Report(Seen(Offer, 30), price: 900), Report(Seen(Talk, 20, received: 99), price: 500)]);

        Assert.That(deal.Price!.Price, Is.EqualTo(900));
    }

    [Test]
    public void A_report_without_a_price_leaves_the_price()
    {
        var deal = Deal().After([Report(Seen(Talk, 20), price: 500)]).After([Report(Seen(Offer, 30))]);

        Assert.That(deal.Price!.Price, Is.EqualTo(500));
    }

    [Test]
    public void A_deletion_moves_the_deal_nowhere()
    {
        var deal = Deal(Seen(Talk, 20)).After([Report(new DeletionEvent(DeletionKind.Deleted, Noon.AddSeconds(30), 1))]);

        Assert.That(deal.CurrentStage, Is.EqualTo(Talk));
        Assert.That(deal.IsDeleted);
    }

    [Test]
    public void The_stage_in_a_restoration_counts_at_its_own_time()
    {
        var restored = new DealReport(
            Key,
            Seen(New, 10, received: 100),
            null,
            new DeletionEvent(DeletionKind.Restored, Noon.AddSeconds(100), 2)
        );

        var deal = Deal(Seen(Talk, 20)).After([restored]);

        Assert.That(Path(deal), Is.EqualTo([New, Talk]));
        Assert.That(deal.IsDeleted, Is.False);
    }
}
