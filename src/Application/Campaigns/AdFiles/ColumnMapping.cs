using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>The meaning of an unknown file's columns as a person named it, by folded heading; null for a column to ignore.</summary>
internal sealed class ColumnMapping(IReadOnlyDictionary<string, SpendColumn?> columns)
{
    private const string Ignore = "ignore";
    private const int MaxColumns = 100;

    public IReadOnlyDictionary<string, SpendColumn?> Columns => columns;

    /// <summary>Reads <c>{heading: meaning}</c>.</summary>
    public static ColumnMapping Parse(string json)
    {
        try
        {
            var given = JsonSerializer.Deserialize<Dictionary<string, string?>>(json) ?? [];
            if (given.Count <= MaxColumns)
                return new(given.GroupBy(c => HeadingText.Fold(c.Key)).ToDictionary(c => c.Key, c => Meaning(c.Last().Value)));
        }
        catch (JsonException) { } // refused below
        throw Refused("It is a JSON object of at most 100 headings with their meanings.");
    }

    public string ToJson() => JsonSerializer.Serialize(columns.ToDictionary(c => c.Key, c => Word(c.Value)));

    /// <summary>The same for files with the same headings in any order.</summary>
    public static string KeyFrom(IEnumerable<string> headings)
    {
        var folded = headings.Select(HeadingText.Fold).Where(h => h.Length > 0).Distinct().Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', folded))));
    }

    private static string Word(SpendColumn? column) => column is { } known ? SpendColumns.NameOf(known) : Ignore;

    private static SpendColumn? Meaning(string? word) =>
        string.IsNullOrEmpty(word) || word == Ignore
            ? null
            : SpendColumns.Find(word) ?? throw Refused($"A column means {string.Join(", ", SpendColumns.Names)} or {Ignore}.");

    private static DomainException Refused(string message) => new(Refusal.Invalid("columns", Reasons.ValueInvalid, message));
}
