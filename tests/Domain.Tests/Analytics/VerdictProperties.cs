using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Analytics;

/// <summary>Changes that leave verdicts as they are.</summary>
internal sealed class VerdictProperties
{
    private const int Days = 40;
    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    /// <summary>Days come in any order, and the leads of one day in several parts, as histories are healed.</summary>
    [ManyValues(300)]
    public Property The_order_in_which_leads_become_known_does_not_change_the_evidence() =>
        Prop.ForAll(
            (
                from creatives in Directions()
                from late in Gen.CollectToArray(creatives, KnownInParts)
                select (creatives, late)
            ).ToArbitrary(),
            known => AreEqual(DirectionVerdicts.From(known.creatives), DirectionVerdicts.From(known.late))
        );

    [ManyValues(300)]
    public Property A_creative_without_leads_changes_nothing() =>
        Prop.ForAll(
            Directions().ToArbitrary(),
            creatives =>
            {
                var (before, after) = (
                    DirectionVerdicts.From(creatives),
                    DirectionVerdicts.From([new(CreativeId.New(), []), .. creatives])
                );
                return AreEqual(before, after.Where(verdict => before.ContainsKey(verdict.Key)).ToDictionary());
            }
        );

    /// <summary>
    /// The line rises with the number of creatives (e-BH). One lead moves E by less than a factor of three, unless it is the one
    /// that lets a large rival be left out.
    /// </summary>
    [ManyValues(1_000)]
    public Property A_newcomer_of_one_lead_takes_back_no_verdict_that_clears_the_line_of_one_creative_more() =>
        Prop.ForAll(
            (
                from creatives in Directions()
                from day in Gen.Choose(0, Days - 1)
                from qualified in Gen.Choose(0, 1)
                select (creatives, Creative([(day, 1, qualified)]))
            ).ToArbitrary(),
            sample =>
            {
                var (creatives, newcomer) = sample;
                var (before, after) = (DirectionVerdicts.From(creatives), DirectionVerdicts.From([.. creatives, newcomer]));
                return before
                    .Values.Where(verdict => IsDecided(verdict) && !LetsOneBeLeftOut(verdict, creatives))
                    .Where(verdict => verdict.Evidence.Ln >= LineWithOneMore(verdict, before.Values) + Math.Log(3))
                    .All(verdict => after[verdict.Creative].Verdict == verdict.Verdict);
            }
        );

    private static bool IsDecided(CreativeVerdict verdict) => verdict.Verdict is Verdict.Better or Verdict.Worse;

    // The newcomer is the least decided: one lead makes no evidence.
    private static double LineWithOneMore(CreativeVerdict verdict, IEnumerable<CreativeVerdict> all) =>
        DirectionVerdicts.DecidesAt([
            .. all.Where(other => other.Creative != verdict.Creative).Select(other => other.Evidence.Ln),
            double.NegativeInfinity,
        ]);

    private static bool LetsOneBeLeftOut(CreativeVerdict verdict, IEnumerable<JudgedCreative> creatives)
    {
        var others = verdict.Others.Denominator;
        return creatives
            .Where(other => other.Creative != verdict.Creative)
            .Select(other => others - other.Rate.Denominator)
            .Any(left => MayBe(left + 1, others + 1) != MayBe(left, others));

        static bool MayBe(long left, long others) => left >= 20 && 3 * left >= others;
    }

    private static bool AreEqual(
        IReadOnlyDictionary<CreativeId, CreativeVerdict> one,
        IReadOnlyDictionary<CreativeId, CreativeVerdict> other
    ) => one.Count == other.Count && one.All(verdict => other[verdict.Key] == verdict.Value);

    /// <summary>Creatives of rates far and near, each from the first day to a last of its own.</summary>
    private static Gen<JudgedCreative[]> Directions() =>
        from size in Gen.Choose(2, 6)
        from creatives in (
            from rate in Gen.Choose(5, 95)
            from days in (
                from leads in Gen.Choose(0, 12)
                from noise in Gen.Choose(0, 99)
                select (Leads: (long)leads, Qualified: (long)((leads * rate) + noise) / 100)
            ).ArrayOf(Days)
            from last in Gen.Choose(5, Days)
            select Creative(days.Take(last).Select((day, i) => (i, day.Leads, day.Qualified)))
        ).ArrayOf(size)
        select creatives;

    private static Gen<JudgedCreative> KnownInParts(JudgedCreative creative) =>
        from parts in Gen.CollectToArray(
            creative.Days,
            day =>
                from qualified in Gen.Choose(0, (int)day.Qualified)
                from others in Gen.Choose(0, (int)(day.Leads - day.Qualified))
                let first = new JudgedDay(day.Day, qualified + others, qualified)
                select new[] { first, day - first }
        )
        from shuffled in Gen.Shuffle(parts.SelectMany(part => part).ToArray())
        select new JudgedCreative(creative.Creative, shuffled);

    private static JudgedCreative Creative(IEnumerable<(int Day, long Leads, long Qualified)> days) =>
        new(CreativeId.New(), [.. days.Select(day => new JudgedDay(FirstDay.AddDays(day.Day), day.Leads, day.Qualified))]);
}
