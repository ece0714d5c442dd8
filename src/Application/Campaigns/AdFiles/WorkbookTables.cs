using System.Globalization;
using System.IO.Compression;
using System.Numerics;
using System.Text;
using ExcelDataReader;

namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>Reads the sheets of an Excel workbook, the one with raw data first.</summary>
internal static class WorkbookTables
{
    private const string RawData = "raw data";
    private const long MaxUnpacked = 128 << 20;
    private const double ExactUntil = 1e15;

    // A single cell at the far corner of a sheet makes a million rows of sixteen thousand cells.
    private const int MaxColumns = 250;
    private const int MaxGap = 1000;

    static WorkbookTables() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the reader asks for 1252

    public static IReadOnlyList<FileTable> Read(ReadOnlyMemory<byte> file)
    {
        var stream = new MemoryStream(file.ToArray(), writable: false);
        if (file.Span is [(byte)'P', ..] && UnpackedSize(stream) > MaxUnpacked)
            throw Refused("This workbook is too large: save it as CSV.");
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(stream);
            return [.. Sheets(reader).OrderByDescending(sheet => sheet.IsRaw).Select(sheet => new FileTable(sheet.Lines))];
        }
        // The reader throws whatever the parsing of a damaged file runs into.
        catch (Exception e) when (e is not (OutOfMemoryException or InvalidLinesException))
        {
            throw Refused("This is a workbook: save it as CSV.");
        }
    }

    private static long UnpackedSize(Stream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Sum(entry => entry.Length);
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            throw Refused("This is a workbook: save it as CSV.");
        }
    }

    private static IEnumerable<(bool IsRaw, IReadOnlyList<FileLine> Lines)> Sheets(IExcelDataReader reader)
    {
        do
        {
            List<FileLine> lines = [];
            while (reader.Read() && reader.Depth - (lines.Count == 0 ? 0 : lines[^1].Number) <= MaxGap)
                if (Line(reader) is { IsEmpty: false } line)
                    lines.Add(line);
            yield return (reader.Name.Contains(RawData, StringComparison.OrdinalIgnoreCase), lines);
        } while (reader.NextResult());
    }

    private static FileLine Line(IExcelDataReader reader)
    {
        var cells = new SpendCell?[Math.Min(reader.FieldCount, MaxColumns)];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = Cell(reader.GetValue(i));
        return new(reader.Depth + 1, cells);
    }

    private static SpendCell? Cell(object? value) =>
        value switch
        {
            null => null,
            string text => CellText.Clean(text),
            double number => new SpendCell(Number(number), IsNumber: true),
            DateTime moment => new SpendCell(
                moment.ToString(
                    moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss",
                    CultureInfo.InvariantCulture
                )
            ),
            _ => CellText.Clean(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };

    /// <summary>In the digits that a spreadsheet shows: 0.1 + 0.2 is 0.3, and what an id has lost stays visible.</summary>
    private static string Number(double number) =>
        Math.Abs(number) < ExactUntil ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : double.IsInteger(number)
            ? BigInteger
                .Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static InvalidLinesException Refused(string message) => new(1, LineFault.UnreadableFile, message);
}
