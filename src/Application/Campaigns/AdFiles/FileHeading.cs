namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>A column of a file, and its meaning; null where it has none here.</summary>
/// <param name="Unit">What stands in the brackets of its heading.</param>
internal sealed record FileColumn(string Heading, SpendColumn? Meaning, string? Unit = null);

/// <summary>The line that names the columns.</summary>
/// <param name="Report">The report of a platform, where the file is one.</param>
internal sealed record FileHeading(SpendFormat Format, int Line, IReadOnlyList<FileColumn> Columns, ReportFormat? Report = null)
{
    /// <summary>The reasons why no row can be read under this heading.</summary>
    public IReadOnlyList<LineError> Errors { get; init; } = [];

    public bool Has(SpendColumn meaning) => Columns.Any(column => column.Meaning == meaning);

    public FileColumn? Find(SpendColumn meaning) => Columns.FirstOrDefault(column => column.Meaning == meaning);

    public IReadOnlyList<string> Ignored =>
        [.. Columns.Where(column => column.Meaning is null && column.Heading.Length > 0).Select(column => column.Heading)];
}
