using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Ids of ads as platforms give them, freed of what spreadsheets, pages and messengers do to them.</summary>
internal static partial class AdIdText
{
    public const int MaxLength = 200;

    /// <summary>Advice for ids that a spreadsheet has shortened.</summary>
    public const string Remedy = "export it anew and open it with this column as text, or send the export as it is";

    // Up to here a number that JavaScript, or a spreadsheet's file, holds is exact.
    private static readonly BigInteger ExactUntil = BigInteger.Pow(2, 53);

    /// <summary>The id that is meant, as it is stored: nothing in it is invisible. Null when there is none.</summary>
    public static string? Clean(string? text)
    {
        var seen = Invisible.Without(text ?? "");
        if (seen.Any(char.IsControl))
            seen = string.Concat(seen.Where(c => !char.IsControl(c)));
        if (seen is ['=', '"', .., '"'] and not "=\"")
            seen = seen[2..^1].Trim();
        else if (seen is ['\'', ..])
            seen = seen[1..].Trim();
        if (AsAmount().Match(seen) is { Success: true } amount)
            seen = string.Concat(amount.Groups["id"].Value.Where(char.IsAsciiDigit));
        else if (Prefixed().Match(seen) is { Success: true } prefixed)
            seen = prefixed.Groups["id"].Value;
        return seen.Length == 0 ? null : seen;
    }

    /// <summary>Written as 1,2021E+17, or as ####: the digits that are left out are lost.</summary>
    public static bool IsDamaged(string id) => Shortened().IsMatch(id);

    /// <summary>A number of JSON that lost digits, or may have: one that a program with rounded numbers writes just so.</summary>
    public static bool MayBeRounded(string number)
    {
        if (!number.All(char.IsAsciiDigit))
            return true;
        var exact = BigInteger.Parse(number, CultureInfo.InvariantCulture);
        return exact > ExactUntil && exact == Rounded(number);
    }

    private static BigInteger Rounded(string number) =>
        BigInteger.Parse(
            double.Parse(number, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture
        );

    // 120210123456789012.0, 120 210 123 456 789 012 and 120,210,123,456,789,012
    [GeneratedRegex(
        @"^(?<id>[0-9]+|[0-9]{1,3}(?<apart>[ ,'’])[0-9]{3}(\k<apart>[0-9]{3})+)([.,]0+)?\z|^(?<id>[0-9]{1,3}(\.[0-9]{3}){2,})\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex AsAmount();

    /// <summary>Yandex Direct's reports write M-1234567 for its ad 1234567.</summary>
    [GeneratedRegex(@"^[MmМм]-(?<id>[0-9]+)([.,]0+)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Prefixed();

    // E is also the Cyrillic letter; 1e17 may lack point and sign, but 12e4567 is some platform's own id.
    [GeneratedRegex(
        @"^[+-]?([0-9]+[.,][0-9]*[eEеЕ] ?[+-]?[0-9]+|[0-9]+[eEеЕ] ?[+-][0-9]+|[0-9][eEеЕ][0-9]{1,3}|#{2,})\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Shortened();
}
