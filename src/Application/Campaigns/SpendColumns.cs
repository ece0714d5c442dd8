using System.Text.Json;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Finds columns by their names: in any order, upper or lower case, with blanks for underscores, unseen characters among them.</summary>
internal static class SpendColumns
{
    private static readonly Dictionary<string, SpendColumn> ByName = Enum.GetValues<SpendColumn>()
        .Except([SpendColumn.PeriodStart]) // the date, where it is also the end
        .ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => ByName.Keys;

    public static string NameOf(SpendColumn column) => JsonNamingPolicy.SnakeCaseLower.ConvertName(column.ToString());

    public static SpendColumn? Find(string name) =>
        ByName.TryGetValue(Invisible.Without(name).Replace(' ', '_'), out var column) ? column : null;

    /// <summary>Lists the columns that the header lacks.</summary>
    public static LineError? Missing(int line, IReadOnlyCollection<SpendColumn> given)
    {
        var lacksAds = !given.Intersect([SpendColumn.AdId, SpendColumn.CreativeId, SpendColumn.AdName]).Any();
        List<string> missing = [];
        if (!given.Contains(SpendColumn.Date))
            missing.Add("date");
        if (lacksAds)
            missing.Add("ad_id or creative_id");
        if (!given.Contains(SpendColumn.Spend))
            missing.Add("spend");
        return missing.Count == 0
            ? null
            : new(
                line,
                lacksAds && missing.Count == 1 ? LineFault.NoAdIds : LineFault.UnknownColumns,
                $"The first line must name the columns; it lacks {string.Join(", ", missing)}."
            );
    }
}
