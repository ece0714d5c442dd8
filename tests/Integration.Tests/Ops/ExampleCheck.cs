namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>Compares an example with its schema: the properties and their types, and that none which is required is absent.</summary>
internal sealed class ExampleCheck(JsonElement document)
{
    private const string Reference = "#/components/schemas/";

    public IEnumerable<string> Faults(JsonElement example, JsonElement schema, string where)
    {
        schema = Resolve(schema, example);
        if (!Accepts(schema, example))
            return [$"{where}: {example.GetRawText()} is not as {schema.GetRawText()}"];
        return example.ValueKind switch
        {
            JsonValueKind.Object when schema.TryGetProperty("properties", out var properties) => FaultsOfObject(
                example,
                schema,
                properties,
                where
            ),
            JsonValueKind.Array when schema.TryGetProperty("items", out var shape) => example
                .EnumerateArray()
                .SelectMany((item, i) => Faults(item, shape, $"{where}[{i}]")),
            _ => [],
        };
    }

    private IEnumerable<string> FaultsOfObject(JsonElement example, JsonElement schema, JsonElement properties, string where)
    {
        var required = schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(n => n.GetString()!) : [];
        foreach (var name in required.Except(example.Names()))
            yield return $"{where}.{name} is required";
        foreach (var property in example.EnumerateObject())
            if (!properties.TryGetProperty(property.Name, out var shape))
                yield return $"{where}.{property.Name} is not in the schema";
            else
                foreach (var fault in Faults(property.Value, shape, $"{where}.{property.Name}"))
                    yield return fault;
    }

    private JsonElement Resolve(JsonElement schema, JsonElement example)
    {
        while (true)
            if (schema.TryGetProperty("$ref", out var reference))
                schema = document
                    .GetProperty("components")
                    .GetProperty("schemas")
                    .GetProperty(reference.GetString()![Reference.Length..]);
            else if (schema.TryGetProperty("oneOf", out var choices))
                schema = choices.EnumerateArray().First(choice => IsNull(choice) == (example.ValueKind is JsonValueKind.Null));
            else
                return schema;
    }

    private static bool IsNull(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String && type.GetString() == "null";

    private static bool Accepts(JsonElement schema, JsonElement example)
    {
        if (schema.TryGetProperty("enum", out var values))
            return values.EnumerateArray().Any(value => JsonElement.DeepEquals(value, example));
        if (!schema.TryGetProperty("type", out var type))
            return true;
        var types = type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()) : [type.GetString()];
        return types.Any(name => Is(name!, example));
    }

    private static bool Is(string type, JsonElement example) =>
        (type, example.ValueKind) switch
        {
            ("integer", JsonValueKind.Number) => example.TryGetInt64(out _),
            ("number", JsonValueKind.Number) => true,
            ("string", JsonValueKind.String) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("array", JsonValueKind.Array) => true,
            ("object", JsonValueKind.Object) => true,
            ("null", JsonValueKind.Null) => true,
            _ => false,
        };
}
