using System.Text.Json;
using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Infrastructure.Attribution;

/// <summary>Mapped fields as they are stored.</summary>
internal static class AttributionFields
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IReadOnlyList<MappedField> Parse(string json) =>
        JsonSerializer.Deserialize<List<MappedField>>(json, s_options)!;

    public static string Format(IReadOnlyList<MappedField> fields) => JsonSerializer.Serialize(fields, s_options);
}
