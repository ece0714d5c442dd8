using System.Text.RegularExpressions;

namespace AmoCrmQualification.Application.Phones;

/// <summary>
/// Telephones with two numbers in E.164. Brazil put a 9 before its mobile numbers, and Argentina wants one after its code
/// when mobiles are called from abroad; WhatsApp and address books have them with it and without.
/// </summary>
public static partial class PhoneSpellings
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1000; // ms

    /// <summary>All numbers of the telephone, the longest first: equal for phones that are the same.</summary>
    public static IReadOnlyList<string> GetAll(string e164) =>
        WithDigit(e164) is { } longer ? [longer, e164]
        : WithoutDigit(e164) is { } shorter ? [e164, shorter]
        : [e164];

    /// <summary>The one number that stands for all spellings.</summary>
    public static string GetMain(string e164) => GetAll(e164)[0];

    private static string? WithDigit(string e164) =>
        Brazil().Match(e164) is { Success: true } brazil ? $"+55{brazil.Groups["area"]}9{brazil.Groups["rest"]}"
        : Argentina().Match(e164) is { Success: true } argentina ? $"+549{argentina.Groups["rest"]}"
        : null;

    private static string? WithoutDigit(string e164) =>
        MobileBrazil().Match(e164) is { Success: true } brazil ? $"+55{brazil.Groups["area"]}{brazil.Groups["rest"]}"
        : MobileArgentina().Match(e164) is { Success: true } argentina ? $"+54{argentina.Groups["rest"]}"
        : null;

    [GeneratedRegex(@"^\+55(?<area>[1-9]{2})(?<rest>[6-9][0-9]{7})\z", Plain, Timeout)]
    private static partial Regex Brazil();

    [GeneratedRegex(@"^\+55(?<area>[1-9]{2})9(?<rest>[6-9][0-9]{7})\z", Plain, Timeout)]
    private static partial Regex MobileBrazil();

    [GeneratedRegex(@"^\+54(?<rest>[1-3][0-9]{9})\z", Plain, Timeout)]
    private static partial Regex Argentina();

    [GeneratedRegex(@"^\+549(?<rest>[1-3][0-9]{9})\z", Plain, Timeout)]
    private static partial Regex MobileArgentina();
}
