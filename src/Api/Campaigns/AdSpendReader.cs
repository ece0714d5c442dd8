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
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/octet-stream",
    ];

    internal const string Form = "multipart/form-data";
    internal const string Part = "file";

    public AdSpendReader()
    {
        foreach (var type in Json.Concat(Tables).Append(Form))
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
        if (request.HasFormContentType)
            return await ReadFormAsync(context);
        return await InputFormatterResult.SuccessAsync(
            await FileAsync(request.Body, IsTable(request.ContentType), context.HttpContext.RequestAborted)
        );
    }

    private static async Task<InputFormatterResult> ReadFormAsync(InputFormatterContext context)
    {
        var aborted = context.HttpContext.RequestAborted;
        var form = await FormAsync(context.HttpContext.Request, aborted);
        if (form?.Files.GetFile(Part) is not { } file)
        {
            context.ModelState.TryAddModelError(Part, "The form has no file of this name.");
            return await InputFormatterResult.FailureAsync();
        }

        await using var content = file.OpenReadStream();
        var isTable = IsTable(file.ContentType) && !file.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        return await InputFormatterResult.SuccessAsync(await FileAsync(content, isTable, aborted));
    }

    /// <summary>Null when the form breaks off.</summary>
    private static async Task<IFormCollection?> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException))
        {
            return null;
        }
    }

    private static async Task<AdSpendFile> FileAsync(Stream stream, bool isTable, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        return new(isTable, content.GetBuffer().AsMemory(0, (int)content.Length));
    }

    private static bool IsTable(string? type) => type is not { Length: > 0 } || !Array.Exists(Json, json => IsOf(type, json));

    private static bool IsOf(string type, string kind) => new MediaType(type).IsSubsetOf(new MediaType(kind));

    protected override bool CanReadType(Type type) => type == typeof(AdSpendFile);
}
