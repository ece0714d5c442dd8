using System.Globalization;
using System.Text;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Tests.Campaigns;

/// <summary>Reads files of ad spend as the service does, for an account in roubles.</summary>
internal static class SpendFiles
{
    public const string Creative = "01990000-0000-7000-8000-000000000001";

    public static SpendSetting Setting => new("RUB", Moscow, Latest);

    private static readonly DateOnly Latest = new(2027, 1, 1);
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The rows of a file, a line each: <c>2026-11-01 ad-1 12.5 RUB</c>, with impressions and clicks where there are.</summary>
    public static IReadOnlyList<string> RowsOf(string csv) => RowsOf(Utf8(csv));

    public static IReadOnlyList<string> RowsOf(byte[] csv)
    {
        var (rows, errors) = Read(SpendTableReader.Read(csv));
        Assert.That(errors, Is.Empty);
        return [.. rows.Select(Told)];
    }

    /// <summary>What is wrong with a file, a line each: <c>2: spend is missing.</c></summary>
    public static IReadOnlyList<string> ErrorsOf(string csv) => ErrorsOf(() => SpendTableReader.Read(Utf8(csv)));

    /// <summary>The codes of what is wrong with a file, each once.</summary>
    public static IReadOnlyList<LineFault> FaultsOf(string csv) => FaultsOf(() => SpendTableReader.Read(Utf8(csv)));

    public static IReadOnlyList<LineFault> FaultsOfJson(string json) => FaultsOf(() => SpendJson.Read(Utf8(json)));

    public static IReadOnlyList<string> ErrorsOfJson(string json) => ErrorsOf(() => SpendJson.Read(Utf8(json)));

    public static IReadOnlyList<string> RowsOfJson(string json)
    {
        var (rows, errors) = Read(SpendJson.Read(Utf8(json)));
        Assert.That(errors, Is.Empty);
        return [.. rows.Select(Told)];
    }

    private static IReadOnlyList<LineFault> FaultsOf(Func<SpendTable> read) => [.. Errors(read).Select(e => e.Code).Distinct()];

    private static IReadOnlyList<string> ErrorsOf(Func<SpendTable> read) =>
        [.. Errors(read).Select(e => $"{e.Line}: {e.Message}")];

    private static IReadOnlyList<LineError> Errors(Func<SpendTable> read)
    {
        try
        {
            return Read(read()).Errors;
        }
        catch (InvalidLinesException invalid)
        {
            return invalid.Errors;
        }
    }

    public static (IReadOnlyCollection<SpendRow> Rows, IReadOnlyList<LineError> Errors) Read(SpendTable table)
    {
        var reading = SpendRows.Read(table, Setting);
        return (reading.Rows, reading.Errors);
    }

    public static string Told(SpendRow row)
    {
        object?[] cells =
        [
            row.Date.ToString("O", null),
            row.AdId,
            row.CreativeId?.Value,
            row.Spend,
            row.Currency,
            row.Impressions,
            row.Clicks,
        ];
        return string.Join(' ', cells.OfType<object>().Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)));
    }
}
