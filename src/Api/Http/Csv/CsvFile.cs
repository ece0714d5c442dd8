using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Net.Http.Headers;

namespace AmoCrmQualification.Api.Http.Csv;

/// <summary>Writes a table row by row, no faster than the caller reads.</summary>
internal static class CsvFile
{
    public const string MediaType = "text/csv";
    public const string SeparatorParameter = "separator";

    public static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    // A Russian spreadsheet splits at semicolons and takes 12.5 for the twelfth of May.
    private const string RussianSeparator = ";";
    private const int BufferSize = 1 << 14;
    private static readonly NumberFormatInfo RussianNumbers = new() { NumberDecimalSeparator = "," };

    public static async Task WriteAsync(HttpContext http, CsvTable table)
    {
        var separator = SeparatorOf(http.Request);
        var numbers = separator == RussianSeparator ? RussianNumbers : NumberFormatInfo.InvariantInfo;
        await using var rows = table.Rows.GetAsyncEnumerator(http.RequestAborted);
        var isThereOne = await rows.MoveNextAsync(); // what fails here is answered as a problem, later it ends the file

        Describe(http);
        await using var text = new StreamWriter(http.Response.Body, Encoding, BufferSize, leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator });
        foreach (var column in table.Columns)
            csv.WriteField(HarmlessText.Make(column.Name));
        await csv.NextRecordAsync();
        for (; isThereOne; isThereOne = await rows.MoveNextAsync())
        {
            foreach (var column in table.Columns)
                csv.WriteField(CsvCell.Format(column.Read(rows.Current), numbers));
            await csv.NextRecordAsync();
        }
    }

    private static void Describe(HttpContext http)
    {
        http.Response.ContentType = $"{MediaType}; charset=utf-8";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = FileName(http.Request),
        }.ToString();
    }

    /// <summary>The first that is given, as it is the first that <see cref="TableForm"/> checks.</summary>
    private static string SeparatorOf(HttpRequest request) =>
        request.Query[SeparatorParameter] is [{ Length: > 0 } separator, ..] ? separator : ",";

    /// <summary>Builds the file name from the table and its days: <c>creatives_2026-03-01_2026-03-31.csv</c>.</summary>
    private static string FileName(HttpRequest request)
    {
        var days = new[] { "from", "to" }
            .Select(name => request.Query[name].ToString())
            .Where(day => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        return string.Join('_', days.Prepend(request.Path.Value!.Split('/')[^1])) + ".csv";
    }
}
