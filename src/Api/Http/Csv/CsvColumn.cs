using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrmQualification.Api.Http.Csv;

/// <summary>A column of a table of records: a field, named as in JSON, or a field of a record in it.</summary>
internal sealed record CsvColumn(string Name, Func<object, object?> Read)
{
    public static IReadOnlyList<CsvColumn> Build(Type row) => [.. Build(row, prefix: "", Itself)];

    public static CsvColumn From<TRow>(string name, Func<TRow, object?> read) => new(name, row => read((TRow)row));

    /// <summary>The same column of a larger row.</summary>
    public CsvColumn Within<TRow>(Func<TRow, object> part) => From<TRow>(Name, row => Read(part(row)));

    private static object? Itself(object row) => row;

    private static IEnumerable<CsvColumn> Build(Type record, string prefix, Func<object, object?> read)
    {
        foreach (var property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.IsDefined(typeof(JsonIgnoreAttribute)) || !IsShown(property))
                continue; // lists leave it out
            var name = prefix + NameOf(property);
            if (IsRecord(property.PropertyType))
                foreach (var column in Build(property.PropertyType, name + "_", ReadOne))
                    yield return column;
            else
                yield return new(name, ReadOne);

            object? ReadOne(object row) => read(row) is { } holder ? property.GetValue(holder) : null;
        }
    }

    private static bool IsShown(PropertyInfo property) =>
        property.GetCustomAttribute<BrowsableAttribute>() is not { Browsable: false };

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static bool IsRecord(Type type) =>
        type is { IsClass: true, Namespace: { } space }
        && space.StartsWith("AmoCrmQualification.", StringComparison.Ordinal)
        && !typeof(IEnumerable).IsAssignableFrom(type);
}
