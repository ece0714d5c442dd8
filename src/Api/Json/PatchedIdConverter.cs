using System.Text.Json;
using System.Text.Json.Serialization;
using AmoCrmQualification.Application.Common;

namespace AmoCrmQualification.Api.Json;

/// <summary>Tells a field that is null from one that is left out: only the former is read.</summary>
internal sealed class PatchedIdConverter : JsonConverter<PatchedId>
{
    public override bool HandleNull => true;

    public override PatchedId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => new(IsGiven: true, Value: null),
            JsonTokenType.Number when reader.TryGetInt64(out var id) => new(IsGiven: true, id),
            _ => throw new JsonException("This is no id."),
        };

    public override void Write(Utf8JsonWriter writer, PatchedId value, JsonSerializerOptions options)
    {
        if (value.Value is { } id)
            writer.WriteNumberValue(id);
        else
            writer.WriteNullValue();
    }
}
