using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.Faults;

/// <summary>Values as PHP renders them on their way into JSON.</summary>
public enum PhpQuirk
{
    NumbersAsText,

    /// <summary>Text that is a number comes as one.</summary>
    TextAsNumbers,

    /// <summary>0 and 1.</summary>
    FlagsAsNumbers,
    NullsAsText,
    ListsKeyed,
    ObjectsAsEmptyLists,
    EmbeddedAsEmptyList,
    EmbeddedMissing,
}

/// <summary>Sets a value wherever its name occurs, or only within the object that has this id.</summary>
/// <param name="To">JSON of whatever type; null removes it.</param>
public sealed record PhpValue(string Name, string? To, string? From = null);

/// <summary>An answer as usual, but with values of other types than the documents say.</summary>
internal static class PhpAnswer
{
    public static string Rewrite(string answer, FaultRule rule)
    {
        var node = JsonNode.Parse(answer);
        if (rule.Set is { } set)
            Set(node, set, within: set.From is null);
        foreach (var quirk in rule.Quirks)
            node = Reshape(node, quirk);
        return node?.ToJsonString() ?? "null";
    }

    private static void Set(JsonNode? node, PhpValue set, bool within)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Set(item, set, within);
        }

        if (node is not JsonObject value)
            return;
        within |= value["id"]?.ToString() == set.From && set.From is not null;
        foreach (var (_, part) in value.ToList())
            Set(part, set, within);
        if (!within || !value.ContainsKey(set.Name))
            return;
        if (set.To is null)
            value.Remove(set.Name);
        else
            value[set.Name] = JsonNode.Parse(set.To);
    }

    private static JsonNode? Reshape(JsonNode? node, PhpQuirk quirk) =>
        node switch
        {
            JsonObject value => Object(value, quirk),
            JsonArray list when quirk == PhpQuirk.ListsKeyed => Keyed(list, quirk),
            JsonArray list => new JsonArray([.. list.Select(item => Reshape(item, quirk))]),
            null => quirk == PhpQuirk.NullsAsText ? "" : null,
            _ => Scalar(node, quirk),
        };

    private static JsonNode Object(JsonObject value, PhpQuirk quirk)
    {
        var shape = new JsonObject();
        foreach (var (name, part) in value)
        {
            if (name == "_embedded" && quirk == PhpQuirk.EmbeddedMissing)
                continue;
            shape[name] =
                name == "_embedded" && quirk == PhpQuirk.EmbeddedAsEmptyList ? new JsonArray()
                : part is JsonObject { Count: > 0 } inner
                && quirk == PhpQuirk.ObjectsAsEmptyLists
                && name != "_embedded"
                && !IsRow(inner)
                    ? new JsonArray()
                : Reshape(part, quirk);
        }

        return shape;
    }

    private static bool IsRow(JsonObject value) => value.ContainsKey("id");

    /// <summary>As a list whose first item was taken away.</summary>
    private static JsonObject Keyed(JsonArray list, PhpQuirk quirk)
    {
        var shape = new JsonObject();
        for (var i = 0; i < list.Count; i++)
            shape[$"{i + 1}"] = Reshape(list[i], quirk);
        return shape;
    }

    private static JsonNode Scalar(JsonNode value, PhpQuirk quirk) =>
        (quirk, value.GetValueKind()) switch
        {
            (PhpQuirk.NumbersAsText, JsonValueKind.Number) => value.ToJsonString(),
            (PhpQuirk.TextAsNumbers, JsonValueKind.String)
                when long.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out var number) => number,
            (PhpQuirk.FlagsAsNumbers, JsonValueKind.True) => 1,
            (PhpQuirk.FlagsAsNumbers, JsonValueKind.False) => 0,
            _ => value.DeepClone(),
        };
}
