using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>A file of ad spend as it was understood.</summary>
/// <param name="Accepted">Rows stored.</param>
/// <param name="Currency">Null where lines have several, or the account's is unknown.</param>
/// <param name="ControlTotal">The total that the file tells itself.</param>
/// <param name="Total">The sum of its rows; null where their currencies differ.</param>
/// <param name="SummedLines">Lines read, less rows stored.</param>
/// <param name="UnknownAds">Stored, and attributed as soon as their creative is known.</param>
/// <param name="Errors">With errors nothing is stored.</param>
/// <param name="IgnoredColumns">Columns that mean nothing here.</param>
public record RecordedAdSpend(
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
    IReadOnlyList<string> IgnoredColumns
)
{
    // A file with every line wrong tells the same a thousand times.
    private const int MostErrors = 1000;

    internal static RecordedAdSpend From(SpendTable table, SpendReading reading) =>
        new(
            Accepted: 0,
            table.Heading.Format,
            SpendPeriod.Find(reading.Rows),
            reading.Currency,
            reading.ControlTotal,
            reading.Total,
            table.Skipped,
            reading.SummedLines,
            [],
            [],
            [.. reading.Errors.OrderBy(error => error.Line).Take(MostErrors)],
            table.IgnoredColumns
        );
}

/// <summary>The first and the last day of a file.</summary>
public sealed record SpendPeriod(DateOnly From, DateOnly To)
{
    internal static SpendPeriod? Find(IReadOnlyCollection<SpendRow> rows) =>
        rows.Count == 0 ? null : new(rows.Min(row => row.Date), rows.Max(row => row.Date));
}

/// <summary>An ad of a file that no creative has yet.</summary>
/// <param name="Name">As the platform calls it; null where no file told.</param>
/// <param name="Spend">Its share of the file.</param>
public sealed record UnknownAd(string AdId, string? Name, decimal Spend);
