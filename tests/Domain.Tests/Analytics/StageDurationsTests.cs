using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class StageDurationsTests
{
    [Test]
    public void Finished_visits_have_their_plain_quantiles() =>
        Assert.That(
            StageDurations.From([.. Enumerable.Range(1, 20).Select(hours => new TimedOutcome(hours, true))]),
            Is.EqualTo(new StageDurations(Visits: 20, Open: 0, MedianHours: 10, P75Hours: 15))
        );

    [Test]
    public void An_open_visit_has_lasted_at_least_until_now() =>
        // By hour 3 half have left: 1 − ¾ · ⅔. Of the finished visits alone half took an hour.
        Assert.That(
            StageDurations.From([new(1, true), new(3, true), new(4, false), new(5, false)]),
            Is.EqualTo(new StageDurations(Visits: 4, Open: 2, MedianHours: 3, P75Hours: null))
        );

    [Test]
    public void Many_long_open_visits_make_a_stage_slow() =>
        Assert.That(
            StageDurations.From([new(1, true, 10), new(100, false, 30)]),
            Is.EqualTo(new StageDurations(Visits: 40, Open: 30, MedianHours: null, P75Hours: null))
        );

    [Test]
    public void A_stage_nobody_visited_has_no_duration() =>
        Assert.That(StageDurations.From([]), Is.EqualTo(new StageDurations(0, 0, null, null)));
}
