using System.Text;
using Microsoft.AspNetCore.Mvc.Formatters;

namespace AmoCrmQualification.Api.Http.Csv;

/// <summary>Writes tables as CSV, for who asks by <c>Accept: text/csv</c> or <c>format=csv</c>.</summary>
internal sealed class CsvFormatter : TextOutputFormatter
{
    public CsvFormatter()
    {
        SupportedMediaTypes.Add(CsvFile.MediaType);
        SupportedEncodings.Add(CsvFile.Encoding);
    }

    /// <summary>The description names JSON alone: clients made from it would have to tell the two apart.</summary>
    public override IReadOnlyList<string>? GetSupportedContentTypes(string? contentType, Type objectType) => null;

    protected override bool CanWriteType(Type? type) => CsvTables.Has(type);

    public override Task WriteResponseBodyAsync(OutputFormatterWriteContext context, Encoding selectedEncoding) =>
        CsvFile.WriteAsync(context.HttpContext, CsvTables.From(context.Object!));
}
