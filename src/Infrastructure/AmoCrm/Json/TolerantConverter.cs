using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Json;

/// <summary>Reads a value of any JSON type; what it does not understand is null.</summary>
internal sealed class TolerantConverter<T>(Func<JsonElement, JsonSerializerOptions, T?> read) : JsonConverter<T>
{
    public override bool HandleNull => true;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(JsonElement.ParseValue(ref reader), options);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("It only reads.");
}
