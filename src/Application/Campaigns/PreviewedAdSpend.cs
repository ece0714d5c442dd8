using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>A file of ad spend as it would be stored.</summary>
public sealed record PreviewedAdSpend : RecordedAdSpend
{
    private const int MostRows = 20;

    private PreviewedAdSpend(RecordedAdSpend told)
        : base(told) { }

    public required IReadOnlyList<PreviewColumn> Columns { get; init; }

    /// <summary>The first rows.</summary>
    public required IReadOnlyList<PreviewRow> Rows { get; init; }

    public static PreviewedAdSpend From(RecordedAdSpend told, ReadAdSpend file) =>
        new(told) { Columns = file.Columns, Rows = [.. file.Rows.Take(MostRows).Select(PreviewRow.From)] };
}

/// <param name="Sample">The first cell under the heading that is not empty.</param>
/// <param name="Meaning">One of our columns; null where it has no meaning here.</param>
public sealed record PreviewColumn(string Heading, string? Sample, string? Meaning)
{
    internal static PreviewColumn From(FileColumn column, string? sample) =>
        new(column.Heading, sample, column.Meaning is { } meaning ? SpendColumns.NameOf(meaning) : null);
}

public sealed record PreviewRow(
    int Line,
    DateOnly Date,
    string? AdId,
    string? AdName,
    Guid? CreativeId,
    decimal Spend,
    string? Currency,
    long? Impressions,
    long? Clicks
)
{
    internal static PreviewRow From(SpendRow row) =>
        new(
            row.Line,
            row.Date,
            row.AdId,
            row.AdName,
            row.CreativeId?.Value,
            row.Spend,
            row.Currency,
            row.Impressions,
            row.Clicks
        );
}
