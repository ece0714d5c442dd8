using System.Text.Json.Nodes;
using AmoCrmQualification.Api.Http.Csv;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AmoCrmQualification.Api.Http.OpenApi;

/// <summary>
/// Gives each route its examples: files of the folder Examples hold them by method and path, as <c>request</c> and
/// <c>response</c>.
/// </summary>
internal sealed class RouteExamples : IOpenApiOperationTransformer
{
    private static readonly Lazy<Dictionary<string, JsonNode>> Examples = new(Read);

    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var route = $"{context.Description.HttpMethod} /{context.Description.RelativePath}";
        if (!Examples.Value.TryGetValue(route, out var example))
            return Task.CompletedTask;
        Set(operation.RequestBody?.Content, example["request"]);
        foreach (var (_, response) in (operation.Responses ?? []).Where(response => response.Key.StartsWith('2')))
            Set(response.Content, example["response"]);
        return Task.CompletedTask;
    }

    private static void Set(IDictionary<string, OpenApiMediaType>? content, JsonNode? example)
    {
        if (example is null || content is null)
            return;
        if (content.TryGetValue("application/json", out var media) || content.TryGetValue(CsvFile.MediaType, out media))
            media.Example = example.DeepClone();
    }

    private static Dictionary<string, JsonNode> Read()
    {
        var assembly = typeof(RouteExamples).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith("examples/", StringComparison.Ordinal))
            .Select(name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                return JsonNode.Parse(file)!.AsObject();
            })
            .SelectMany(examples => examples)
            .ToDictionary(example => example.Key, example => example.Value!, StringComparer.Ordinal);
    }
}
