using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>
/// Reads CSV as spreadsheets and ad platforms write it: cells separated by commas, semicolons or tabs, quoted or not, with
/// or without the line <c>sep=;</c>, in any of the usual encodings, after empty lines or not.
/// </summary>
internal static class CsvTables
{
    private const int MaxCell = 10_000;
    private const int MaxCells = 1000;

    /// <summary>The file by each separator that it may have, the likeliest first: titles above a table hide the right one.</summary>
    public static IReadOnlyList<FileTable> Read(ReadOnlySpan<byte> file)
    {
        var text = FileText.Read(file);
        var (likeliest, start, before) = CsvSeparator.In(text);
        var separators = start > 0 ? [likeliest] : CsvSeparator.Common.Prepend(likeliest).Distinct();
        return [.. separators.Select(separator => new FileTable(Lines(text[start..], separator, before)))];
    }

    private static IEnumerable<FileLine> Lines(string text, char separator, int before)
    {
        var fault = (string?)null;
        using var reader = new StringReader(text);
        using var csv = new CsvParser(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = separator.ToString(),
                TrimOptions = TrimOptions.Trim,
                MaxFieldSize = MaxCell,
                BadDataFound = _ => fault = "The quotes of this line do not match.",
            }
        );
        while (HasNext(csv, before))
        {
            if (csv.Count > MaxCells)
                throw new InvalidLinesException(
                    csv.RawRow + before,
                    LineFault.UnreadableFile,
                    $"This line has more than {MaxCells} cells."
                );
            yield return new(csv.RawRow + before, Array.ConvertAll(csv.Record!, CellText.Clean), fault);
            fault = null;
        }
    }

    private static bool HasNext(CsvParser csv, int before)
    {
        try
        {
            return csv.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw new InvalidLinesException(
                csv.RawRow + before,
                LineFault.UnreadableFile,
                "This line has a cell without end: a quote is not closed."
            );
        }
    }
}
