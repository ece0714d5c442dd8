using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;

namespace AmoCrmQualification.Api.Http.Csv;

/// <summary>Writes tables as CSV, for who asks by <c>Accept: text/csv</c> or <c>format=csv</c>.</summary>
internal sealed class CsvFormatter : TextOutputFormatter
{
    public const string MediaType = "text/csv";
    public const string SeparatorParameter = "separator";

    // A Russian spreadsheet splits at semicolons and takes 12.5 for the twelfth of May.
    private const string RussianSeparator = ";";
    private static readonly NumberFormatInfo RussianNumbers = new() { NumberDecimalSeparator = "," };

    public CsvFormatter()
    {
        SupportedMediaTypes.Add(MediaType);
        SupportedEncodings.Add(new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }

    /// <summary>The description names JSON alone: clients made from it would have to tell the two apart.</summary>
    public override IReadOnlyList<string>? GetSupportedContentTypes(string? contentType, Type objectType) => null;

    protected override bool CanWriteType(Type? type) => CsvTables.Has(type);

    public override async Task WriteResponseBodyAsync(OutputFormatterWriteContext context, Encoding selectedEncoding)
    {
        var http = context.HttpContext;
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = FileName(http.Request),
        }.ToString();
        var table = Write(CsvTables.From(context.Object!), SeparatorOf(http.Request));
        await http.Response.Body.WriteAsync(selectedEncoding.GetPreamble(), http.RequestAborted);
        await http.Response.Body.WriteAsync(selectedEncoding.GetBytes(table), http.RequestAborted);
    }

    /// <summary>The first that is given, as it is the first that <see cref="TableForm"/> checks.</summary>
    private static string SeparatorOf(HttpRequest request) =>
        request.Query[SeparatorParameter] is [{ Length: > 0 } separator, ..] ? separator : ",";

    private static string Write(CsvTable table, string delimiter)
    {
        var columns = CsvColumn.Build(table.Row);
        var numbers = delimiter == RussianSeparator ? RussianNumbers : NumberFormatInfo.InvariantInfo;
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter }))
        {
            foreach (var column in columns)
                csv.WriteField(column.Name);
            csv.NextRecord();
            foreach (var row in table.Rows)
            {
                foreach (var column in columns)
                    csv.WriteField(CsvCell.Format(column.Read(row), numbers));
                csv.NextRecord();
            }
        }
        return text.ToString();
    }

    /// <summary>Builds the file name from the table and its days: <c>creatives_2026-03-01_2026-03-31.csv</c>.</summary>
    private static string FileName(HttpRequest request)
    {
        var days = new[] { "from", "to" }
            .Select(name => request.Query[name].ToString())
            .Where(day => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        return string.Join('_', days.Prepend(request.Path.Value!.Split('/')[^1])) + ".csv";
    }
}
