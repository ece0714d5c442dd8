namespace AmoCrmQualification.Application.Campaigns;

/// <summary>The signs of money that stand beside amounts, and the currencies that each may mean, the likeliest first.</summary>
internal static class MoneySigns
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Currencies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP"],
        ["US$"] = ["USD"],
        ["€"] = ["EUR"],
        ["£"] = ["GBP"],
        ["¥"] = ["CNY", "JPY"],
        ["₽"] = ["RUB"],
        ["руб"] = ["RUB", "BYN"],
        ["руб."] = ["RUB", "BYN"],
        ["р"] = ["RUB", "BYN"],
        ["р."] = ["RUB", "BYN"],
        ["RUR"] = ["RUB"],
        ["Br"] = ["BYN"],
        ["₸"] = ["KZT"],
        ["тг"] = ["KZT"],
        ["тг."] = ["KZT"],
        ["тенге"] = ["KZT"],
        ["₴"] = ["UAH"],
        ["грн"] = ["UAH"],
        ["грн."] = ["UAH"],
        ["сум"] = ["UZS"],
        ["сом"] = ["KGS"],
        ["лей"] = ["MDL"],
        ["TL"] = ["TRY"],
        ["₺"] = ["TRY"],
        ["₹"] = ["INR"],
        ["₼"] = ["AZN"],
        ["₾"] = ["GEL"],
        ["֏"] = ["AMD"],
        ["₪"] = ["ILS"],
        ["₩"] = ["KRW"],
        ["zł"] = ["PLN"],
        ["Kč"] = ["CZK"],
        ["R$"] = ["BRL"],
        ["C$"] = ["CAD"],
        ["A$"] = ["AUD"],
        ["Fr."] = ["CHF"],
    };

    private static readonly HashSet<string> Codes =
    [
        .. Currencies.Values.SelectMany(currencies => currencies),
        .. "AED BGN DKK HUF IDR KGS MDL MYR NOK PHP RON RSD SAR SEK THB TJS TMT VND ZAR".Split(' '),
    ];

    /// <summary>Returns the possible currencies of a sign or code; null when it is neither.</summary>
    public static IReadOnlyList<string>? Find(string sign) =>
        Currencies.TryGetValue(sign, out var currencies) ? currencies
        : Codes.Contains(sign.ToUpperInvariant()) ? [sign.ToUpperInvariant()]
        : null;
}
