using System.Text.RegularExpressions;

namespace AmoCrmQualification.Infrastructure.Phones;

/// <summary>Amendments to libphonenumber, which is right for a telephone exchange and would misread what people type.</summary>
internal static partial class PlanAmendments
{
    public const int RussiaAndKazakhstan = 7;

    private const int RussianLength = 12; // +7 and ten digits

    /// <summary>
    /// The mobile "1" of Mexico (`+52 1 55…`) and its trunk prefixes were abolished in 2019, but WhatsApp and older
    /// address books still have them.
    /// </summary>
    public static string Amend(string e164) =>
        e164.StartsWith("+52", StringComparison.Ordinal) ? MexicoWithPrefix().Replace(e164, "+52") : e164;

    /// <summary>
    /// 14 digits exist in RU and KZ only as `8 10 800…`, which is read as +800. Anything else of that length is a number
    /// with an extension and would become a phone that does not exist. Nor does +7 have numbers in 79 and 89: ten such
    /// digits are `7 9…` or `8 9…` with a digit missing.
    /// </summary>
    public static Certainty? RateRussianOrKazakh(string e164) =>
        IsRussianOrKazakh(e164) ? Certainty.Valid
        : e164.Length == RussianLength ? Certainty.Possible
        : null;

    public static bool IsRussianOrKazakh(string e164) => e164.Length == RussianLength && RussianOrKazakh().IsMatch(e164);

    [GeneratedRegex(@"^\+52(?:01|04[45]|1)(?=[0-9]{10}\z)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MexicoWithPrefix();

    [GeneratedRegex(
        @"^\+7(?:[349][0-9]|[78][0-8])[0-9]{8}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RussianOrKazakh();
}
