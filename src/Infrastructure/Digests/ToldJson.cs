using System.Text.Json;
using System.Text.Json.Serialization;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Infrastructure.Digests;

/// <summary>Stored form of the decisions that a digest has told.</summary>
internal static class ToldJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Format(ToldDecisions told) => JsonSerializer.Serialize(told, s_options);

    public static ToldDecisions Parse(string json) => JsonSerializer.Deserialize<ToldDecisions>(json, s_options)!;
}
