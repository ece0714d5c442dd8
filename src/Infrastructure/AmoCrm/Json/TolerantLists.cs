using System.Text.Json;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Json;

/// <summary>
/// Reads lists as PHP makes them: as a list; as an object with keys, when they are not 0, 1, 2…; or as the only item itself.
/// Null where it is none of these.
/// </summary>
internal static class TolerantLists
{
    public static IReadOnlyList<T>? Read<T>(JsonElement value, JsonSerializerOptions options) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => ItemsFrom<T>(value.EnumerateArray(), options),
            JsonValueKind.Object when IsItem<T>(value, options) => ItemsFrom<T>([value], options),
            JsonValueKind.Object => ItemsFrom<T>(value.EnumerateObject().Select(property => property.Value), options),
            _ => null,
        };

    /// <summary>Rows that are read one by one later are all kept: who reads them counts those that cannot be read.</summary>
    private static List<T> ItemsFrom<T>(IEnumerable<JsonElement> items, JsonSerializerOptions options) =>
        items is IEnumerable<T> raw ? [.. raw] : [.. items.Select(item => Item<T>(item, options)).OfType<T>()];

    private static object? Item<T>(JsonElement item, JsonSerializerOptions options) =>
        typeof(T) == typeof(string) ? TolerantValues.Text(item)
        : item.ValueKind == JsonValueKind.Object ? item.Deserialize<T>(options)
        : null;

    /// <summary>It bears the name of a property of an item.</summary>
    private static bool IsItem<T>(JsonElement value, JsonSerializerOptions options) =>
        typeof(T) == typeof(JsonElement)
            ? value.TryGetProperty("id", out _)
            : typeof(T) != typeof(string)
                && options.GetTypeInfo(typeof(T)).Properties.Any(property => value.TryGetProperty(property.Name, out _));
}
