using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>A file of ad spend as it would be stored.</summary>
/// <param name="Rows">The first rows.</param>
public sealed record PreviewedAdSpend(
    int Accepted,
    SpendFormat Format,
    SpendPeriod? Period,
    string? Currency,
    decimal? ControlTotal,
    decimal? Total,
    IReadOnlyList<SkippedLine> SkippedLines,
    int SummedLines,
    IReadOnlyList<string> UnknownAds,
    IReadOnlyList<UnknownAd> UnknownAdNames,
    IReadOnlyList<LineError> Errors,
    IReadOnlyList<string> IgnoredColumns,
    IReadOnlyList<PreviewColumn> Columns,
    IReadOnlyList<PreviewRow> Rows
)
{
    private const int MostRows = 20;

    public static PreviewedAdSpend From(RecordedAdSpend told, ReadAdSpend file) =>
        new(
            told.Accepted,
            told.Format,
            told.Period,
            told.Currency,
            told.ControlTotal,
            told.Total,
            told.SkippedLines,
            told.SummedLines,
            told.UnknownAds,
            told.UnknownAdNames,
            told.Errors,
            told.IgnoredColumns,
            file.Columns,
            [.. file.Rows.Take(MostRows).Select(PreviewRow.From)]
        );
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
