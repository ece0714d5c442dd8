using System.Collections.Frozen;

namespace AmoCrmQualification.Infrastructure.Phones;

/// <summary>
/// The trunk prefix 8 of the former USSR. It is in use in some of its countries; in the others it was, and people still
/// write it before their numbers.
/// </summary>
internal static class TrunkEight
{
    private static readonly FrozenSet<string> s_countries = FrozenSet.ToFrozenSet(
        ["AM", "AZ", "BY", "EE", "GE", "KG", "KZ", "LT", "LV", "MD", "RU", "TJ", "TM", "UA", "UZ"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>True when the digits begin with 8 in a country where that is, or was, the trunk prefix.</summary>
    public static bool Leads(string digits, string? country) => After(digits, country) is not null;

    /// <summary>The number of the country after its trunk prefix, or null.</summary>
    public static string? National(string digits, string? country) =>
        After(digits, country) is { } rest ? NumberingPlans.Read(rest, country!).If(Certainty.Valid) : null;

    /// <summary>
    /// As <see cref="National"/>, and abroad by `8 10`: what is left of `+8 (495)…` and `+8 10 49…` when the plus is a
    /// slip.
    /// </summary>
    public static string? WithoutPlus(string digits, string? country) =>
        National(digits, country)
        ?? (
            After(digits, country) is ['1', '0', .. var abroad]
                ? NumberingPlans.ReadInternational(abroad).If(Certainty.Valid)
                : null
        );

    /// <summary>True when the digits after a plus are a slip in at least one of the countries.</summary>
    public static bool ReadsAnywhere(string digits) => s_countries.Any(country => WithoutPlus(digits, country) is not null);

    private static string? After(string digits, string? country) =>
        digits is ['8', _, ..] && country is not null && s_countries.Contains(country) ? digits[1..] : null;
}
