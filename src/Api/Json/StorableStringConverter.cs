using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrmQualification.Api.Json;

/// <summary>Refuses text that PostgreSQL cannot store: NUL, and halves of surrogate pairs.</summary>
internal sealed class StorableStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("This is no text.");
        try
        {
            var text = reader.GetString()!;
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new JsonException("The text contains a NUL character.")
                : text;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("The text is no valid Unicode.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
