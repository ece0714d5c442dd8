using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Verdicts and ranks of an account's creatives, each within its direction; those without one are not judged.</summary>
internal sealed class JudgedCreatives
{
    private readonly Dictionary<CreativeId, CreativeVerdict> _verdicts;
    private readonly Lazy<Dictionary<CreativeId, CreativeComparison>> _ranks;

    private JudgedCreatives(Cohort judged, IEnumerable<IReadOnlyList<JudgedCreative>> directions)
    {
        var rivals = directions.ToList();
        (HorizonDays, Until) = (judged.Days, judged.Last!.Value);
        _verdicts = rivals.SelectMany(DirectionVerdicts.From).ToDictionary(pair => pair.Key, pair => pair.Value);
        _ranks = new(() => Rank(rivals));
    }

    public int HorizonDays { get; }

    /// <summary>The last day whose leads are judged.</summary>
    public DateOnly Until { get; }

    /// <param name="creatives">All that are shown or judged.</param>
    public static JudgedCreatives From(
        Cohort judged,
        IReadOnlyList<JudgedCreative> counted,
        IReadOnlyDictionary<CreativeId, CreativeLabel> creatives
    )
    {
        var byId = counted.ToDictionary(c => c.Creative);
        return new(
            judged,
            creatives
                .Values.Where(c => c.Direction is not null)
                .GroupBy(c => c.Direction)
                .Select(rivals => rivals.Select(c => byId.GetValueOrDefault(c.Id) ?? new(c.Id, [])).ToList())
        );
    }

    public CreativeVerdict VerdictOn(CreativeId? creative) =>
        _verdicts.GetValueOrDefault(creative ?? default)
        ?? new(creative ?? default, Verdict.TooEarly, Evidence.None, new(0, 0), new(0, 0), LeadsNeeded: null);

    public CreativeComparison? RankOf(CreativeId? creative) => _ranks.Value.GetValueOrDefault(creative ?? default);

    // It takes many draws, and the preview of a horizon needs none.
    private static Dictionary<CreativeId, CreativeComparison> Rank(List<IReadOnlyList<JudgedCreative>> rivals) =>
        rivals
            .SelectMany(own => CreativeRanking.From([.. own.Select(c => (c.Creative, c.Rate))]).Creatives)
            .ToDictionary(rank => rank.Creative);
}
