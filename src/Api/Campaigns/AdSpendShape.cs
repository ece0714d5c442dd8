using AmoCrmQualification.Application.Campaigns;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AmoCrmQualification.Api.Campaigns;

/// <summary>Describes ad spend by its rows, which the service reads itself.</summary>
internal sealed class AdSpendShape : IOpenApiSchemaTransformer
{
    private const JsonSchemaType TextOrNumber = JsonSchemaType.String | JsonSchemaType.Number;

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type != typeof(AdSpendFile))
            return Task.CompletedTask;

        schema.Type = JsonSchemaType.Array;
        schema.Properties = null;
        schema.Required = null;
        schema.Items = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(StringComparer.Ordinal) { "date", "spend" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["date"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
                ["ad_id"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                ["creative_id"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "uuid" },
                ["spend"] = new OpenApiSchema { Type = TextOrNumber },
                ["currency"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                ["impressions"] = new OpenApiSchema { Type = TextOrNumber | JsonSchemaType.Null },
                ["clicks"] = new OpenApiSchema { Type = TextOrNumber | JsonSchemaType.Null },
            },
        };
        return Task.CompletedTask;
    }
}
