using System.Text;
using System.Text.Json.Nodes;

namespace AmoCrmQualification.Integration.Tests.Fuzz;

/// <summary>JSON with some of its values replaced by what nobody expects there.</summary>
internal static class HostileJson
{
    /// <summary>Written by hand where no writer of JSON would write it.</summary>
    private static readonly string[] Raw =
    [
        "null",
        "true",
        "[]",
        "{}",
        "[[]]",
        "0",
        "-1",
        "1.5",
        "1e400",
        "-0.0",
        "9223372036854775808",
        "1.2021e17",
        "79228162514264337593543950336",
        "\"\"",
        "\"\\u0000\"",
        "\"\\uFFFE\"",
        "\"\\ud800\"",
        "\"2026-02-30\"",
        "\"0001-01-01T00:00:00+14:00\"",
        "{\"a\":{\"a\":{\"a\":[]}}}",
        "[null,null]",
    ];

    public static byte[] Mutate(JsonNode? json, Random random)
    {
        if (json is null)
            return Encoding.UTF8.GetBytes(random.GetItems(Raw, 1)[0]);
        const string Place = "\"\u0001place\u0001\"";
        var text = json.DeepClone();
        var places = PlacesOf(text).ToList();
        if (places.Count == 0)
            return Encoding.UTF8.GetBytes(random.GetItems(Raw, 1)[0]);
        places[random.Next(places.Count)](JsonValue.Create(Place[1..^1]));
        var value = random.Next(2) == 0 ? random.GetItems(Raw, 1)[0] : Quoted(HostileText.Any(random));
        return Encoding.UTF8.GetBytes(
            text.ToJsonString().Replace(JsonSerializer.Serialize(Place[1..^1]), value, StringComparison.Ordinal)
        );
    }

    private static string Quoted(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (var unit in text)
            quoted.Append(unit is >= ' ' and < '\u007F' and not ('"' or '\\') ? unit : $"\\u{(int)unit:x4}");
        return quoted.Append('"').ToString();
    }

    private static IEnumerable<Action<JsonNode?>> PlacesOf(JsonNode? json)
    {
        switch (json)
        {
            case JsonObject named:
                foreach (var (name, child) in named.ToList())
                {
                    yield return value => named[name] = value;
                    foreach (var deeper in PlacesOf(child))
                        yield return deeper;
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    var at = i;
                    yield return value => list[at] = value;
                    foreach (var deeper in PlacesOf(list[i]))
                        yield return deeper;
                }

                break;
        }
    }
}
