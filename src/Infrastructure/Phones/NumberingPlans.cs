using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace AmoCrmQualification.Infrastructure.Phones;

/// <summary>Numbering plans of all countries: libphonenumber's, with our amendments. Stateless; one set serves all.</summary>
internal static class NumberingPlans
{
    private const string NoCountry = "ZZ"; // libphonenumber's word for it
    private const int LongestCallingCode = 3;

    // E.164 has no longer ones; the metadata know some that are dialled inside Indonesia or Germany only.
    private const int MostDigits = 15;

    // Reading a result again may strip one more prefix ("+7 8 8 912…"); no real number has more.
    private const int MostPrefixes = 4;

    private static readonly PhoneNumberUtil s_library = PhoneNumberUtil.GetInstance();
    private static readonly ConcurrentDictionary<string, Regex> s_patterns = new(StringComparer.Ordinal);

    public static bool Knows(string? country) => country is not null && s_library.GetMetadataForRegion(country) is not null;

    public static bool HasLength(string country, int digits) =>
        s_library.GetMetadataForRegion(country).GeneralDesc.PossibleLengthList.Contains(digits);

    /// <summary>True when the digits begin with a calling code that exists.</summary>
    public static bool HaveCallingCode(string digits)
    {
        var code = 0;
        for (var i = 0; i < Math.Min(LongestCallingCode, digits.Length); i++)
        {
            code = code * 10 + (digits[i] - '0');
            if (code == 0)
                return false;
            if (s_library.GetRegionCodesForCountryCode(code) is { Count: > 0 })
                return true;
        }

        return false;
    }

    public static string NationalNumber(string e164) =>
        Parse(e164, NoCountry) is { } number ? s_library.GetNationalSignificantNumber(number) : e164.TrimStart('+');

    /// <summary>Reads digits that begin with a calling code.</summary>
    public static PlannedNumber? ReadInternational(string? digits) => digits is null ? null : Read("+" + digits, NoCountry);

    /// <summary>
    /// Reads digits as they are dialled in a country: with or without its trunk prefix, its own calling code, or the
    /// prefix that leads abroad. Read until nothing changes: so the result, read again, gives itself.
    /// </summary>
    public static PlannedNumber? Read(string digits, string country)
    {
        var isAbroad = false;
        for (var i = 0; i < MostPrefixes; i++)
        {
            if (Parse(digits, country) is not { } number)
                return null;

            isAbroad |= number.CountryCodeSource == PhoneNumber.Types.CountryCodeSource.FROM_NUMBER_WITH_IDD;
            var e164 = PlanAmendments.Amend(s_library.Format(number, PhoneNumberFormat.E164));
            if (e164 == digits || PlanAmendments.IsRussianOrKazakh(e164))
                return Rate(number, e164) is { } certainty ? new(e164, certainty, isAbroad) : null;

            digits = e164;
        }

        return null;
    }

    private static PhoneNumber? Parse(string digits, string country)
    {
        try
        {
            return s_library.ParseAndKeepRawInput(digits, country);
        }
        catch (NumberParseException)
        {
            return null; // the library has no other way to say no
        }
    }

    private static Certainty? Rate(PhoneNumber number, string e164) =>
        e164.Length > MostDigits + 1 ? null
        : number.CountryCode == PlanAmendments.RussiaAndKazakhstan ? PlanAmendments.RateRussianOrKazakh(e164)
        : s_library.IsValidNumber(number) ? Certainty.Valid
        : FitsPlan(number) ? Certainty.Plausible
        : s_library.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE ? Certainty.Possible
        : null;

    private static bool FitsPlan(PhoneNumber number)
    {
        var national = s_library.GetNationalSignificantNumber(number);
        return s_library
            .GetRegionCodesForCountryCode(number.CountryCode)
            .Select(s_library.GetMetadataForRegion)
            .Any(plan =>
                plan is not null
                && plan.GeneralDesc.PossibleLengthList.Contains(national.Length)
                && Pattern(plan.GeneralDesc.NationalNumberPattern).IsMatch(national)
            );
    }

    private static Regex Pattern(string national) =>
        s_patterns.GetOrAdd(
            national,
            pattern => new Regex($@"^(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
        );
}
