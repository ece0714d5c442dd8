using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Bench.Truth;

/// <summary>Verdicts that were given at least once while people looked daily, by the place of the creative.</summary>
internal sealed class Looks
{
    private readonly HashSet<(int Creative, Verdict Verdict)> _given = [];

    public bool Any => _given.Count > 0;

    public bool Has(int creative, Verdict verdict) => _given.Contains((creative, verdict));

    public bool Has(Verdict verdict, Func<int, bool> of) => _given.Any(given => given.Verdict == verdict && of(given.Creative));

    /// <summary>By the product.</summary>
    public static Looks Ours(Scenario scenario, World world)
    {
        var looks = new Looks();
        for (var today = scenario.FirstLook; today <= scenario.LastLook; today++)
        {
            foreach (var verdict in DirectionVerdicts.From(world.Judged(today)).Values)
                looks.Add(world.PlaceOf(verdict.Creative), verdict.Verdict);
        }
        return looks;
    }

    /// <summary>
    /// By a test of two shares against the others, as if each look were the only one, of the figures that the page shows;
    /// corrected for the number of creatives (Bonferroni).
    /// </summary>
    public static Looks Naive(Scenario scenario, World world)
    {
        var looks = new Looks();
        for (var today = scenario.FirstLook; today <= scenario.LastLook; today++)
        {
            var seen = Enumerable.Range(0, world.Creatives).Select(creative => world.Seen(creative, today)).ToList();
            var all = seen.Aggregate((sum, rate) => sum + rate);
            for (var creative = 0; creative < seen.Count; creative++)
                looks.Add(creative, Test(seen[creative], all - seen[creative], seen.Count));
        }
        return looks;
    }

    public void Add(int creative, Verdict verdict)
    {
        if (verdict is Verdict.Better or Verdict.Worse)
            _given.Add((creative, verdict));
    }

    private static Verdict Test(Rate creative, Rate others, int count)
    {
        var all = creative + others;
        if (creative.Denominator == 0 || others.Denominator == 0 || all.Numerator == 0 || all.Numerator == all.Denominator)
            return Verdict.TooEarly;
        var common = (double)all.Numerator / all.Denominator;
        var error = Math.Sqrt(common * (1 - common) * ((1.0 / creative.Denominator) + (1.0 / others.Denominator)));
        var z = ((creative.Percent!.Value - others.Percent!.Value) / 100) / error;
        return Math.Abs(z) < Quantile(count) ? Verdict.TooEarly
            : z > 0 ? Verdict.Better
            : Verdict.Worse;
    }

    // Two-sided, 5 % divided by the number of creatives.
    private static double Quantile(int creatives) => creatives == 5 ? 2.5758 : 2.2414;
}
