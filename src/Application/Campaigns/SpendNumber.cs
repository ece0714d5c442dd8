using System.Globalization;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Numbers as people and spreadsheets write them. What can be read in two ways is not guessed at.</summary>
internal static partial class SpendNumber
{
    /// <summary>The number, or why it is none.</summary>
    public static (decimal? Value, string? Fault) Read(string text, bool hasDecimalComma)
    {
        var plain = Blanks().Replace(text, "");
        if (plain is ['=', ..])
            return Fault("is a formula: save the file with values");
        if (plain is ['-' or '−', .. var rest] && rest.Length > 0 && char.IsAsciiDigit(rest[0]))
            return Fault("is negative");
        if (Decimal().IsMatch(plain))
            return Number(plain);

        var oneComma = OneComma().Match(plain);
        if (oneComma.Success && !hasDecimalComma && oneComma.Groups["after"].Length == 3)
            return Fault(
                $"is either {plain.Replace(",", "", StringComparison.Ordinal)} or {plain.Replace(',', '.')}: write it so"
            );
        if (oneComma.Success)
            return Number(plain.Replace(',', '.'));
        if (CommaGroups().IsMatch(plain))
            return Number(plain.Replace(",", "", StringComparison.Ordinal));
        if (PointGroups().IsMatch(plain))
            return Number(plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'));
        return Fault("is no number: write 1234.56");
    }

    private static (decimal? Value, string? Fault) Number(string plain) =>
        decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? (value, null)
            : Fault("is no number: write 1234.56");

    private static (decimal? Value, string? Fault) Fault(string why) => (null, why);

    // Thousands stand apart by blanks of several kinds.
    [GeneratedRegex(@"(?<=\d)[ \u00A0\u2009\u202F](?=\d{3}(?!\d))", RegexOptions.ExplicitCapture)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^([0-9]+(\.[0-9]+)?|\.[0-9]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[0-9]+,(?<after>[0-9]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OneComma();

    [GeneratedRegex(@"^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex CommaGroups();

    [GeneratedRegex(@"^[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)\z|^[0-9]{1,3}(\.[0-9]{3}){2,}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PointGroups();
}
