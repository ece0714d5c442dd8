using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>
/// Reads CSV as spreadsheets and ad platforms write it: cells separated by commas, semicolons or tabs, quoted or not, with
/// or without the line <c>sep=;</c>, in any of the usual encodings.
/// </summary>
internal static class SpendCsv
{
    private const int MaxCell = 10_000;
    private const string Declaration = "sep=";
    private static readonly char[] Separators = [';', ',', '\t'];

    public static SpendTable Read(ReadOnlySpan<byte> file)
    {
        var text = FileText.Of(file);
        var (separator, skipped) = SeparatorOf(text);
        using var reader = new StringReader(text[skipped..]);
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
        var before = skipped == 0 ? 0 : 1;
        try
        {
            return Read(csv, before, () => Interlocked.Exchange(ref fault, null)) with { HasDecimalComma = separator != ',' };
        }
        catch (MaxFieldSizeException)
        {
            throw Fault(csv.RawRow + before, "This line has a cell without end: a quote is not closed.");
        }
    }

    private static SpendTable Read(CsvParser csv, int before, Func<string?> takeFault)
    {
        if (!csv.Read())
            throw Fault(1, "The file is empty.");
        var header = csv.Record!;
        var (columns, ignored) = Columns(header, csv.RawRow + before);

        List<SpendLine> lines = [];
        takeFault();
        while (csv.Read())
        {
            var cells = csv.Record!;
            var fault = takeFault();
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                continue;
            if (cells.Length > header.Length && cells.Skip(header.Length).Any(c => c.Length > 0))
                fault ??= "This line has more cells than the first: a number with a comma needs quotes.";

            var line = new SpendLine(csv.RawRow + before) { Fault = fault };
            for (var i = 0; i < Math.Min(cells.Length, header.Length); i++)
                if (columns[i] is { } column)
                    line[column] = Cell(cells[i]);
            lines.Add(line);
        }

        return new(lines, ignored);
    }

    private static (SpendColumn?[] Columns, IReadOnlyList<string> Ignored) Columns(string[] header, int line)
    {
        var columns = Array.ConvertAll(header, SpendColumns.Find);
        var known = columns.OfType<SpendColumn>().ToList();
        if (SpendColumns.Missing(known) is { } missing)
            throw Fault(line, missing);
        if (known.Count != known.Distinct().Count())
            throw Fault(line, "The first line names a column twice.");
        return (columns, [.. header.Where((name, i) => columns[i] is null && name.Length > 0)]);
    }

    /// <summary>What spreadsheets write around a text so that it stays one is taken off: <c>="120210"</c>, <c>'120210</c>.</summary>
    private static string? Cell(string cell)
    {
        if (cell is ['=', '"', .., '"'] and not "=\"")
            cell = cell[2..^1].Trim();
        else if (cell is ['\'', ..])
            cell = cell[1..].Trim();
        return cell is "" or "-" or "–" or "—" ? null : cell;
    }

    private static (char Separator, int Skipped) SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        if (first.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase) && first.Length == Declaration.Length + 1)
            return (first[^1], end < 0 ? text.Length : end + (text[end..].StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1));
        return (Separators.MaxBy(separator => first.Count(c => c == separator)), 0);
    }

    private static InvalidLinesException Fault(int line, string message) => new([new(line, message)]);
}
