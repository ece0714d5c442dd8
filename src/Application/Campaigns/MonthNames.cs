using System.Globalization;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Days whose month is a word: <c>1 ноября 2026 г.</c>, <c>Nov 1, 2026</c>.</summary>
internal static partial class MonthNames
{
    private const int Told = 3;

    // The first letters tell, in each case of Russian but those of May.
    private static readonly string[] English = "jan feb mar apr may jun jul aug sep oct nov dec".Split(' ');
    private static readonly string[] Russian = "янв фев мар апр мая июн июл авг сен окт ноя дек".Split(' ');

    /// <summary>Year, month and day in digits; null where no month is named.</summary>
    public static (string Year, string Month, string Day)? Read(string text)
    {
        if (Form().Match(text) is not { Success: true } form)
            return null;
        var word = form.Groups["month"].Value[..Told].ToLowerInvariant().Replace("май", "мая", StringComparison.Ordinal);
        var month = Math.Max(Array.IndexOf(English, word), Array.IndexOf(Russian, word)) + 1;
        return month == 0
            ? null
            : (form.Groups["year"].Value, month.ToString(CultureInfo.InvariantCulture), form.Groups["day"].Value);
    }

    [GeneratedRegex(
        """
            ^(
              (?<day>[0-9]{1,2})[ .-]\ ?(?<month>\p{L}{3,9})\.?[ ,.-]\ ?(?<year>[0-9]{4})(\ ?г\.?)?
              |(?<month>\p{L}{3,9})\.?\ (?<day>[0-9]{1,2}),?\ (?<year>[0-9]{4})
            )\z
            """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Form();
}
