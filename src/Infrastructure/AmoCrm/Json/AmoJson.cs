using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Json;

/// <summary>
/// Reads and writes amoCRM's JSON. PHP makes it: an empty object comes as a list, a list as an object with keys, a number
/// as text. A value of a type that says nothing here is unknown (null) and spoils nothing beside it.
/// </summary>
internal static class AmoJson
{
    private static readonly JsonSerializerOptions Reading = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TolerantProperties.Apply } },
    };

    private static readonly JsonSerializerOptions Writing = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>An answer, fit to be stored: without what PostgreSQL refuses in text.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonElement Parse(byte[] body) =>
        JsonElement.Parse(StorableJson.From(Encoding.UTF8.GetString(body).TrimStart('\uFEFF')));

    /// <summary>A whole answer: an object, or PHP's empty array where there is nothing to tell.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static JsonElement ParseAnswer(byte[] body) =>
        Parse(body) switch
        {
            { ValueKind: JsonValueKind.Object } answer => answer,
            { ValueKind: JsonValueKind.Array } answer when answer.GetArrayLength() == 0 => answer,
            var other => throw new JsonException($"amoCRM answered with a JSON {other.ValueKind}."),
        };

    /// <summary>Null where it is no object.</summary>
    public static T? Read<T>(JsonElement json) => json.ValueKind == JsonValueKind.Object ? json.Deserialize<T>(Reading) : default;

    public static byte[] Write<T>(T body) => JsonSerializer.SerializeToUtf8Bytes(body, Writing);
}
