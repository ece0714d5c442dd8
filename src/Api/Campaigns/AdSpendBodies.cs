using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AmoCrmQualification.Api.Campaigns;

/// <summary>Describes files of ad spend that are no JSON: a table as text, a workbook as bytes, either as a part of a form.</summary>
internal sealed class AdSpendBodies : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (operation.RequestBody?.Content is not { } content || !content.ContainsKey(AdSpendReader.Form))
            return Task.CompletedTask;
        foreach (var (type, media) in content)
            if (type == AdSpendReader.Form)
                media.Schema = FormOf(Binary());
            else if (!type.EndsWith("json", StringComparison.Ordinal))
                media.Schema = type.StartsWith("text/", StringComparison.Ordinal) ? Text() : Binary();
        return Task.CompletedTask;
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };

    private static OpenApiSchema FormOf(OpenApiSchema file) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(StringComparer.Ordinal) { AdSpendReader.Part },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { [AdSpendReader.Part] = file },
        };
}
