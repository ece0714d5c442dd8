using AmoCrmQualification.Domain.Leads;
using static AmoCrmQualification.Domain.Tests.Leads.Given;

namespace AmoCrmQualification.Domain.Tests.Leads;

internal sealed class PresenceMarkTests
{
    [Test]
    public void A_deal_nobody_deleted_is_there() => Assert.That(PresenceMark.IsDeleted([]), Is.False);

    [Test]
    public void The_latest_word_wins_in_any_order()
    {
        var (deleted, restored) = (Deleted(minute: 0, body: 1), Restored(minute: 5, body: 2));

        Assert.That(PresenceMark.IsDeleted([deleted, restored]), Is.False);
        Assert.That(PresenceMark.IsDeleted([restored, deleted]), Is.False);
        Assert.That(PresenceMark.IsDeleted([restored, deleted, Deleted(minute: 10, body: 3)]));
    }

    [TestCase(60)]
    [TestCase(120)]
    public void The_same_body_within_two_hours_is_a_repetition_and_counts_at_its_first_time(int minute) =>
        Assert.That(PresenceMark.IsDeleted([Deleted(0, body: 1), Restored(5, body: 2), Deleted(minute, body: 1)]), Is.False);

    [Test]
    public void The_same_body_after_more_than_two_hours_is_said_anew() =>
        Assert.That(PresenceMark.IsDeleted([Deleted(0, body: 1), Restored(5, body: 2), Deleted(121, body: 1)]));

    [Test]
    public void Two_hours_count_from_the_first_time_not_from_the_last_repetition() =>
        Assert.That(
            PresenceMark.IsDeleted([Deleted(0, body: 1), Restored(5, body: 2), Deleted(100, body: 1), Deleted(130, body: 1)])
        );

    [Test]
    public void Another_body_is_never_a_repetition() =>
        Assert.That(PresenceMark.IsDeleted([Deleted(0, body: 1), Restored(5, body: 2), Deleted(6, body: 3)]));

    [Test]
    public void What_amoCRMs_events_tell_is_never_a_repetition() =>
        Assert.That(PresenceMark.IsDeleted([Deleted(0, body: null), Restored(5, body: null), Deleted(6, body: null)]));

    [Test]
    public void Of_two_words_at_one_instant_the_restoration_wins() =>
        Assert.That(PresenceMark.IsDeleted([Restored(5, body: 1), Deleted(5, body: 1)]), Is.False);

    private static PresenceMark Deleted(int minute, long? body) => new(Presence.Deleted, Noon.AddMinutes(minute), body);

    private static PresenceMark Restored(int minute, long? body) => new(Presence.Restored, Noon.AddMinutes(minute), body);
}
