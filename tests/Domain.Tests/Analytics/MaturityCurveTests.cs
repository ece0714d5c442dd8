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
        var curve = MaturityCurve.From(Eighty);

        Assert.That(
            curve.Days(11).Select(point => Percent.OneDecimal(point.Share)),
            Is.EqualTo([0, 12.5, 25, 40, 40, 40, 60, 60, 60, 60, 60, (double?)null])
        );
        Assert.That(curve.Days(11).Select(p => p.AtRisk), Is.EqualTo([80, 80, 70, 50, 40, 40, 30, 20, 20, 10, 10, 0]));
        Assert.That(curve.At(4).Lo, Is.EqualTo(29.80).Within(0.005));
        Assert.That(curve.At(4).Hi, Is.EqualTo(52.17).Within(0.005));
    }

    [Test]
    public void Before_anybody_qualified_the_share_is_0_and_its_error_unknown()
    {
        var start = MaturityCurve.From(Eighty).At(0);

        Assert.That(start, Is.EqualTo(new MaturityPoint(0, 0, null, null, 80)));
    }

    [Test]
    public void Half_and_nine_tenths_are_of_those_who_qualify()
    {
        var curve = MaturityCurve.From(Eighty);

        // 60 % qualify: half of them, 30 %, within 3 days; nine tenths, 54 %, within 6.
        Assert.That(curve.MedianDays, Is.EqualTo(3));
        Assert.That(curve.P90Days, Is.EqualTo(6));
        Assert.That(curve.ReliableUntil, Is.EqualTo(10));
    }

    [Test]
    public void A_share_that_is_reached_exactly_is_reached()
    {
        // Of a hundred leads one qualifies on each of the first twenty days.
        var curve = MaturityCurve.From([
            .. Enumerable.Range(1, 20).Select(day => new TimedOutcome(day, true)),
            new(30, false, 80),
        ]);

        Assert.That(curve.MedianDays, Is.EqualTo(10));
        Assert.That(curve.P90Days, Is.EqualTo(18));
    }

    [TestCase(9, null)]
    [TestCase(10, 50.0)]
    public void Where_fewer_than_ten_are_left_nothing_is_said(int left, double? expected)
    {
        var curve = MaturityCurve.From([new(1, true, left), new(4.5, false, left)]);

        Assert.That(curve.At(4).Share, Is.EqualTo(expected));
        Assert.That(curve.At(5).Share, Is.Null);
        Assert.That(curve.ReliableUntil, Is.EqualTo(expected is null ? 1 : 4.5));
    }

    [Test]
    public void What_happens_after_the_reliable_part_does_not_count()
    {
        // The nine who qualify on day 20 would make it 100 %.
        var curve = MaturityCurve.From([new(1, true, 10), new(2, false, 31), new(20, true, 9)]);

        Assert.That(curve.ReliableUntil, Is.EqualTo(2));
        Assert.That(curve.MedianDays, Is.EqualTo(1));
        Assert.That(curve.P90Days, Is.EqualTo(1));
        Assert.That(curve.At(20), Is.EqualTo(new MaturityPoint(20, null, null, null, 9)));
    }

    [Test]
    public void The_eight_alone_are_too_few()
    {
        var curve = MaturityCurve.From(Eighty.Select(outcome => new TimedOutcome(outcome.Time, outcome.Happened)));

        Assert.That(curve.Days(10).Select(point => point.Share), Is.All.Null);
        Assert.That(new[] { curve.ReliableUntil, curve.MedianDays, curve.P90Days }, Is.All.Null);
    }

    [Test]
    public void Where_nobody_qualifies_there_is_no_time_to_it()
    {
        var curve = MaturityCurve.From([new(30, false, 50)]);

        Assert.That(curve.At(30).Share, Is.Zero);
        Assert.That(new[] { curve.MedianDays, curve.P90Days }, Is.All.Null);
    }

    [Test]
    public void Of_no_leads_there_is_a_curve_of_nothing()
    {
        Assert.That(MaturityCurve.From([]).Days(0), Is.EqualTo([new MaturityPoint(0, null, null, null, 0)]));
        Assert.That(MaturityCurve.From([]).P90Days, Is.Null);
    }

    [Test]
    public void Millions_of_leads_are_counted_as_few_are()
    {
        var curve = MaturityCurve.From(Eighty.Select(o => new TimedOutcome(o.Time, o.Happened, 10_000_000)));

        Assert.That(curve.At(6).Share, Is.EqualTo(60).Within(1e-9));
        Assert.That(curve.At(6).Hi - curve.At(6).Lo, Is.LessThan(0.1));
    }

    [ManyValues(2_000)]
    public Property The_curve_rises_and_ends_where_too_few_are_left() =>
        Prop.ForAll(
            Counts.Outcomes().ToArbitrary(),
            outcomes =>
            {
                var curve = MaturityCurve.From(outcomes);
                var days = curve.Days(40);
                var shares = days.Select(point => point.Share).OfType<double>().ToList();
                return shares.SequenceEqual(shares.Order())
                    && days.All(p => p.Share is null == (p.AtRisk < 10) && p.Share is null == !(p.Day <= curve.ReliableUntil))
                    && (curve.MedianDays is null == curve.P90Days is null)
                    && !(curve.MedianDays > curve.P90Days)
                    && !(curve.P90Days > curve.ReliableUntil);
            }
        );
}
