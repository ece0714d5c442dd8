using AmoCrmQualification.Application.Reconciliation;

namespace AmoCrmQualification.Application.Tests.Reconciliation;

/// <summary>A reconciliation goes through amoCRM's events by windows, whose length follows how much is in them.</summary>
internal sealed class ReconcileCursorTests
{
    private static readonly DateTimeOffset s_from = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ReconcileCursor s_start = new() { From = s_from, Until = s_from.AddDays(30) };

    [Test]
    public void Windows_follow_each_other_without_gap_or_overlap_to_the_end()
    {
        var cursor = s_start;
        var end = s_from.AddSeconds(-1);
        while (!cursor.IsThroughEvents)
        {
            Assert.That((cursor.From, cursor.To > cursor.From), Is.EqualTo((end.AddSeconds(1), true)));
            end = cursor.To;
            cursor = cursor.ToNextWindow();
        }

        Assert.That(end, Is.EqualTo(s_start.Until));
    }

    [TestCase(0, 14.0)]
    [TestCase(1, 7.0)]
    [TestCase(10, 7.0)]
    [TestCase(11, 3.5)]
    public void An_empty_window_makes_the_next_longer_and_a_full_one_shorter(int pages, double days)
    {
        var next = (s_start with { Pages = pages, Next = "page", Rereads = 1 }).ToNextWindow();

        Assert.That(next.Span.TotalDays, Is.EqualTo(days));
        Assert.That((next.Pages, next.Next, next.Rereads), Is.EqualTo((0, (string?)null, 0)));
    }

    [Test]
    public void No_window_is_longer_than_four_weeks() =>
        Assert.That(
            Enumerable.Range(0, 5).Aggregate(s_start, (cursor, _) => cursor.ToNextWindow()).Span.TotalDays,
            Is.EqualTo(28)
        );

    [Test]
    public void A_window_that_amoCRM_cuts_short_is_read_again_shorter_and_given_up_at_last()
    {
        var spans = new List<double>();
        for (var cursor = s_start.ToPage("next"); cursor is not null; cursor = cursor.Again())
            spans.Add(cursor.Span.TotalMinutes);

        Assert.That(spans, Is.EqualTo([10080, 2520, 630, 157.5, 39.375, 10, 10, 10]));
        Assert.That(s_start.ToPage("next").Again()!.Next, Is.Null);
    }

    [Test]
    public void An_event_that_makes_amoCRM_fail_is_narrowed_down_to_its_second()
    {
        var cursor = s_start;
        var steps = 0;
        for (; cursor.Narrower() is { } narrower; steps++)
            cursor = narrower;

        Assert.That((cursor.IsOneSecond, cursor.From, cursor.To), Is.EqualTo((true, s_from, s_from)));
        Assert.That(steps, Is.LessThan(10));
        var past = cursor.PastOddSecond()!;
        Assert.That((past.From, past.Span.TotalDays, past.OddSeconds), Is.EqualTo((s_from.AddSeconds(1), 7.0, 1)));
    }

    [Test]
    public void So_many_odd_seconds_are_not_the_events_fault() =>
        Assert.That((s_start with { OddSeconds = 20 }).PastOddSecond(), Is.Null);

    [Test]
    public void A_row_that_comes_again_unreadable_is_counted_once()
    {
        var (cursor, fresh) = s_start.Skip(["event 1", "event 2", "event 1"]);

        Assert.That(fresh, Is.EqualTo(2));
        Assert.That(cursor.Skip(["event 2", "event 3"]).New, Is.EqualTo(1));
    }

    [Test]
    public void Since_when_events_are_missing_is_when_the_first_were() =>
        Assert.That(
            (s_start.WithoutTheRest() with { From = s_from.AddDays(9) }).WithoutTheRest().MissingSince,
            Is.EqualTo(s_from)
        );

    [Test]
    public void It_is_stored_and_goes_on_as_it_was()
    {
        var cursor = s_start.ToPage("next").Skip(["event 1"]).Cursor with { AfterDeal = 501, IsNarrowed = true };

        var again = ReconcileCursor.Parse(cursor.ToJson())!;

        Assert.That(again.SkippedRows, Is.EqualTo(cursor.SkippedRows));
        Assert.That(again with { SkippedRows = cursor.SkippedRows }, Is.EqualTo(cursor));
        Assert.That(ReconcileCursor.Parse(null), Is.Null);
    }
}
