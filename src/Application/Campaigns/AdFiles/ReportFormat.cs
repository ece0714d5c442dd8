namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>A report as a platform exports it.</summary>
/// <param name="Headings">Folded headings by meaning, the one that counts first where a report has several.</param>
/// <param name="Others">Headings that mean nothing here, but tell the platform.</param>
/// <param name="DayAdvice">Words of the platform for a report by days.</param>
/// <param name="IdColumn">The platform's name of the column with ids of ads.</param>
/// <param name="MayBeInMicros">Its amounts may be in millionths.</param>
internal sealed record ReportFormat(
    SpendFormat Format,
    IReadOnlyDictionary<SpendColumn, IReadOnlyList<string>> Headings,
    IReadOnlyList<string> Others,
    string DayAdvice,
    string IdColumn,
    bool MayBeInMicros = false
)
{
    // Many files that are no platform's have such a column.
    private static readonly string[] Generic = ["cost", "стоимость"];
    private const int Enough = 2;

    private readonly HashSet<string> _all = [.. Headings.Values.SelectMany(names => names), .. Others];

    /// <summary>The number of headings that this report has; 0 when the file is none of its kind.</summary>
    public int Score(IReadOnlyList<string> headings)
    {
        var known = headings
            .SelectMany(heading => HeadingText.Names(heading).Select(n => n.Name).Where(_all.Contains).Take(1))
            .ToList();
        bool Has(SpendColumn column) =>
            Headings.TryGetValue(column, out var names) && names.Intersect(known, StringComparer.Ordinal).Any();
        var namesAds = Has(SpendColumn.AdId) || Has(SpendColumn.AdName);
        var isGeneric = Headings[SpendColumn.Spend].Intersect(known).All(Generic.Contains);
        var wanted = Enough + (namesAds ? 0 : 1) + (isGeneric ? 1 : 0);
        return Has(SpendColumn.Spend) && known.Count >= wanted ? known.Count : 0;
    }

    /// <summary>The file's columns by their meaning.</summary>
    public IReadOnlyList<FileColumn> Columns(IReadOnlyList<string> headings)
    {
        var columns = headings.Select(heading => new FileColumn(heading, null)).ToArray();
        foreach (var (meaning, names) in Headings)
            if (names.Select(name => Place(headings, name)).FirstOrDefault(place => place is not null) is { } found)
                columns[found.Index] = new(headings[found.Index], meaning, found.Unit);
        // The day of a report that is broken down by days; without it the period's first and last day must be one.
        var hasDay = Array.Exists(columns, column => column.Meaning == SpendColumn.Date);
        return Array.ConvertAll(
            columns,
            column =>
                column.Meaning switch
                {
                    SpendColumn.PeriodStart => column with { Meaning = hasDay ? null : SpendColumn.Date },
                    SpendColumn.PeriodEnd => column with { Meaning = hasDay ? null : SpendColumn.PeriodEnd },
                    _ => column,
                }
        );
    }

    /// <summary>Columns of amounts that differ in their brackets alone.</summary>
    public IReadOnlyList<string> SpendHeadings(IReadOnlyList<string> headings, FileColumn spend)
    {
        var name = HeadingText.Names(spend.Heading).Last(n => _all.Contains(n.Name)).Name;
        return [.. headings.Where(heading => HeadingText.Names(heading).Any(n => n.Name == name))];
    }

    private static (int Index, string? Unit)? Place(IReadOnlyList<string> headings, string name)
    {
        for (var i = 0; i < headings.Count; i++)
            foreach (var (written, unit) in HeadingText.Names(headings[i]))
                if (written == name)
                    return (i, unit);
        return null;
    }
}
