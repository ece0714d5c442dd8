using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AmoCrmQualification.Api.Http.Errors;

/// <summary>Describes the members of every problem beside those of RFC 9457.</summary>
internal sealed class ProblemShape : IOpenApiSchemaTransformer
{
    private const string Name = nameof(ProblemDetails);

    /// <summary>The body of an answer that is a problem.</summary>
    public static async Task<Dictionary<string, OpenApiMediaType>> ContentAsync(
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), parameterDescription: null, cancellationToken);
        context.Document!.AddComponent(Name, schema);
        return new(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Name, context.Document) },
        };
    }

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type != typeof(ProblemDetails))
            return Task.CompletedTask;

        schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        schema.Properties[Problems.Code] = Text("Kind of the problem. Stable; docs/problems.md lists all.");
        schema.Properties[Problems.Reason] = Text(
            "Cause of the problem. Stable; docs/problems.md lists all: go by it, never by the title."
        );
        schema.Properties[Problems.Errors] = new OpenApiSchema
        {
            Description = "Of validation_error: sentences by field, or the list of lines {line, code, message} of a file.",
        };
        schema.Properties[Problems.FieldReasons] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = Text("The reason of this field."),
            Description = "Of validation_error: the reason of each field in errors.",
        };
        schema.Required = new HashSet<string>(StringComparer.Ordinal) { Problems.Code, Problems.Reason };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
