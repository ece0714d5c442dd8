using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Evidence on a creative once a day was added.</summary>
public sealed record EvidenceDay(JudgedDay Own, JudgedDay Others, Evidence Evidence);

/// <summary>How evidence on one creative grew, day by day, by what is known now.</summary>
/// <param name="Days">From the first day of its leads; days on which nobody of the direction had any are missing.</param>
/// <param name="DecidesAtLn">
/// The least ln E that decides on it today, as the others stand; <see langword="null"/> where nothing can be compared.
/// </param>
public sealed record EvidencePath(IReadOnlyList<EvidenceDay> Days, double? DecidesAtLn)
{
    private static readonly EvidencePath Nothing = new([], null);

    /// <param name="creatives">All of the direction, with or without judged leads.</param>
    public static EvidencePath From(IReadOnlyCollection<JudgedCreative> creatives, CreativeId creative)
    {
        var judged = creatives.Where(c => c.Rate.Denominator > 0).ToList();
        var place = judged.FindIndex(c => c.Creative == creative);
        if (place < 0)
            return Nothing;
        var table = new JudgedTable(judged);
        var others = Enumerable.Range(0, judged.Count).Where(other => other != place);
        return new(
            [.. DaysOf(table, place).SkipWhile(day => day.Own.Leads == 0)],
            judged.Count == 1
                ? null
                : DirectionVerdicts.DecidesAt([.. others.Select(other => DirectionVerdicts.Weigh(table, other).Ln)])
        );
    }

    private static IEnumerable<EvidenceDay> DaysOf(JudgedTable table, int creative)
    {
        var evidence = new CreativeEvidence(table, creative);
        for (var day = 0; day < table.Days; day++)
        {
            evidence.Add(day);
            yield return new(table.LeadsOf(creative, day), table.LeadsOfOthers(creative, day), evidence.Evidence);
        }
    }
}
