using System.Text.RegularExpressions;

namespace AmoCrmQualification.Infrastructure.Leads;

/// <summary>
/// A pattern of the metadata at the start of a digit string. Most are plain digits ("8", "00") and need no regex;
/// the others are compiled when their country is first used, and match in linear time.
/// </summary>
internal sealed class DigitPattern(string pattern)
{
    private readonly string? _literal = pattern.All(char.IsAsciiDigit) ? pattern : null;
    private readonly Lazy<Regex> _regex = new(() => new Regex($"^(?:{pattern})", Linear));

    public const RegexOptions Linear = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>How many leading digits the pattern takes, or -1.</summary>
    public int PrefixLength(string digits)
    {
        if (_literal is not null)
            return digits.StartsWith(_literal, StringComparison.Ordinal) ? _literal.Length : -1;

        var match = _regex.Value.Match(digits);
        return match.Success ? match.Length : -1;
    }

    /// <summary>
    /// Digits without the prefix, or null where it is absent. With a transform (`9$1`) and its last group captured
    /// the transform replaces the prefix: so Argentina's "15" becomes a "9", and an island gets its area code.
    /// </summary>
    public string? Strip(string digits, string? transform)
    {
        if (_literal is not null)
            return digits.StartsWith(_literal, StringComparison.Ordinal) ? digits[_literal.Length..] : null;

        var match = _regex.Value.Match(digits);
        if (!match.Success)
            return null;

        var rest = digits[match.Length..];
        var lastGroup = match.Groups.Count - 1;
        var captured = lastGroup > 0 && match.Groups[lastGroup].Success && match.Groups[lastGroup].Length > 0;
        return transform is not null && captured ? match.Result(transform) + rest : rest;
    }
}
