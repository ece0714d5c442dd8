using System.Text.Json;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Finds columns by their names: in any order, upper or lower case, with blanks for underscores.</summary>
internal static class SpendColumns
{
    private static readonly Dictionary<string, SpendColumn> ByName = Enum.GetValues<SpendColumn>()
        .ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    public static string NameOf(SpendColumn column) => JsonNamingPolicy.SnakeCaseLower.ConvertName(column.ToString());

    public static SpendColumn? Find(string name) =>
        ByName.TryGetValue(name.Trim().Replace(' ', '_'), out var column) ? column : null;

    /// <summary>What the header of a file lacks, as a sentence.</summary>
    public static string? Missing(IReadOnlyCollection<SpendColumn> given)
    {
        List<string> missing = [];
        if (!given.Contains(SpendColumn.Date))
            missing.Add("date");
        if (!given.Contains(SpendColumn.AdId) && !given.Contains(SpendColumn.CreativeId))
            missing.Add("ad_id or creative_id");
        if (!given.Contains(SpendColumn.Spend))
            missing.Add("spend");
        return missing.Count == 0 ? null : $"The first line must name the columns; it lacks {string.Join(", ", missing)}.";
    }
}
