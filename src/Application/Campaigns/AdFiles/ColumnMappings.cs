namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>The mapping that was given with a file, else those that an account remembers by their headings.</summary>
internal sealed record ColumnMappings(ColumnMapping? Given, IReadOnlyDictionary<string, ColumnMapping> Remembered)
{
    public static readonly ColumnMappings None = new(null, new Dictionary<string, ColumnMapping>());

    public bool MustFit => Given is { Columns.Count: > 0 };

    /// <summary>The mapping that fits these headings.</summary>
    public ColumnMapping? Find(IReadOnlyList<string> headings) =>
        Given is null ? Remembered.GetValueOrDefault(ColumnMapping.KeyFrom(headings))
        : MustFit && Given.Columns.Keys.All(headings.Select(HeadingText.Fold).Contains) ? Given
        : null;
}
