using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Campaigns;

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
    AdName,
    PeriodStart,
    PeriodEnd,
}

/// <summary>Content of a cell without invisible characters. A JSON number is no text: it can be read in one way only.</summary>
internal readonly record struct SpendCell(string Text, bool IsNumber = false)
{
    private const int MostShown = 100;

    /// <summary>As much of it as tells a person which cell is meant.</summary>
    public string Shown => Text.Length <= MostShown ? Text : TextLength.Cut(Text, MostShown) + "…";
}

/// <summary>One line as it was written; empty cells are null.</summary>
internal sealed class SpendLine(int number)
{
    private readonly SpendCell?[] _cells = new SpendCell?[Enum.GetValues<SpendColumn>().Length];

    public int Number { get; } = number;

    /// <summary>Why the line could not even be read.</summary>
    public string? Fault { get; init; }

    public SpendCell? this[SpendColumn column]
    {
        get => _cells[(int)column];
        set => _cells[(int)column] = value;
    }
}

/// <summary>The rows of a file as they were written.</summary>
internal sealed record SpendTable(IReadOnlyList<SpendLine> Lines, IReadOnlyList<string> IgnoredColumns)
{
    public FileHeading Heading { get; init; } = new(SpendFormat.Plain, 1, []);
    public IReadOnlyList<SkippedLine> Skipped { get; init; } = [];

    /// <summary>The first cell of each column that is not empty.</summary>
    public IReadOnlyList<string?> Samples { get; init; } = [];

    /// <summary>The last total line that tells an amount.</summary>
    public SpendLine? Total { get; init; }
}
