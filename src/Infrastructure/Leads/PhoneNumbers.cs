using AmoCrmQualification.Application.Leads;

namespace AmoCrmQualification.Infrastructure.Leads;

/// <summary>Reads phones by libphonenumber's metadata. Stateless once the metadata are loaded; one instance serves all.</summary>
internal sealed class PhoneNumbers : IPhoneNumbers
{
    private const int ShortestOfTwo = 10;
    private const int LongestOfTwo = 15;

    private readonly NumberingPlans _plans = NumberingPlans.Instance;
    private readonly DigitReader _reader = new(NumberingPlans.Instance);

    public bool KnowsCountry(string? country) => _plans.Country(country) is not null;

    public string? FromChatId(string? chatId) =>
        WhatsAppChatId.PhoneOf(chatId) is { } digits ? _reader.Read(digits, hasPlus: true, home: null) : null;

    public string? ToE164(string? typed, string? defaultCountry)
    {
        if (string.IsNullOrEmpty(typed))
            return null;

        var home = _plans.Country(defaultCountry);
        return FirstPhone(new PhoneScanner(typed, slashSeparates: false), home)
            ?? (typed.AsSpan().ContainsAny('/', '／') ? FirstPhone(new PhoneScanner(typed, slashSeparates: true), home) : null);
    }

    private string? FirstPhone(PhoneScanner scanner, NumberingPlan? home)
    {
        while (scanner.TryNext(out var candidate))
        {
            if ((_reader.Read(candidate.Digits, candidate.HasPlus, home) ?? FirstOfTwo(candidate, home)) is { } phone)
                return phone;
        }

        return null;
    }

    // "8 912 345 67 89 8 913 123 45 67": two whole numbers with nothing but a space between them.
    private string? FirstOfTwo(PhoneCandidate candidate, NumberingPlan? home)
    {
        var digits = candidate.Digits;
        for (var length = Math.Min(LongestOfTwo, digits.Length - ShortestOfTwo); length >= ShortestOfTwo; length--)
        {
            if (!candidate.HasGapAfter(length) || _reader.Read(digits[..length], candidate.HasPlus, home) is not { } first)
                continue;

            var rest = digits[length..];
            if (rest.Length > LongestOfTwo || _reader.Read(rest, hasPlus: false, home) is not null)
                return first;
        }

        return null;
    }
}
