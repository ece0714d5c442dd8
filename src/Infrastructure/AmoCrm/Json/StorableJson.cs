using System.Text.RegularExpressions;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Json;

/// <summary>JSON as amoCRM sent it, but for what PostgreSQL's jsonb and .NET's strings refuse: NUL, and halves of surrogate pairs.</summary>
internal static partial class StorableJson
{
    public static string From(string json) =>
        MayHaveRefused(json) ? Escapes().Replace(json, escape => IsRefused(escape.Value) ? @"\ufffd" : escape.Value) : json;

    /// <summary>Cyrillic text consists of escapes: those are not looked at one by one.</summary>
    private static bool MayHaveRefused(string json) =>
        json.Contains(@"\u0000", StringComparison.Ordinal) || json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase);

    private static bool IsRefused(string escape) =>
        escape.Length == 6 && (escape[2..] == "0000" || (char.ToLowerInvariant(escape[2]) == 'd' && escape[3] > '7'));

    // A pair of surrogates, one code unit, or any other escape; in this order, so that a pair is not taken for halves.
    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Escapes();
}
