using System.Collections.Immutable;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AmoCrmQualification.Api.Http.OpenApi;

/// <summary>Describes fields of a change that may be left out: their converter says nothing of the shape it reads.</summary>
internal sealed class OptionalShape : IOpenApiSchemaTransformer
{
    private static readonly Dictionary<Type, Action<OpenApiSchema>> s_shapes = new()
    {
        [typeof(Optional<long>)] = schema => Set(schema, JsonSchemaType.Integer, "int64"),
        [typeof(Optional<decimal>)] = schema => Set(schema, JsonSchemaType.Number, "double"),
        [typeof(Optional<Guid>)] = schema => Set(schema, JsonSchemaType.String, "uuid"),
        [typeof(Optional<DateOnly>)] = schema => Set(schema, JsonSchemaType.String, "date"),
        [typeof(Optional<ImmutableArray<long>>)] = schema =>
        {
            Set(schema, JsonSchemaType.Array, format: null);
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" };
        },
    };

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var property in context.JsonTypeInfo.Properties)
            if (
                property.PropertyType.IsConstructedGenericType
                && property.PropertyType.GetGenericTypeDefinition() == typeof(Optional<>)
            )
                schema.Required?.Remove(property.Name);
        if (s_shapes.TryGetValue(context.JsonTypeInfo.Type, out var shape))
            shape(schema);
        return Task.CompletedTask;
    }

    private static void Set(OpenApiSchema schema, JsonSchemaType type, string? format) =>
        (schema.Type, schema.Format) = (type | JsonSchemaType.Null, format);
}
