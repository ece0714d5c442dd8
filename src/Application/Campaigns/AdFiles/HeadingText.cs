using System.Text.RegularExpressions;

namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>Headings as they are compared: without case, ё, unseen characters and runs of blanks.</summary>
internal static partial class HeadingText
{
    public static string Fold(string heading) =>
        Blanks().Replace(Invisible.Without(heading), " ").ToLowerInvariant().Replace('ё', 'е');

    /// <summary>
    /// The folded heading, then without what stands in brackets or after a comma at its end, which is a currency or a unit:
    /// <c>Clicks (all)</c> is a name as a whole, <c>Расход, ₽</c> is not.
    /// </summary>
    public static IEnumerable<(string Name, string? Unit)> Names(string heading)
    {
        var name = Fold(heading);
        yield return (name, null);
        string? unit = null;
        while (Suffix().Match(name) is { Success: true } suffix)
        {
            (name, unit) = (suffix.Groups["name"].Value, $"{suffix.Groups["unit"].Value},{unit}");
            yield return (name, unit);
        }
    }

    /// <summary>The currencies that a unit may mean; null when it is none.</summary>
    public static IReadOnlyList<string>? Currencies(string? unit)
    {
        var parts = (unit ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Select(MoneySigns.Find).FirstOrDefault(money => money is not null)
            ?? parts.Where(IsCode).Select(code => new[] { code.ToUpperInvariant() }).FirstOrDefault();
    }

    private static bool IsCode(string unit) => unit.Length == 3 && unit.All(char.IsAsciiLetter);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?<name>.*[^\s,])\s*(\((?<unit>[^()]*)\)|,\s*(?<unit>[^,()]*))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Suffix();
}
