using System.Text;
using System.Text.Json;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Tests.Campaigns.AdFiles;

/// <summary>A report as a platform exports it: lines of cells apart by <c>|</c>.</summary>
/// <param name="Rows">The rows that are to be read, as <see cref="SpendFiles"/> tells them.</param>
internal sealed record ReportSample(string Name, SpendFormat Format, string Lines, decimal Total, params string[] Rows)
{
    public override string ToString() => Name;

    public string Csv(char separator) =>
        string.Join(
            "\r\n",
            Lines.Split('\n').Select(line => string.Join(separator, line.Split('|').Select(cell => Quoted(cell, separator))))
        ) + "\r\n";

    /// <summary>The lines of a sheet whose cells are all texts.</summary>
    public object?[][] Sheet() =>
        [.. Lines.Split('\n').Select(line => line.Split('|').Select(cell => cell.Length == 0 ? null : (object)cell).ToArray())];

    public static byte[] Encoded(string text, string encoding) =>
        encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8 with a mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "windows-1251" => CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(text),
            "utf-16" => Encoding.Unicode.GetBytes(text),
            "utf-16 with a mark" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16 big-endian" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
        };

    public static SpendReading Read(byte[] file, AmountUnit? unit = null) => Read(SpendTableReader.Read(file), unit);

    public static SpendReading Read(SpendTable table, AmountUnit? unit = null) =>
        SpendRows.Read(table, SpendFiles.Setting with { Unit = unit });

    public static SpendReading Read(string lines, AmountUnit? unit = null) =>
        Read(Encoding.UTF8.GetBytes(lines.Replace('|', ';')), unit);

    public static IReadOnlyList<string> Errors(string lines, AmountUnit? unit = null) =>
        [
            .. Read(lines, unit)
                .Errors.Select(error => $"{error.Line} {JsonNamingPolicy.SnakeCaseLower.ConvertName(error.Code.ToString())}"),
        ];

    private static string Quoted(string cell, char separator) =>
        cell.Contains(separator, StringComparison.Ordinal) || cell.Contains('"', StringComparison.Ordinal)
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
