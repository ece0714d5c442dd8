using AmoCrmQualification.Domain.Analytics;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class MaturityCurveTests
{
    /// <summary>The published example of eight leads, each ten times.</summary>
    private static readonly TimedOutcome[] Eighty =
    [
        new(1, true, 10),
        new(2, true, 10),
        new(2, false, 10),
        new(3, true, 10),
        new(5, false, 10),
        new(6, true, 10),
        new(8, false, 10),
        new(10, false, 10),
    ];

    [Test]
    public void The_share_that_qualifies_within_so_many_days()
    {
        var curve = MaturityCurve.From(Watched(Eighty, until: 11));

        Assert.That(
            curve.Days(12).Select(point => Percent.OneDecimal(point.Share)),
            Is.EqualTo([0, 12.5, 25, 40, 40, 40, 60, 60, 60, 60, 60, 60, (double?)null])
        );
        Assert.That(curve.Days(12).Select(p => p.AtRisk), Is.EqualTo([80, 80, 70, 50, 40, 40, 30, 20, 20, 10, 10, 0, 0]));
        Assert.That(curve.Days(12).Select(p => p.OldEnough), Is.EqualTo([80, 80, 80, 70, 70, 70, 60, 60, 60, 50, 50, 40, 0]));
        Assert.That(curve.At(4).Lo, Is.EqualTo(29.80).Within(0.005));
        Assert.That(curve.At(4).Hi, Is.EqualTo(52.17).Within(0.005));
    }

    [TestCase(12, 20, 60, 60.0, 38.7, 78.1)]
    [TestCase(0, 200, 30, 0.0, 0.0, 1.9)]
    [TestCase(20, 20, 60, 100.0, 83.9, 100.0)]
    public void Where_all_were_watched_so_long_it_is_a_plain_rate(
        int qualified,
        int leads,
        int day,
        double share,
        double lo,
        double hi
    )
    {
        var curve = MaturityCurve.From(Watched([new(3, true, qualified), new(60, false, leads - qualified)], until: 60));

        var point = curve.At(day);

        Assert.That(point.OldEnough, Is.EqualTo(leads));
        Assert.That(
            new[] { point.Share, point.Lo, point.Hi }.Select(Percent.OneDecimal),
            Is.EqualTo(new double?[] { share, lo, hi })
        );
    }

    [Test]
    public void While_none_has_qualified_the_interval_is_of_those_who_are_old_enough()
    {
        var point = MaturityCurve.From(Watched([new(5, false, 100), new(30, false, 20), new(40, true, 1)], until: 40)).At(30);

        var few = new Rate(0, 21);
        Assert.That(point, Is.EqualTo(new MaturityPoint(30, 0, few.Lo, few.Hi, 21, 21)));
    }

    [Test]
    public void Half_and_nine_tenths_are_of_those_who_qualify()
    {
        var curve = MaturityCurve.From(Watched(Eighty, until: 12));

        // 60 % qualify: half of them, 30 %, within 3 days; nine tenths, 54 %, within 6.
        Assert.That(curve.MedianDays, Is.EqualTo(3));
        Assert.That(curve.P90Days, Is.EqualTo(6));
        Assert.That(curve.ReliableUntil, Is.EqualTo(12));
    }

    [TestCase(11.9, null, null, null)]
    [TestCase(12, 3.0, 6.0, 6)]
    public void They_are_unknown_until_the_oldest_is_twice_as_old(double oldest, double? median, double? p90, int? suggested)
    {
        var curve = MaturityCurve.From(Watched(Eighty, until: oldest));

        Assert.That((curve.MedianDays, curve.P90Days), Is.EqualTo((median, p90)));
        Assert.That(curve.SuggestHorizon(longest: 90), Is.EqualTo(suggested));
    }

    [TestCase(0.2, 1)]
    [TestCase(1, 1)]
    [TestCase(13.2, 14)]
    [TestCase(120, 90)]
    public void The_horizon_to_suggest_is_the_whole_day_by_which_nine_of_ten_have_qualified(double days, int suggested)
    {
        var curve = MaturityCurve.From(Watched([new(days, true, 10)], until: 300));

        Assert.That(curve.SuggestHorizon(longest: 90), Is.EqualTo(suggested));
    }

    [Test]
    public void A_share_that_is_reached_exactly_is_reached()
    {
        // Of a hundred leads one qualifies on each of the first twenty days.
        TimedOutcome[] leads = [.. Enumerable.Range(1, 20).Select(day => new TimedOutcome(day, true)), new(40, false, 80)];

        var curve = MaturityCurve.From(Watched(leads, until: 40));

        Assert.That(curve.MedianDays, Is.EqualTo(10));
        Assert.That(curve.P90Days, Is.EqualTo(18));
    }

    [TestCase(9, null)]
    [TestCase(10, 50.0)]
    public void Where_fewer_than_ten_are_that_old_nothing_is_said(int old, double? expected)
    {
        var curve = MaturityCurve.From(new([new(1, true, old), new(4.5, false, old)], [new(2, old), new(4.5, old)]));

        Assert.That(curve.At(4).Share, Is.EqualTo(expected));
        Assert.That(curve.At(5).Share, Is.Null);
        Assert.That(curve.ReliableUntil, Is.EqualTo(expected is null ? 2 : 4.5));
    }

    [Test]
    public void Who_qualified_early_is_old_enough_later_too()
    {
        var curve = MaturityCurve.From(Watched([new(1, true, 9), new(30, false, 3)], until: 30));

        Assert.That(curve.At(30).AtRisk, Is.EqualTo(3));
        Assert.That((curve.At(30).Share, curve.At(30).OldEnough), Is.EqualTo((75, 12)));
    }

    [Test]
    public void What_happens_after_the_reliable_part_does_not_count()
    {
        // The nine who qualify on day 20 would make it 100 %.
        var curve = MaturityCurve.From(new([new(1, true, 10), new(2, false, 31), new(20, true, 9)], [new(2, 41), new(21, 9)]));

        Assert.That(curve.ReliableUntil, Is.EqualTo(2));
        Assert.That(curve.MedianDays, Is.EqualTo(1));
        Assert.That(curve.P90Days, Is.EqualTo(1));
        Assert.That(curve.At(20), Is.EqualTo(new MaturityPoint(20, null, null, null, 9, 9)));
    }

    [Test]
    public void The_eight_alone_are_too_few()
    {
        var curve = MaturityCurve.From(
            Watched(Eighty.Select(outcome => new TimedOutcome(outcome.Time, outcome.Happened)), until: 20)
        );

        Assert.That(curve.Days(10).Select(point => point.Share), Is.All.Null);
        Assert.That(new[] { curve.ReliableUntil, curve.MedianDays, curve.P90Days }, Is.All.Null);
    }

    [Test]
    public void Where_nobody_qualifies_there_is_no_time_to_it()
    {
        var curve = MaturityCurve.From(Watched([new(30, false, 50)], until: 30));

        Assert.That(curve.At(30).Share, Is.Zero);
        Assert.That(new[] { curve.MedianDays, curve.P90Days }, Is.All.Null);
    }

    [Test]
    public void Of_no_leads_there_is_a_curve_of_nothing()
    {
        var curve = MaturityCurve.From(new([], []));

        Assert.That(curve.Days(0), Is.EqualTo([new MaturityPoint(0, null, null, null, 0, 0)]));
        Assert.That((curve.OldestDays, curve.P90Days), Is.EqualTo(((double?)null, (double?)null)));
    }

    [Test]
    public void Millions_of_leads_are_counted_as_few_are()
    {
        var curve = MaturityCurve.From(Watched(Eighty.Select(o => new TimedOutcome(o.Time, o.Happened, 10_000_000)), until: 20));

        Assert.That(curve.At(6).Share, Is.EqualTo(60).Within(1e-9));
        Assert.That(curve.At(6).Hi - curve.At(6).Lo, Is.LessThan(0.1));
    }

    [ManyValues(2_000)]
    public Property The_curve_rises_and_ends_where_too_few_are_old_enough() =>
        Prop.ForAll(
            Counts.Outcomes().ToArbitrary(),
            outcomes =>
            {
                var curve = MaturityCurve.From(Watched(outcomes, until: 35));
                var days = curve.Days(40);
                var shares = days.Select(point => point.Share).OfType<double>().ToList();
                return shares.Zip(shares.Skip(1)).All(pair => pair.Second > pair.First - 1e-9)
                    && days.All(p => p.Share is null == (p.OldEnough < 10) && p.Share is null == !(p.Day <= curve.ReliableUntil))
                    && days.All(p => p.OldEnough >= p.AtRisk && !(p.Share < p.Lo) && !(p.Share > p.Hi))
                    && (curve.MedianDays is null == curve.P90Days is null)
                    && !(curve.MedianDays > curve.P90Days)
                    && !(2 * curve.P90Days > curve.OldestDays);
            }
        );

    /// <summary>Those who qualified are as old as is said, the others as old as they were watched.</summary>
    private static LeadTimes Watched(IEnumerable<TimedOutcome> outcomes, double until)
    {
        var all = outcomes.ToList();
        return new(all, [.. all.Select(lead => new LeadAge(lead.Happened ? until : lead.Time, lead.Count))]);
    }
}
