using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Json;

/// <summary>Has each property of amoCRM's shapes read tolerantly: texts, numbers, flags, objects and lists of them.</summary>
internal static class TolerantProperties
{
    private static readonly ConcurrentDictionary<Type, JsonConverter> Converters = new(
        new Dictionary<Type, JsonConverter>
        {
            [typeof(string)] = new TolerantConverter<string>((value, _) => TolerantValues.Text(value)),
            [typeof(long?)] = new TolerantConverter<long?>((value, _) => TolerantValues.Whole(value)),
            [typeof(int?)] = new TolerantConverter<int?>((value, _) => TolerantValues.Small(value)),
            [typeof(decimal?)] = new TolerantConverter<decimal?>((value, _) => TolerantValues.Number(value)),
            [typeof(bool?)] = new TolerantConverter<bool?>((value, _) => TolerantValues.Flag(value)),
            [typeof(JsonElement?)] = new TolerantConverter<JsonElement?>((value, _) => value),
        }
    );

    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var property in type.Properties)
            property.CustomConverter = Converters.GetOrAdd(property.PropertyType, Create);
    }

    private static JsonConverter Create(Type type)
    {
        var maker =
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                ? typeof(ListMaker<>).MakeGenericType(type.GetGenericArguments())
                : typeof(ObjectMaker<>).MakeGenericType(type);
        return ((IMaker)Activator.CreateInstance(maker)!).Make();
    }

    private interface IMaker
    {
        JsonConverter Make();
    }

    /// <summary>Maker of an object; null where amoCRM has none, or another thing.</summary>
    private sealed class ObjectMaker<T> : IMaker
        where T : class
    {
        public JsonConverter Make() =>
            new TolerantConverter<T>(
                (value, options) => value.ValueKind == JsonValueKind.Object ? value.Deserialize<T>(options) : null
            );
    }

    private sealed class ListMaker<T> : IMaker
    {
        public JsonConverter Make() => new TolerantConverter<IReadOnlyList<T>>(TolerantLists.Read<T>);
    }
}
