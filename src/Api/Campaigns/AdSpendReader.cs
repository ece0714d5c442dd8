using AmoCrmQualification.Application.Campaigns;
using Microsoft.AspNetCore.Mvc.Formatters;

namespace AmoCrmQualification.Api.Campaigns;

/// <summary>Takes a file of ad spend as it is: the lines that are at fault are to be named, and a spreadsheet does not say how it encodes.</summary>
internal sealed class AdSpendReader : InputFormatter, IInputFormatterExceptionPolicy
{
    private static readonly string[] Json = ["application/json", "text/json", "application/*+json"];

    // A browser tells by the ending of the name, and by what is installed; a program often not at all.
    private static readonly string[] Tables =
    [
        "text/csv",
        "application/csv",
        "text/x-csv",
        "application/x-csv",
        "text/comma-separated-values",
        "text/tab-separated-values",
        "text/plain",
        "application/vnd.ms-excel",
        "application/octet-stream",
    ];

    public AdSpendReader()
    {
        foreach (var type in Json.Concat(Tables))
            SupportedMediaTypes.Add(type);
    }

    /// <summary>A body that is too large is no malformed one.</summary>
    public InputFormatterExceptionPolicy ExceptionPolicy => InputFormatterExceptionPolicy.MalformedInputExceptions;

    /// <summary>Also what does not say its type: browsers do not know every file's.</summary>
    public override bool CanRead(InputFormatterContext context) =>
        string.IsNullOrEmpty(context.HttpContext.Request.ContentType) ? CanReadType(context.ModelType) : base.CanRead(context);

    /// <summary>Also what is empty: it has no lines.</summary>
    public override Task<InputFormatterResult> ReadAsync(InputFormatterContext context) => ReadRequestBodyAsync(context);

    public override async Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context)
    {
        var request = context.HttpContext.Request;
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, context.HttpContext.RequestAborted);
        var isCsv = request.ContentType is not { Length: > 0 } type || !Array.Exists(Json, json => IsOf(type, json));
        return await InputFormatterResult.SuccessAsync(
            new AdSpendFile(isCsv, content.GetBuffer().AsMemory(0, (int)content.Length))
        );
    }

    private static bool IsOf(string type, string kind) => new MediaType(type).IsSubsetOf(new MediaType(kind));

    protected override bool CanReadType(Type type) => type == typeof(AdSpendFile);
}
