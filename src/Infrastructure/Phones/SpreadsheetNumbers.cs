using System.Globalization;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Infrastructure.Phones;

/// <summary>Phones that a spreadsheet or a script took for numbers: `79161234567.0`, `7.9161234567E10`.</summary>
internal static partial class SpreadsheetNumbers
{
    // Scripts write a number with its last zero left out; where more is missing, digits were rounded away.
    private const int MostZerosLeftOut = 1;

    /// <summary>The text with the digits meant; a number that has lost some is taken out.</summary>
    public static string Restore(string text) =>
        text.AsSpan().ContainsAny('.', ',') ? Fraction().Replace(Exponent().Replace(text, Digits), "${digits}") : text;

    private static string Digits(Match number)
    {
        var digits = number.Groups["first"].Value + number.Groups["rest"].Value.TrimEnd('0');
        var length = int.Parse(number.Groups["exponent"].Value, CultureInfo.InvariantCulture) + 1;
        var written = Math.Min(number.Groups["rest"].Length + 1, length);
        return digits.Length <= length && written >= length - MostZerosLeftOut ? digits.PadRight(length, '0') : ";";
    }

    [GeneratedRegex(
        @"\b(?<first>[1-9])[.,](?<rest>[0-9]{1,14})[EeЕе]\+?(?<exponent>[0-9]{1,3})\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Exponent();

    [GeneratedRegex(
        @"\b(?<digits>[0-9]{7,15})[.,]0{1,6}\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Fraction();
}
