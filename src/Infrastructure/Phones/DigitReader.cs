namespace AmoCrmQualification.Infrastructure.Phones;

/// <summary>Decides what country a digit string belongs to: the surest reading first.</summary>
internal static class DigitReader
{
    // No E.164 number has more than 15 digits; prefixes may add some.
    private const int MostDigits = 24;
    private const int ShortestWithoutPlus = 10;

    /// <param name="home">Country of national numbers, one that <see cref="NumberingPlans"/> knows, or null.</param>
    public static string? Read(PhoneCandidate candidate, string? home) =>
        candidate.Digits.Length > MostDigits
            ? null
            : Unambiguous(candidate.HasPlus ? AfterPlus(candidate, home) : WithoutPlus(candidate.Digits, home));

    /// <summary>
    /// A result reads as itself wherever it is read. One that is not valid abroad, and a slip of the trunk prefix in some
    /// country, would not: it is nobody's number.
    /// </summary>
    private static string? Unambiguous(string? e164) =>
        e164 is ['+', '8', ..]
        && TrunkEight.ReadsAnywhere(e164[1..])
        && NumberingPlans.ReadInternational(e164[1..]).If(Certainty.Valid) is null
            ? null
            : e164;

    /// <summary>
    /// A plus is the writer's word that a calling code follows; `+8 (912)…` and `+0…` are slips of the national form.
    /// An 8 that stands alone is no beginning of the code 84 or 880.
    /// </summary>
    private static string? AfterPlus(PhoneCandidate candidate, string? home)
    {
        var digits = candidate.Digits;
        var foreign = NumberingPlans.HaveCallingCode(digits) ? NumberingPlans.ReadInternational(digits) : null;
        var isSlip = candidate.IsFirstDigitAlone && TrunkEight.Leads(digits, home);
        if (!isSlip && foreign.If(Certainty.Valid) is { } abroad)
            return abroad;

        return TrunkEight.WithoutPlus(digits, home)
            ?? foreign.If(isSlip ? Certainty.Valid : Certainty.Possible)
            ?? (digits.StartsWith('0') ? WithoutPlus(digits, home) : null);
    }

    private static string? WithoutPlus(string digits, string? home)
    {
        var dialled = home is null ? null : NumberingPlans.Read(digits, home);
        return dialled.If(Certainty.Valid)
            ?? TrunkEight.National(digits, home)
            ?? dialled.If(IsTrunkNumber(digits, home) ? Certainty.Valid : Certainty.Plausible)
            ?? NumberingPlans.ReadInternational(After("00", digits)).If(Certainty.Plausible)
            ?? WithForgottenPlus(digits, home)
            ?? (dialled?.IsAbroad == true ? dialled.E164 : null)
            ?? NumberingPlans.ReadInternational(After("810", digits)).If(Certainty.Plausible);
    }

    // Of such a number with a digit missing the general patterns of UA and KG make a toll-free one.
    private static bool IsTrunkNumber(string digits, string? home) =>
        digits.Length >= ShortestWithoutPlus && TrunkEight.Leads(digits, home);

    // Ten digits are as many as a whole number has in Russia or the USA: there they are more likely a mistyped one.
    private static string? WithForgottenPlus(string digits, string? home) =>
        digits.Length > ShortestWithoutPlus
        || digits.Length == ShortestWithoutPlus && (home is null || !NumberingPlans.HasLength(home, digits.Length))
            ? NumberingPlans.ReadInternational(digits).If(Certainty.Plausible)
            : null;

    private static string? After(string prefix, string digits) =>
        digits.StartsWith(prefix, StringComparison.Ordinal) ? digits[prefix.Length..] : null;
}
