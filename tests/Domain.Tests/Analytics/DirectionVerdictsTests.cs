using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class DirectionVerdictsTests
{
    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    [Test]
    public void A_creative_with_nothing_to_compare_is_alone()
    {
        var only = Creative(days: 40, leads: 10, qualified: 9);
        var unjudged = new JudgedCreative(CreativeId.New(), []);

        var verdicts = DirectionVerdicts.From([only, unjudged]);

        Assert.That(verdicts[only.Creative].Verdict, Is.EqualTo(Verdict.Alone));
        Assert.That(verdicts[unjudged.Creative].Verdict, Is.EqualTo(Verdict.TooEarly));
        Assert.That(verdicts[unjudged.Creative].Evidence.Ln, Is.Zero);
    }

    [Test]
    public void What_is_decided_is_called_by_its_side()
    {
        JudgedCreative good = Creative(40, 10, 6),
            usual = Creative(40, 10, 3);

        var verdicts = DirectionVerdicts.From([good, usual]);

        Assert.That(verdicts[good.Creative].Verdict, Is.EqualTo(Verdict.Better));
        Assert.That(verdicts[usual.Creative].Verdict, Is.EqualTo(Verdict.Worse));
        Assert.That(verdicts[usual.Creative].Others, Is.EqualTo(good.Rate));
    }

    /// <summary>Of two E at least 2/.05 is wanted of the first and 1/.05 of both: 40 alone, or 20 each.</summary>
    [Test]
    public void Two_that_differ_from_each_other_need_less_together_than_one_alone()
    {
        var verdicts = Enumerable
            .Range(1, 60)
            .Select(days => DirectionVerdicts.From([Creative(days, 10, 5), Creative(days, 10, 3)]).Values.ToList())
            .First(both => both.TrueForAll(v => v.Verdict is Verdict.Better or Verdict.Worse));

        Assert.That(verdicts.Min(v => v.Evidence.Ln), Is.InRange(Math.Log(20), Math.Log(40)));
    }

    [Test]
    public void One_strong_creative_does_not_make_its_equals_look_worse()
    {
        var strong = Creative(60, 10, 6);
        List<JudgedCreative> equals = [.. Enumerable.Range(0, 4).Select(_ => Creative(60, 10, 3))];

        var verdicts = DirectionVerdicts.From([strong, .. equals]);

        Assert.That(verdicts[strong.Creative].Verdict, Is.EqualTo(Verdict.Better));
        Assert.That(equals.Select(e => verdicts[e.Creative].Verdict), Is.All.EqualTo(Verdict.TooEarly));
    }

    [Test]
    public void Other_days_are_no_comparison()
    {
        var spring = Creative(40, 10, 9);
        var autumn = new JudgedCreative(
            CreativeId.New(),
            [.. Enumerable.Range(100, 40).Select(day => new JudgedDay(FirstDay.AddDays(day), 10, 1))]
        );

        Assert.That(DirectionVerdicts.From([spring, autumn]).Values.Select(v => v.Verdict), Is.All.EqualTo(Verdict.TooEarly));
    }

    [Test]
    public void The_order_of_creatives_makes_no_difference()
    {
        List<JudgedCreative> creatives = [Creative(30, 8, 3), Creative(20, 9, 5), Creative(30, 2, 1)];

        var there = DirectionVerdicts.From(creatives);
        var back = DirectionVerdicts.From([.. Enumerable.Reverse(creatives)]);

        foreach (var (creative, verdict) in there)
            Assert.That(back[creative], Is.EqualTo(verdict));
    }

    private static JudgedCreative Creative(int days, long leads, long qualified) =>
        new(
            CreativeId.New(),
            [.. Enumerable.Range(0, days).Select(day => new JudgedDay(FirstDay.AddDays(day), leads, qualified))]
        );
}
