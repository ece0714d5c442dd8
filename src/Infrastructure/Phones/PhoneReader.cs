using AmoCrmQualification.Application.Phones;

namespace AmoCrmQualification.Infrastructure.Phones;

/// <summary>Reads phones by libphonenumber's numbering plans. Stateless; one instance serves all.</summary>
internal sealed class PhoneReader : IPhoneNumbers
{
    private const int ShortestOfTwo = 10;
    private const int LongestOfTwo = 15;

    public bool KnowsCountry(string? country) => HomeOf(country) is not null;

    public string NationalNumber(string e164) => NumberingPlans.NationalNumber(e164);

    public string? FromChatId(string? chatId) => NumberingPlans.ReadInternational(ChatIds.PhoneIn(chatId)).If(Certainty.Possible);

    public string? FromWhatsApp(string? chatId) =>
        FromChatId(chatId)
        ?? (
            chatId is not null && SpreadsheetNumbers.Restore(chatId.Trim()).TrimStart('+') is { } id && id.All(char.IsAsciiDigit)
                ? NumberingPlans.ReadInternational(id).If(Certainty.Plausible)
                : null
        );

    public string? ToE164(string? typed, string? defaultCountry)
    {
        if (string.IsNullOrEmpty(typed))
            return null;

        var home = HomeOf(defaultCountry);
        var text = SpreadsheetNumbers.Restore(ChatIds.Resolve(typed));
        return FirstPhone(new PhoneScanner(text, slashSeparates: false), home)
            ?? (text.AsSpan().ContainsAny('/', '／') ? FirstPhone(new PhoneScanner(text, slashSeparates: true), home) : null);
    }

    private static string? HomeOf(string? country) =>
        country?.ToUpperInvariant() is { } name && NumberingPlans.Knows(name) ? name : null;

    private static string? FirstPhone(PhoneScanner scanner, string? home)
    {
        while (scanner.TryNext(out var candidate))
        {
            if ((DigitReader.Read(candidate, home) ?? FirstOfTwo(candidate, home)) is { } phone)
                return phone;
        }

        return null;
    }

    // "8 912 345 67 89 8 913 123 45 67": two whole numbers with nothing but a space between them.
    private static string? FirstOfTwo(PhoneCandidate candidate, string? home)
    {
        var digits = candidate.Digits;
        for (var length = Math.Min(LongestOfTwo, digits.Length - ShortestOfTwo); length >= ShortestOfTwo; length--)
        {
            if (
                !candidate.HasGapAfter(length)
                || DigitReader.Read(candidate with { Digits = digits[..length] }, home) is not { } first
            )
                continue;

            var rest = candidate with { Digits = digits[length..], HasPlus = false };
            if (rest.Digits.Length > LongestOfTwo || DigitReader.Read(rest, home) is not null)
                return first;
        }

        return null;
    }
}
