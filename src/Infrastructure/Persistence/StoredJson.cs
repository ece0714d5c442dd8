using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Values in a column of JSON: names and words are in snake_case, as the contract has them.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Format<T>(T value) => JsonSerializer.Serialize(value, s_options);

    public static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, s_options)!;
}
