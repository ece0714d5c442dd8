using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>
/// Reads CSV as spreadsheets and ad platforms write it: cells separated by commas, semicolons or tabs, quoted or not, with
/// or without the line <c>sep=;</c>, in any of the usual encodings, after empty lines or not.
/// </summary>
internal static class SpendCsv
{
    private const int MaxCell = 10_000;

    public static SpendTable Read(ReadOnlySpan<byte> file)
    {
        if (FileKind.IsWorkbook(file))
            throw new InvalidLinesException(1, LineFault.UnreadableFile, "This is a workbook: save it as CSV.");
        var text = FileText.Read(file);
        var (separator, start, before) = CsvSeparator.In(text);
        using var reader = new StringReader(text[start..]);
        var fault = (string?)null;
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
        try
        {
            return Read(csv, before, () => Interlocked.Exchange(ref fault, null));
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

    private static SpendTable Read(CsvParser csv, int before, Func<string?> takeFault)
    {
        do if (!csv.Read())
            throw new InvalidLinesException(1, LineFault.UnreadableFile, "The file is empty.");
        while (IsEmpty(csv.Record!));
        var header = csv.Record!;
        var (columns, ignored) = Columns(header, csv.RawRow + before);

        List<SpendLine> lines = [];
        takeFault();
        while (csv.Read())
        {
            var cells = csv.Record!;
            var fault = takeFault();
            if (IsEmpty(cells))
                continue;
            if (cells.Length > header.Length && !IsEmpty(cells[header.Length..]))
                fault ??= "This line has more cells than the first: a number with a comma needs quotes.";

            var line = new SpendLine(csv.RawRow + before) { Fault = fault };
            for (var i = 0; i < Math.Min(cells.Length, header.Length); i++)
                if (columns[i] is { } column && Cell(cells[i]) is { } cell)
                    line[column] = new(cell);
            lines.Add(line);
        }

        return new(lines, ignored);
    }

    private static bool IsEmpty(string[] cells) => Array.TrueForAll(cells, cell => Invisible.Without(cell).Length == 0);

    private static (SpendColumn?[] Columns, IReadOnlyList<string> Ignored) Columns(string[] header, int line)
    {
        var columns = Array.ConvertAll(header, SpendColumns.Find);
        var known = columns.OfType<SpendColumn>().ToList();
        if (SpendColumns.Missing(line, known) is { } missing)
            throw new InvalidLinesException([missing]);
        if (known.Count != known.Distinct().Count())
            throw new InvalidLinesException(line, LineFault.UnknownColumns, "The first line names a column twice.");
        return (
            columns,
            [.. header.Where((name, i) => columns[i] is null).Select(Invisible.Without).Where(name => name.Length > 0)]
        );
    }

    /// <summary>Removes the marks by which spreadsheets keep a text: <c>="120210"</c>, <c>'120210</c>.</summary>
    private static string? Cell(string cell)
    {
        cell = Invisible.Without(cell);
        if (cell is ['=', '"', .., '"'] and not "=\"")
            cell = cell[2..^1].Trim();
        else if (cell is ['\'', ..])
            cell = cell[1..].Trim();
        return cell is "" or "-" or "–" or "—" or "--" ? null : cell;
    }
}
