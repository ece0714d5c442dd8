using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class EvidencePathTests
{
    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    [ManyValues(300)]
    public Property It_ends_at_the_verdict_which_the_line_decides() =>
        Prop.ForAll(
            Directions().ToArbitrary(),
            creatives =>
            {
                var verdicts = DirectionVerdicts.From(creatives);
                return creatives.All(c =>
                {
                    var (path, verdict) = (EvidencePath.From(creatives, c.Creative), verdicts[c.Creative]);
                    var isDecided = verdict.Verdict is Verdict.Better or Verdict.Worse;
                    return c.Rate.Denominator == 0
                        ? path is { Days.Count: 0, DecidesAtLn: null }
                        : path.Days[^1].Evidence == verdict.Evidence
                            && isDecided == (verdict.Evidence.Ln >= path.DecidesAtLn)
                            && path.Days[0].Own.Leads > 0
                            && path.Days.Sum(day => day.Own.Leads) == c.Rate.Denominator;
                });
            }
        );

    [Test]
    public void Where_others_are_decided_less_is_wanted()
    {
        Assert.That(DirectionVerdicts.DecidesAt([0, 0]), Is.EqualTo(Math.Log(60)));
        Assert.That(DirectionVerdicts.DecidesAt([5, 0]), Is.EqualTo(Math.Log(30)));
        Assert.That(DirectionVerdicts.DecidesAt([5, 3]), Is.EqualTo(Math.Log(20)));
        Assert.That(DirectionVerdicts.DecidesAt([3.1, 3.1]), Is.EqualTo(Math.Log(20)), "with it all three are");
    }

    [Test]
    public void Days_before_its_first_lead_teach_the_rate_of_the_others_and_are_not_shown()
    {
        JudgedCreative old = Creative([(0, 10, 3), (1, 10, 3), (2, 10, 3)]),
            late = Creative([(2, 10, 6)]);

        var path = EvidencePath.From([old, late], late.Creative);

        Assert.That(path.Days.Select(day => day.Own.Day), Is.EqualTo([FirstDay.AddDays(2)]));
        Assert.That(
            path.Days[0].Evidence.LnHigher,
            Is.Not.EqualTo(EvidencePath.From([Creative([(2, 10, 3)]), late], late.Creative).Days[0].Evidence.LnHigher)
        );
    }

    private static Gen<JudgedCreative[]> Directions() =>
        from size in Gen.Choose(1, 5)
        from creatives in (
            from days in (
                from leads in Gen.Choose(0, 30)
                from qualified in Gen.Choose(0, leads)
                select (leads, qualified)
            ).ArrayOf(8)
            from isUnjudged in Gen.Choose(0, 5)
            select Creative(isUnjudged == 0 ? [] : [.. days.Select((day, i) => (i, (long)day.leads, (long)day.qualified))])
        ).ArrayOf(size)
        select creatives;

    private static JudgedCreative Creative((int Day, long Leads, long Qualified)[] days) =>
        new(CreativeId.New(), [.. days.Select(day => new JudgedDay(FirstDay.AddDays(day.Day), day.Leads, day.Qualified))]);
}
