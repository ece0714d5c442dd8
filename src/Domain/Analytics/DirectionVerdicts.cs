using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Verdicts on the creatives of one direction: at equal age, on equal days, valid however often they are looked at. Why so:
/// docs/adr/0019.
/// </summary>
public static class DirectionVerdicts
{
    /// <summary>Bound of the share of verdicts that are owed to chance.</summary>
    public const double Error = 0.05;

    /// <param name="creatives">All of the direction, with or without judged leads.</param>
    public static IReadOnlyDictionary<CreativeId, CreativeVerdict> From(IReadOnlyCollection<JudgedCreative> creatives)
    {
        var judged = creatives.Where(c => c.Rate.Denominator > 0).ToList();
        var table = new JudgedTable(judged);
        var evidence = judged.Select((_, place) => Weigh(table, place)).ToList();
        var decided = Decided(evidence);
        var all = judged.Aggregate(new Rate(0, 0), (sum, c) => sum + c.Rate);
        var verdicts = judged.Select(
            (c, place) => Create(c, all - c.Rate, judged.Count, Judge(judged.Count, evidence[place], decided), evidence[place])
        );
        var unjudged = creatives
            .Where(c => c.Rate.Denominator == 0)
            .Select(c => Create(c, all, judged.Count + 1, Verdict.TooEarly, Evidence.None));
        return verdicts.Concat(unjudged).ToDictionary(verdict => verdict.Creative);
    }

    private static CreativeVerdict Create(JudgedCreative creative, Rate others, int count, Verdict verdict, Evidence evidence) =>
        new(creative.Creative, verdict, evidence, creative.Rate, others, Experiment.LeadsMissing(creative.Rate, others, count));

    private static Verdict Judge(int count, Evidence evidence, double decided)
    {
        if (count == 1)
            return Verdict.Alone;
        if (evidence.Ln < decided)
            return Verdict.TooEarly;
        return evidence.IsHigher ? Verdict.Better : Verdict.Worse;
    }

    /// <summary>
    /// The least ln E that still counts, over all of the direction (e-BH; Wang and Ramdas, arXiv:2009.02824): of E falling, those up to the last
    /// with E(k) ≥ m/(α·k).
    /// </summary>
    private static double Decided(List<Evidence> evidence)
    {
        var falling = evidence.Select(e => e.Ln).OrderDescending().ToList();
        for (var k = falling.Count; k > 0; k--)
        {
            if (falling[k - 1] >= Math.Log(falling.Count / (Error * k)))
                return falling[k - 1];
        }
        return double.PositiveInfinity;
    }

    /// <summary>The least ln E that would decide on a creative, by ln E of the others.</summary>
    public static double DecidesAt(IReadOnlyCollection<double> others)
    {
        var falling = others.OrderDescending().ToList();
        var count = falling.Count + 1;
        for (var k = count; k > 1; k--)
        {
            if (falling[k - 2] >= Math.Log(count / (Error * k)))
                return Math.Log(count / (Error * k));
        }
        return Math.Log(count / Error);
    }

    /// <summary>Evidence on a creative after all days.</summary>
    internal static Evidence Weigh(JudgedTable table, int creative)
    {
        var evidence = new CreativeEvidence(table, creative);
        for (var day = 0; day < table.Days; day++)
            evidence.Add(day);
        return evidence.Evidence;
    }
}
