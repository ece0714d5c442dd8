namespace AmoCrmQualification.Application.Campaigns;

/// <summary>The rows of a file, and the reasons why it is refused.</summary>
/// <param name="SummedLines">Lines that were added to the row of another.</param>
internal sealed record SpendReading(IReadOnlyCollection<SpendRow> Rows, IReadOnlyList<LineError> Errors, int SummedLines)
{
    public decimal? ControlTotal { get; init; }

    /// <summary>The currency of all rows; null where they differ or it is unknown.</summary>
    public string? Currency => Currencies is [var only] ? only : null;

    /// <summary>The sum of all rows; null where their currencies differ.</summary>
    public decimal? Total => Currencies.Count > 1 ? null : Rows.Sum(row => row.Spend);

    private List<string?> Currencies => [.. Rows.Select(row => row.Currency).Distinct()];
}
