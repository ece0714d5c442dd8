using AmoCrmQualification.Domain.Analytics;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class KaplanMeierTests
{
    private static readonly TimedOutcome[] Eight =
    [
        new(1, true),
        new(2, true),
        new(2, false),
        new(3, true),
        new(5, false),
        new(6, true),
        new(8, false),
        new(10, false),
    ];

    [Test]
    public void The_example_of_eight()
    {
        var estimate = KaplanMeier.From(Eight);

        Assert.That(estimate.Steps.Select(step => step.Time), Is.EqualTo([1, 2, 3, 6]));
        Assert.That(estimate.Steps.Select(step => step.AtRisk), Is.EqualTo([8, 7, 5, 3]));
        Assert.That(estimate.Steps.Select(step => step.Share), Is.EqualTo([0.125, 0.25, 0.4, 0.6]).Within(1e-12));
        Assert.That(
            estimate.Steps.Select(step => step.StandardError),
            Is.EqualTo([0.1169, 0.1531, 0.1817, 0.2033]).Within(0.00005)
        );
    }

    // Computed apart from this code.
    [TestCase(1, 0.0186, 0.6130)]
    [TestCase(2, 0.0691, 0.6852)]
    [TestCase(3, 0.1477, 0.8045)]
    [TestCase(6, 0.2658, 0.9340)]
    public void Its_interval_is_on_the_scale_of_the_double_logarithm(double time, double lo, double hi)
    {
        var step = KaplanMeier.From(Eight).LastStep(time)!;

        Assert.That(step.Lo, Is.EqualTo(lo).Within(0.00005));
        Assert.That(step.Hi, Is.EqualTo(hi).Within(0.00005));
    }

    [Test]
    public void Between_steps_the_share_stays_and_the_watched_become_fewer()
    {
        var estimate = KaplanMeier.From(Eight);

        Assert.That(
            new[] { 0, 0.99, 1, 2.5, 5, 99 }.Select(estimate.Share),
            Is.EqualTo([0, 0, 0.125, 0.25, 0.4, 0.6]).Within(1e-12)
        );
        Assert.That(new[] { 0, 1, 1.5, 2, 10, 10.1 }.Select(estimate.AtRisk), Is.EqualTo([8, 8, 7, 7, 1, 0]));
    }

    [Test]
    public void A_share_is_reached_at_the_first_step_that_has_it_or_never()
    {
        var estimate = KaplanMeier.From(Eight);

        Assert.That(estimate.TimeToReach(0.25), Is.EqualTo(2));
        Assert.That(estimate.TimeToReach(0.41), Is.EqualTo(6));
        Assert.That(estimate.TimeToReach(0.61), Is.Null);
    }

    [Test]
    public void A_share_is_reached_although_the_last_digits_of_the_product_fall_short_of_it()
    {
        var estimate = KaplanMeier.From([new(1, true), new(2, true), new(3, true), new(4, true), new(5, true)]);

        Assert.That(estimate.Share(2), Is.LessThan(0.4), "4/5 of 3/4 is a little more than 3/5 to a computer");
        Assert.That(estimate.TimeToReach(0.4), Is.EqualTo(2));
        Assert.That(estimate.TimeToReach(0.4 + 1e-9), Is.EqualTo(3), "what is more than rounding counts");
    }

    [Test]
    public void Where_it_happened_to_all_the_error_is_unknown()
    {
        var step = KaplanMeier.From([new(1, true, 4)]).Steps.Single();

        Assert.That(step.Share, Is.EqualTo(1));
        Assert.That(new[] { step.StandardError, step.Lo, step.Hi }, Is.All.Null);
    }

    [Test]
    public void Of_nobody_nothing_is_known()
    {
        var estimate = KaplanMeier.From([new(3, true, 0)]);

        Assert.That(estimate.Steps, Is.Empty);
        Assert.That(estimate.AtRisk(0), Is.Zero);
        Assert.That(estimate.Share(5), Is.Zero);
        Assert.That(estimate.TimeToReach(0.5), Is.Null);
    }

    [Test]
    public void What_happened_before_the_start_happened_at_it() =>
        Assert.That(KaplanMeier.From([new(-0.5, false), new(0, true)]).Share(0), Is.EqualTo(0.5));

    [Test]
    public void A_time_is_a_number_and_a_count_no_debt()
    {
        Assert.That(() => new TimedOutcome(double.NaN, true), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new TimedOutcome(1, true, -1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [ManyValues(2_000)]
    public Property Neither_the_order_nor_the_grouping_matters() =>
        Prop.ForAll(
            (
                from outcomes in Counts.Outcomes()
                from single in Gen.Shuffle(outcomes.SelectMany(OneByOne).ToArray())
                select (outcomes, single)
            ).ToArbitrary(),
            told =>
            {
                var (grouped, split) = (KaplanMeier.From(told.outcomes), KaplanMeier.From(told.single));
                return grouped.Steps.SequenceEqual(split.Steps)
                    && Enumerable.Range(0, 32).All(time => grouped.AtRisk(time) == split.AtRisk(time));
            }
        );

    [ManyValues(2_000)]
    public Property The_share_rises_within_0_and_1_and_lies_in_its_interval() =>
        Prop.ForAll(
            Counts.Outcomes().ToArbitrary(),
            outcomes =>
            {
                var steps = KaplanMeier.From(outcomes).Steps;
                return steps.Zip(steps.Skip(1)).All(pair => pair.First.Share < pair.Second.Share)
                    && steps.All(step => step.Share is > 0 and <= 1)
                    && steps.All(s => s.Share >= 1 || (s.Lo >= 0 && s.Lo < s.Share && s.Share < s.Hi && s.Hi <= 1));
            }
        );

    [ManyValues(2_000)]
    public Property Where_all_were_watched_long_enough_it_is_the_plain_share() =>
        Prop.ForAll(
            Counts.Outcomes().ToArbitrary(),
            outcomes =>
            {
                var watched = outcomes.Select(o => new TimedOutcome(o.Happened ? o.Time : 99, o.Happened, o.Count)).ToList();
                var all = watched.Sum(o => o.Count);
                var early = watched.Where(o => o.Time <= 15).Sum(o => o.Count);
                return all == 0 || Math.Abs(KaplanMeier.From(watched).Share(15) - ((double)early / all)) < 1e-9;
            }
        );

    private static IEnumerable<TimedOutcome> OneByOne(TimedOutcome outcomes) =>
        Enumerable.Repeat(new TimedOutcome(outcomes.Time, outcomes.Happened), (int)outcomes.Count);
}
