namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Ad spend as it was sent: CSV in whatever form a spreadsheet writes it, or JSON rows.</summary>
public sealed record AdSpendFile(bool IsCsv, ReadOnlyMemory<byte> Content);

/// <param name="Line">The line of the CSV, the header being 1; or the place of the row in JSON, the first being 1.</param>
public sealed record LineError(int Line, string Message);

/// <summary>Lines that cannot be taken; then none is.</summary>
public sealed class InvalidLinesException(IReadOnlyList<LineError> errors) : Exception("Some lines are not valid.")
{
    public IReadOnlyList<LineError> Errors { get; } = errors;
}

/// <summary>The columns that are known, by the names of the contract.</summary>
internal enum SpendColumn
{
    Date,
    AdId,
    CreativeId,
    Spend,
    Currency,
    Impressions,
    Clicks,
}

/// <summary>One line as it was written; empty cells are null.</summary>
internal sealed class SpendLine(int number)
{
    private readonly string?[] _cells = new string?[Enum.GetValues<SpendColumn>().Length];

    public int Number { get; } = number;

    /// <summary>Why the line could not even be read.</summary>
    public string? Fault { get; init; }

    public string? this[SpendColumn column]
    {
        get => _cells[(int)column];
        set => _cells[(int)column] = value;
    }
}

/// <param name="HasDecimalComma">The file's cells are separated by something else, so a comma in a number can only be decimal.</param>
internal sealed record SpendTable(
    IReadOnlyList<SpendLine> Lines,
    IReadOnlyList<string> IgnoredColumns,
    bool HasDecimalComma = false
);
