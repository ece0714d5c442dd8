using AmoCrmQualification.Domain.Ledger;
using static AmoCrmQualification.Domain.Tests.Ledger.Given;

namespace AmoCrmQualification.Domain.Tests.Ledger;

internal sealed class DeletionEventTests
{
    [Test]
    public void A_deal_nobody_deleted_is_there() => Assert.That(DeletionEvent.IsDeleted([]), Is.False);

    [Test]
    public void The_latest_word_wins_in_any_order()
    {
        var (deleted, restored) = (Deleted(minute: 0, body: 1), Restored(minute: 5, body: 2));

        Assert.That(DeletionEvent.IsDeleted([deleted, restored]), Is.False);
        Assert.That(DeletionEvent.IsDeleted([restored, deleted]), Is.False);
        Assert.That(DeletionEvent.IsDeleted([restored, deleted, Deleted(minute: 10, body: 3)]));
    }

    [TestCase(60)]
    [TestCase(120)]
    public void The_same_body_within_two_hours_is_a_repetition_and_counts_at_its_first_time(int minute) =>
        Assert.That(DeletionEvent.IsDeleted([Deleted(0, body: 1), Restored(5, body: 2), Deleted(minute, body: 1)]), Is.False);

    [Test]
    public void The_same_body_after_more_than_two_hours_is_said_anew() =>
        Assert.That(DeletionEvent.IsDeleted([Deleted(0, body: 1), Restored(5, body: 2), Deleted(121, body: 1)]));

    [Test]
    public void Two_hours_count_from_the_first_time_not_from_the_last_repetition() =>
        Assert.That(
            DeletionEvent.IsDeleted([Deleted(0, body: 1), Restored(5, body: 2), Deleted(100, body: 1), Deleted(130, body: 1)])
        );

    [Test]
    public void Another_body_is_never_a_repetition() =>
        Assert.That(DeletionEvent.IsDeleted([Deleted(0, body: 1), Restored(5, body: 2), Deleted(6, body: 3)]));

    [Test]
    public void What_amoCRMs_events_tell_is_never_a_repetition() =>
        Assert.That(DeletionEvent.IsDeleted([Deleted(0, body: null), Restored(5, body: null), Deleted(6, body: null)]));

    [Test]
    public void Of_two_words_at_one_instant_the_restoration_wins() =>
        Assert.That(DeletionEvent.IsDeleted([Restored(5, body: 1), Deleted(5, body: 1)]), Is.False);

    private static DeletionEvent Deleted(int minute, long? body) => new(DeletionKind.Deleted, Noon.AddMinutes(minute), body);

    private static DeletionEvent Restored(int minute, long? body) => new(DeletionKind.Restored, Noon.AddMinutes(minute), body);
}
