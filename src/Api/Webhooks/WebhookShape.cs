using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace AmoCrmQualification.Api.Webhooks;

/// <summary>Describes a delivery's body. The route itself names no type, as that would refuse all others.</summary>
internal static class WebhookShape
{
    private const string Form = "application/x-www-form-urlencoded";

    public static void Describe(OpenApiOperation operation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Description =
                "At most 1 MiB of any type: it is stored as it comes, and read as the form or JSON that it is. Content-Encoding may be gzip, deflate or br.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [Form] = Media("leads[status][0][id]=7&leads[status][0][status_id]=22&leads[status][0][pipeline_id]=11"),
                ["application/json"] = new()
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Object },
                    Example = JsonNode.Parse("""{"leads":{"status":[{"id":"7","status_id":"22","pipeline_id":"11"}]}}"""),
                },
                ["*/*"] = new()
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                },
            },
        };
    }

    private static OpenApiMediaType Media(string example) =>
        new()
        {
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = example,
        };
}
