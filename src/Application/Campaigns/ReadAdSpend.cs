using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>A file of ad spend that was read and is not stored yet.</summary>
/// <param name="Told">As it was understood, with its errors.</param>
/// <param name="Mapping">The meaning of its columns, where the sender said it.</param>
public sealed record ReadAdSpend(
    IReadOnlyCollection<SpendRow> Rows,
    RecordedAdSpend Told,
    IReadOnlyList<PreviewColumn> Columns,
    GivenMapping? Mapping
)
{
    public bool IsStorable => Told.Errors.Count == 0 && Rows.Count > 0;

    internal static ReadAdSpend From(SpendTable table, SpendReading reading, AdSpendUpload upload) =>
        new(
            reading.Rows,
            RecordedAdSpend.From(table, reading),
            [.. table.Heading.Columns.Select((column, i) => PreviewColumn.From(column, table.Samples.ElementAtOrDefault(i)))],
            upload.Columns is { } columns && upload.File.IsTable ? GivenMapping.From(table.Heading, columns) : null
        );
}

/// <summary>A mapping to remember for files with the same headings.</summary>
/// <param name="Headings">A hash of the set of headings.</param>
/// <param name="Columns">JSON; null to forget it.</param>
public sealed record GivenMapping(string Headings, string? Columns)
{
    internal static GivenMapping From(FileHeading heading, string columns)
    {
        var given = ColumnMapping.Parse(columns);
        return new(
            ColumnMapping.KeyFrom(heading.Columns.Select(column => column.Heading)),
            given.Columns.Count == 0 ? null : given.ToJson()
        );
    }
}
