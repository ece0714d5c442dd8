using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

/// <summary>Request bodies as amoCRM takes them: JSON, and lists even for one entity.</summary>
internal static class Body
{
    public static async Task<JsonObject> ObjectAsync(HttpContext http) =>
        await ParseAsync(http) as JsonObject ?? throw CrmProblem.BadRequest("Invalid request body");

    public static async Task<IReadOnlyList<JsonObject>> ArrayAsync(HttpContext http, int limit)
    {
        var items = await ParseAsync(http) as JsonArray ?? throw CrmProblem.BadRequest("Invalid request body");
        if (items.Count == 0)
            throw CrmProblem.BadRequest("Request data can not be empty");
        if (items.Count > limit)
            throw CrmProblem.Unprocessable($"Limit {limit} per request");
        return [.. items.Select(i => i as JsonObject ?? throw CrmProblem.BadRequest("Invalid request body"))];
    }

    public static long? Long(this JsonObject item, string key) => item.Number(key) is { } n ? (long)n : null;

    public static decimal? Number(this JsonObject item, string key) => item[key] is { } v && TryNumber(v, out var n) ? n : null;

    public static string? Text(this JsonObject item, string key) => item[key]?.ToString();

    public static string RequestId(this JsonObject item, int index) => item.Text("request_id") ?? $"{index}";

    public static IEnumerable<JsonObject> Embedded(this JsonObject item, string key) =>
        (item["_embedded"]?[key] as JsonArray)?.OfType<JsonObject>() ?? [];

    private static bool TryNumber(JsonNode value, out decimal number) =>
        decimal.TryParse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out number);

    private static async Task<JsonNode?> ParseAsync(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        }
        catch (JsonException)
        {
            throw CrmProblem.BadRequest("Invalid request body");
        }
    }
}
