namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>One line of a table whose columns are not known yet; empty cells are null.</summary>
/// <param name="Fault">The reason why the line cannot be read.</param>
internal sealed record FileLine(int Number, IReadOnlyList<SpendCell?> Cells, string? Fault = null)
{
    public bool IsEmpty => Cells.All(cell => cell is null);

    public int Width => Cells.Count(cell => cell is not null);
}
