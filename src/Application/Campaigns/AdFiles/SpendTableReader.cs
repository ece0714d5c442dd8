namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>Reads a file of ad spend, CSV or a workbook: finds its heading and tells rows from titles, totals and notes.</summary>
internal static class SpendTableReader
{
    public static SpendTable Read(ReadOnlyMemory<byte> file, ColumnMappings? mappings = null)
    {
        var tables = FileKind.IsWorkbook(file.Span) ? WorkbookTables.Read(file) : CsvTables.Read(file.Span);
        var (table, heading) =
            Recognise(tables, mappings ?? ColumnMappings.None) ?? Guess(tables, mappings ?? ColumnMappings.None);
        var sorter = new LineSorter(heading);
        foreach (var line in table.Lines)
            sorter.Add(line);
        return sorter.Table;
    }

    private static (FileTable, FileHeading)? Recognise(IReadOnlyList<FileTable> tables, ColumnMappings mappings)
    {
        var found =
            from table in tables
            where IsReadable(table)
            from line in table.Top
            let heading = HeadingReader.Recognise(line, mappings)
            where heading is not null
            select (table, heading);
        return found.Select(first => ((FileTable, FileHeading)?)first).FirstOrDefault();
    }

    /// <summary>A separator that the file does not have makes cells without end.</summary>
    private static bool IsReadable(FileTable table)
    {
        try
        {
            return table.Top.Count > 0;
        }
        catch (InvalidLinesException)
        {
            return false;
        }
    }

    private static (FileTable, FileHeading) Guess(IReadOnlyList<FileTable> tables, ColumnMappings mappings)
    {
        var table = tables.FirstOrDefault(t => t.Widest is { Width: > 1 }) ?? tables.FirstOrDefault(t => t.Widest is not null);
        return table?.Widest is { } widest
            ? (table, HeadingReader.Guess(widest, mappings))
            : throw new InvalidLinesException(1, LineFault.UnreadableFile, "The file is empty.");
    }
}
