namespace AmoCrmQualification.Infrastructure.Leads;

/// <summary>Decides what country a digit string belongs to: the surest reading first.</summary>
internal sealed class DigitReader(NumberingPlans plans)
{
    // No E.164 number has more than 15 digits; prefixes may add some.
    private const int MostDigits = 24;
    private const int ShortestWithoutPlus = 10;

    public string? Read(string digits, bool hasPlus, NumberingPlan? home)
    {
        if (digits.Length > MostDigits)
            return null;

        return hasPlus ? AfterPlus(digits, home) : WithoutPlus(digits, home);
    }

    // A plus is the person's word that a calling code follows; `+8 912…` and `+0…` are slips of the national form.
    private string? AfterPlus(string digits, NumberingPlan? home)
    {
        if (plans.CodeAtStartOf(digits) is { } code)
            return code.Complete(digits[code.Digits.Length..], mustBeValid: false);

        var looksNational = home?.NationalPrefix is { } prefix && digits.StartsWith(prefix, StringComparison.Ordinal);
        return looksNational || digits.StartsWith('0') ? WithoutPlus(digits, home) : null;
    }

    private string? WithoutPlus(string digits, NumberingPlan? home)
    {
        var abroad = home?.AfterExitPrefix(digits) ?? After("00", digits);
        return International(abroad, mustBeValid: true)
            ?? National(digits, home)
            ?? WithOwnCode(digits, home)
            ?? International(After("00", digits), mustBeValid: true)
            ?? WithForgottenPlus(digits, home)
            ?? International(abroad, mustBeValid: false)
            ?? International(After("810", digits), mustBeValid: true);
    }

    private string? National(string digits, NumberingPlan? home)
    {
        if (home is null)
            return null;

        var code = plans.Code(home);
        var national = home.WithoutNationalPrefix(digits, code);
        return code.IsValid(national) ? code.Complete(national, mustBeValid: true) : null;
    }

    private string? WithOwnCode(string digits, NumberingPlan? home) =>
        home is not null && After(home.CallingCode, digits) is { } national ? National(national, home) : null;

    // Ten digits are as many as a whole number has in Russia or the USA: there they are more likely a mistyped one.
    private string? WithForgottenPlus(string digits, NumberingPlan? home) =>
        digits.Length > ShortestWithoutPlus || digits.Length == ShortestWithoutPlus && home?.HasLength(digits.Length) != true
            ? International(digits, mustBeValid: true)
            : null;

    private string? International(string? digits, bool mustBeValid) =>
        digits is not null && plans.CodeAtStartOf(digits) is { } code
            ? code.Complete(digits[code.Digits.Length..], mustBeValid)
            : null;

    private static string? After(string prefix, string digits) =>
        digits.StartsWith(prefix, StringComparison.Ordinal) ? digits[prefix.Length..] : null;
}
