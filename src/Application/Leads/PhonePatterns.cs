namespace AmoCrmQualification.Application.Leads;

/// <summary>
/// LIKE patterns that find a phone in E.164 by a part of it as people type it: with the country's code or without, with a
/// trunk prefix, with an international one, or its last digits.
/// </summary>
internal static class PhonePatterns
{
    private const int FewestNationalDigits = 3;

    private static readonly string[] s_internationalPrefixes = ["810", "00"];

    // A country's code has one to three digits; what follows it is the national number.
    private static readonly string[] s_countryCodes = ["+_", "+__", "+___"];

    public static IEnumerable<string> From(string digits, bool hasPlus)
    {
        yield return hasPlus ? $"+{digits}%" : $"%{digits}%";

        foreach (var prefix in s_internationalPrefixes)
            if (After(prefix, digits) is { } number)
                yield return $"+{number}%";

        // 8 in the countries of the former USSR, 0 nearly everywhere else.
        if ((After("8", digits) ?? After("0", digits)) is { } national)
            foreach (var code in s_countryCodes)
                yield return $"{code}{national}%";
    }

    private static string? After(string prefix, string digits) =>
        digits.StartsWith(prefix, StringComparison.Ordinal) && digits.Length >= prefix.Length + FewestNationalDigits
            ? digits[prefix.Length..]
            : null;
}
