namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>One table of a file: a sheet of a workbook, or a CSV read by one separator.</summary>
internal sealed class FileTable(IEnumerable<FileLine> lines)
{
    private const int HeadingWithin = 15;

    private readonly Lazy<IReadOnlyList<FileLine>> _top = new(() => [.. lines.Where(line => !line.IsEmpty).Take(HeadingWithin)]);

    /// <summary>The lines that may be the heading.</summary>
    public IReadOnlyList<FileLine> Top => _top.Value;

    public IEnumerable<FileLine> Lines => lines.Where(line => !line.IsEmpty);

    /// <summary>The heading of an unknown table: titles before it are narrower.</summary>
    public FileLine? Widest => Top.MaxBy(line => line.Width);
}
