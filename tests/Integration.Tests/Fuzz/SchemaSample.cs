using System.Globalization;
using System.Text.Json.Nodes;

namespace AmoCrmQualification.Integration.Tests.Fuzz;

/// <summary>Values as a schema of the OpenAPI document asks for them.</summary>
internal sealed class SchemaSample(JsonElement document, Random random)
{
    private const int Deepest = 6;

    public JsonNode? Create(JsonElement schema, int depth = 0)
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("enum", out var words))
            return JsonNode.Parse(words[random.Next(words.GetArrayLength())].GetRawText());
        var isNull = random.Next(8) == 0;
        return TypeOf(schema) switch
        {
            _ when isNull || depth > Deepest => null,
            "object" => CreateObject(schema, depth),
            "array" => CreateArray(schema, depth),
            "integer" => random.Next(3) == 0 ? random.NextInt64() : random.Next(1, 200),
            "number" => Math.Round(random.NextDouble() * 10_000, 2),
            "boolean" => random.Next(2) == 0,
            _ => Text(schema),
        };
    }

    /// <summary>A text as a parameter of this schema would be written.</summary>
    public string CreateText(JsonElement schema) => Create(schema)?.ToString() ?? "";

    private JsonObject CreateObject(JsonElement schema, int depth)
    {
        JsonObject made = [];
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject().Where(_ => random.Next(6) > 0))
                made[property.Name] = Create(property.Value, depth + 1);
        return made;
    }

    private JsonArray CreateArray(JsonElement schema, int depth) =>
        schema.TryGetProperty("items", out var item)
            ? [.. Enumerable.Range(0, random.Next(4)).Select(_ => Create(item, depth + 1))]
            : [];

    private string Text(JsonElement schema) =>
        (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            "uuid" => Guid.CreateVersion7().ToString(),
            "date" => $"2026-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
            "date-time" => $"2026-{random.Next(1, 13):00}-{random.Next(1, 29):00}T{random.Next(24):00}:00:00Z",
            _ => random.GetItems(["+79161234567", "a@example.com", "120210", "client.amocrm.ru", "Кухни", "RUB", "x"], 1)[0],
        };

    private static string? TypeOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? (schema.TryGetProperty("properties", out _) ? "object" : null)
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()).First(t => t != "null")
        : type.GetString();

    /// <summary>One step of a JSON pointer.</summary>
    private static JsonElement Step(JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Array ? at[int.Parse(name, CultureInfo.InvariantCulture)] : at.GetProperty(name);

    private JsonElement Resolve(JsonElement schema)
    {
        while (true)
        {
            if (schema.TryGetProperty("$ref", out var reference))
                schema = reference.GetString()!.Split('/').Skip(1).Aggregate(document, Step);
            else if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("anyOf", out choices))
                schema = choices[choices.GetArrayLength() - 1];
            else
                return schema;
        }
    }
}
