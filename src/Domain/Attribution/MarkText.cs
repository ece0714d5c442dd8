using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Domain.Attribution;

/// <summary>Values of marks as sites, platforms and people leave them, made readable and comparable.</summary>
public static partial class MarkText
{
    /// <summary>Longer values are cut: they are in the key of the marks' table.</summary>
    public const int MaxLength = 500;

    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Values that say nothing, in lower case.</summary>
    public static readonly IReadOnlyList<string> AbsentValues = ["(none)", "(not set)", "(not provided)", "undefined", "null"];

    /// <summary>A parameter that the ad platform should have filled, as a regular expression here and in PostgreSQL.</summary>
    public const string MacroPattern = @"\{\{[^{}]*\}\}|\{[A-Za-z_][\w.:|-]*\}|__[A-Z][A-Z0-9_]*__";

    private static readonly HashSet<string> s_absent = new(AbsentValues, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the value without entities and percent signs of an encoding, trimmed; null when it says nothing.</summary>
    public static string? Clean(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
            return null;
        var text = Invisible.Without(PercentDecoded(WebUtility.HtmlDecode(raw)));
        if (text.Any(char.IsControl))
            text = Invisible.Without(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));
        text = TextLength.Cut(text, MaxLength);
        return text.Length == 0 || s_absent.Contains(text) ? null : text;
    }

    /// <summary>The form in which values are compared.</summary>
    public static string Fold(string value) => value.Normalize().ToLowerInvariant();

    /// <summary>
    /// A parameter that the ad platform should have filled: <c>{{ad.id}}</c>, <c>{ad_id}</c>, <c>__CID__</c>. One within a
    /// longer value makes it unfilled too, unless a number beside it may still name an ad.
    /// </summary>
    public static bool IsUnfilled(string value) => Macro().IsMatch(value) && !Macro().Replace(value, "").Any(char.IsAsciiDigit);

    /// <summary>Numbers within a value that may be ids of ads: six digits or more between anything else.</summary>
    public static IEnumerable<string> Numbers(string value) => LongNumber().Matches(value).Select(match => match.Value);

    internal static bool IsAddress(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    // An address keeps its own encoding: what is encoded in it is a value of its query.
    private static string PercentDecoded(string text) =>
        IsAddress(text.TrimStart())
            ? text
            : PercentDecode(text, plusIsBlank: text.Contains('%', StringComparison.Ordinal)) ?? text;

    /// <summary>Returns null when the text is no percent-encoded UTF-8.</summary>
    internal static string? PercentDecode(string text, bool plusIsBlank)
    {
        if (text.Contains('%', StringComparison.Ordinal) && !WholeEncoding().IsMatch(text))
            return null;
        try
        {
            var encoded = s_strict.GetBytes(plusIsBlank ? text : text.Replace("+", "%2B", StringComparison.Ordinal));
            return s_strict.GetString(WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length)!);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A(?:[^%]|%[0-9A-Fa-f]{2})*\z", RegexOptions.Singleline)]
    private static partial Regex WholeEncoding();

    [GeneratedRegex(MacroPattern)]
    private static partial Regex Macro();

    [GeneratedRegex("(?<![0-9])[0-9]{6,}(?![0-9])")]
    private static partial Regex LongNumber();
}
