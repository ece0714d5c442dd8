using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrmQualification.Api.Http.Json;

/// <summary>Refuses text that cannot be stored, compared or searched.</summary>
internal sealed class StorableStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("This is no text.");
        return Text(ref reader);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Text(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            var text = reader.GetString()!;
            return StorableText.Accepts(text) ? text : throw new JsonException("The text has a character that no text may have.");
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("The text is no valid Unicode.", e);
        }
    }
}
