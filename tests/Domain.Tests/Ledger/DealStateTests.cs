using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Domain.Tests.Ledger;

/// <summary>What it takes to make a deal stand as amoCRM shows it.</summary>
internal sealed class DealStateTests
{
    private const int Updated = 100;
    private const int Asked = 1000;
    private static readonly DateTimeOffset s_now = Given.Noon.AddSeconds(Asked + 1);

    [Test]
    public void A_deal_that_stands_as_shown_is_left_alone()
    {
        var deal = Given.Deal(Given.Seen(Given.New, 0), Given.Seen(Given.Talk, 50));

        var repaired = State(Given.Talk).Repair(deal, addedAt: null, s_now);

        Assert.That(repaired.History, Is.SameAs(deal.History));
    }

    [Test]
    public void A_stage_that_nothing_explains_is_entered_when_the_deal_was_last_changed()
    {
        var deal = Given.Deal(Given.Seen(Given.New, 0));

        var step = Repair(deal, State(Given.Talk)).History[^1];

        Assert.Multiple(() =>
        {
            Assert.That(step.Observation.Stage, Is.EqualTo(Given.Talk));
            Assert.That(step.Observation.ChangedAt, Is.EqualTo(Given.Noon.AddSeconds(Updated)));
            Assert.That(step.Observation.Source, Is.EqualTo(ReportSource.Poll));
            Assert.That(step.Observation.Payload, Is.EqualTo("{}"));
        });
    }

    [Test]
    public void It_stands_as_shown_even_when_what_is_known_bears_a_later_time()
    {
        // A hook without a time of its own counts when it was received.
        var deal = Given.Deal(Given.Seen(Given.New, 0), Given.Seen(Given.Offer, 500, Given.From(Given.Talk)));

        Assert.That(Repair(deal, State(Given.Talk)).CurrentStage, Is.EqualTo(Given.Talk));
        Assert.That(
            Repair(Given.Deal(Given.Seen(Given.Offer, Updated, Given.From(Given.Talk))), State(Given.Talk)).CurrentStage,
            Is.EqualTo(Given.Talk)
        );
    }

    [Test]
    public void What_came_in_after_amoCRM_was_asked_is_newer_than_its_answer()
    {
        var deal = Given.Deal(Given.Seen(Given.New, 0), Given.Seen(Given.Offer, 500, received: Asked + 0.5));

        Assert.That(Repair(deal, State(Given.Talk)).CurrentStage, Is.EqualTo(Given.Offer));
    }

    [Test]
    public void A_deal_that_never_moved_has_been_in_its_stage_since_it_was_made()
    {
        var made = Given.Noon.AddSeconds(10);

        var repaired = State(Given.New).Repair(new(Given.Key, Given.OurLead), made, s_now);

        Assert.That(repaired.History.Single().Observation.ChangedAt, Is.EqualTo(made));
    }

    [TestCase(null, 70)]
    [TestCase(50, 70)]
    public void A_price_that_differs_is_taken_over(long? known, long shown)
    {
        var deal = Given.Deal() with { Price = known is { } k ? new(k, Given.Noon.AddSeconds(500), Given.Noon) : null };

        Assert.That(Repair(deal, State(Given.New, shown)).Price!.Price, Is.EqualTo(shown));
    }

    [Test]
    public void No_price_and_none_shown_is_no_difference()
    {
        Assert.That(Repair(Given.Deal(), State(Given.New, price: 0)).Price, Is.Null);
    }

    [TestCase(Asked, 70)]
    [TestCase(Asked + 0.001, 50)]
    public void A_price_told_when_amoCRM_was_asked_is_not_newer_than_its_answer(double received, long expected)
    {
        var deal = Given.Deal() with { Price = new(50, Given.Noon, Given.Noon.AddSeconds(received)) };

        Assert.That(Repair(deal, State(Given.New, price: 70)).Price!.Price, Is.EqualTo(expected));
    }

    [Test]
    public void A_price_that_is_the_same_is_left_as_it_was_told()
    {
        var told = new PriceReport(70, Given.Noon, Given.Noon);

        Assert.That(Repair(Given.Deal() with { Price = told }, State(Given.New, price: 70)).Price, Is.SameAs(told));
    }

    [Test]
    public void A_deal_that_is_shown_is_not_deleted()
    {
        var deal = Given.Deal(Given.Seen(Given.New, 0)).After([Given.Report(Mark(DeletionKind.Deleted, 10, body: 1))]);

        Assert.That(Repair(deal, State(Given.New)).IsDeleted, Is.False);
    }

    [Test]
    public void A_deletion_after_amoCRM_was_asked_stands()
    {
        var deal = Given.Deal(Given.Seen(Given.New, 0)).After([Given.Report(Mark(DeletionKind.Deleted, Asked + 1, body: 1))]);

        Assert.That(Repair(deal, State(Given.New)).IsDeleted, Is.True);
    }

    [Test]
    public void A_deal_that_is_not_shown_is_not_deleted_for_that()
    {
        var deal = Given.Deal(Given.Seen(Given.New, 0));

        Assert.That(DealAbsence.Confirm(deal, Given.Noon.AddSeconds(Asked)), Is.SameAs(deal));
    }

    [Test]
    public void A_deal_that_is_not_shown_after_its_deletion_in_the_journal_stays_deleted_whatever_late_hooks_say()
    {
        var deal = Given
            .Deal(Given.Seen(Given.New, 0))
            .After([Given.Report(Mark(DeletionKind.Deleted, 20)), Given.Report(Mark(DeletionKind.Restored, 30, body: 2))]);

        Assert.That(deal.IsDeleted, Is.False);
        Assert.That(DealAbsence.Confirm(deal, Given.Noon.AddSeconds(Asked)).IsDeleted, Is.True);
    }

    [Test]
    public void What_was_told_of_a_deletion_when_amoCRM_was_asked_stands()
    {
        var deal = Given
            .Deal(Given.Seen(Given.New, 0))
            .After([Given.Report(Mark(DeletionKind.Deleted, 20)), Given.Report(Mark(DeletionKind.Restored, Asked, body: 2))]);

        Assert.That(DealAbsence.Confirm(deal, Given.Noon.AddSeconds(Asked)), Is.SameAs(deal));
        Assert.That(DealAbsence.Confirm(deal, Given.Noon.AddSeconds(Asked + 1)).IsDeleted);
    }

    [Test]
    public void The_stage_a_deal_first_left_is_the_one_it_was_made_in()
    {
        var moved = Given.Seen(Given.Talk, 50, Given.From(Given.New), source: ReportSource.EventsApi) with
        {
            SeenInEvents = true,
        };

        var supplied = FirstStage.Supply(Given.Deal(moved), Given.Noon, s_now);

        Assert.That(Given.Path(supplied), Is.EqualTo([Given.New, Given.Talk]));
        Assert.That(FirstStage.Supply(supplied, Given.Noon, s_now), Is.SameAs(supplied), "done again it changes nothing");
    }

    [Test]
    public void What_only_a_hook_told_may_not_be_the_first_change()
    {
        var deal = Given.Deal(Given.Seen(Given.Talk, 50, Given.From(Given.New)));

        Assert.That(FirstStage.Supply(deal, Given.Noon, s_now), Is.SameAs(deal));
    }

    /// <summary>Repaired twice is repaired once.</summary>
    private static Deal Repair(Deal deal, DealState state)
    {
        var once = state.Repair(deal, addedAt: null, s_now);
        var twice = state.Repair(once, addedAt: null, s_now.AddSeconds(60));
        Assert.That(Given.Path(twice), Is.EqualTo(Given.Path(once)));
        return once;
    }

    private static DealState State(Stage stage, long? price = null) =>
        new(Given.Key.Deal, stage, price, Given.Noon.AddSeconds(Updated), Given.Noon.AddSeconds(Asked), "{}");

    private static DeletionEvent Mark(DeletionKind kind, int second, long? body = null) =>
        new(kind, Given.Noon.AddSeconds(second), body);
}
