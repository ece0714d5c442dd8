using AmoCrmQualification.Application.Campaigns;
using Microsoft.AspNetCore.Mvc.Formatters;

namespace AmoCrmQualification.Api.Campaigns;

/// <summary>Takes a file of ad spend as it is: the lines that are at fault are to be named, and a spreadsheet does not say how it encodes.</summary>
internal sealed class AdSpendReader : InputFormatter, IInputFormatterExceptionPolicy
{
    private const string Csv = "text/csv";

    public AdSpendReader()
    {
        foreach (var json in new[] { "application/json", "text/json", "application/*+json" })
            SupportedMediaTypes.Add(json);
        SupportedMediaTypes.Add(Csv);
    }

    /// <summary>A body that is too large is no malformed one.</summary>
    public InputFormatterExceptionPolicy ExceptionPolicy => InputFormatterExceptionPolicy.MalformedInputExceptions;

    /// <summary>Also what is empty: it has no lines.</summary>
    public override Task<InputFormatterResult> ReadAsync(InputFormatterContext context) => ReadRequestBodyAsync(context);

    public override async Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context)
    {
        var request = context.HttpContext.Request;
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, context.HttpContext.RequestAborted);
        var isCsv = new MediaType(request.ContentType!).IsSubsetOf(new MediaType(Csv));
        return await InputFormatterResult.SuccessAsync(
            new AdSpendFile(isCsv, content.GetBuffer().AsMemory(0, (int)content.Length))
        );
    }

    protected override bool CanReadType(Type type) => type == typeof(AdSpendFile);
}
