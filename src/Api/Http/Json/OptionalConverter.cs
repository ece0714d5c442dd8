using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrmQualification.Api.Http.Json;

/// <summary>Tells a field that is null from one that is left out: only the former is read.</summary>
/// <param name="otherwise">The sentence for a value that cannot be read.</param>
internal sealed class OptionalConverter<T>(string otherwise) : JsonConverter<Optional<T>>
    where T : struct
{
    public override bool HandleNull => true;

    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return new(IsGiven: true, JsonSerializer.Deserialize<T?>(ref reader, options));
        }
        catch (JsonException inner)
        {
            throw new JsonException(otherwise, inner); // without a path: the field's own is filled in
        }
    }

    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Value, options);
}
