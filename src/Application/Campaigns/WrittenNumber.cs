using System.Globalization;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>A written number, read with a point and with a comma as its decimal mark.</summary>
/// <param name="Money">The currencies that a sign of money beside it may mean; null without a sign.</param>
internal sealed partial record WrittenNumber(decimal? ByPoint, decimal? ByComma, bool IsNegative, IReadOnlyList<string>? Money)
{
    private const string Minuses = "-−–—‐‑－";

    public bool IsNumber => ByPoint is not null || ByComma is not null;

    /// <summary>Readable in one way only, and so a proof of how the whole file writes numbers.</summary>
    public bool IsCertain => ByPoint is null != ByComma is null;

    public static WrittenNumber Exact(decimal value) => new(Math.Abs(value), Math.Abs(value), value < 0, Money: null);

    public static WrittenNumber? Read(string text)
    {
        var plain = Apostrophes().Replace(text, "'");
        var (first, last) = (plain.AsSpan().IndexOfAnyInRange('0', '9'), plain.AsSpan().LastIndexOfAnyInRange('0', '9'));
        if (first < 0)
            return null;

        var (before, after) = (plain[..first], plain[(last + 1)..]);
        if (before is [.., '.' or ','] && MoneySigns.Find(Unsigned(before)) is null) // .5 but not руб.5
            (before, first) = (before[..^1], first - 1);
        var isBracketed = before.Contains('(', StringComparison.Ordinal);
        if (isBracketed != after.Contains(')', StringComparison.Ordinal))
            return null;
        var isNegative = isBracketed || (before + after).AsSpan().IndexOfAny(Minuses) >= 0;
        if (!TryMoney(Unsigned(before), Unsigned(after), out var money))
            return null;

        var number = plain[first..(last + 1)];
        return new(ByPointOf(number), ByPointOf(Swapped(number)), isNegative, money);
    }

    /// <summary>Things are counted in whole numbers, so 12,345 of them are not twelve and a bit.</summary>
    public WrittenNumber AsCount() =>
        (IsWhole(ByPoint), IsWhole(ByComma)) switch
        {
            (true, false) => this with { ByComma = null },
            (false, true) => this with { ByPoint = null },
            _ => this,
        };

    private static bool IsWhole(decimal? number) => number is { } n && n == decimal.Truncate(n);

    private static string Unsigned(string text) => text.Trim([' ', '+', '(', ')', .. Minuses]);

    private static bool TryMoney(string before, string after, out IReadOnlyList<string>? money)
    {
        money = MoneySigns.Find(before.Length > 0 ? before : after);
        return money is not null ? before.Length == 0 || after.Length == 0 : before.Length + after.Length == 0;
    }

    private static string Swapped(string number) =>
        string.Create(
            number.Length,
            number,
            (swapped, n) =>
            {
                for (var i = 0; i < n.Length; i++)
                    swapped[i] = n[i] switch
                    {
                        '.' => ',',
                        ',' => '.',
                        var other => other,
                    };
            }
        );

    private static decimal? ByPointOf(string number)
    {
        var match = ByPointForm().Match(number);
        if (!match.Success)
            return null;
        var plain = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit)) + match.Groups["fraction"].Value;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    // Groups of three digits stand apart by commas, blanks or apostrophes, the lakhs of India by two; no group begins with 0.
    [GeneratedRegex(
        @"^(?<whole>[0-9]+|[1-9][0-9]{0,2}(?<apart>[, '])[0-9]{3}(\k<apart>[0-9]{3})*|[1-9][0-9]?(,[0-9]{2})+,[0-9]{3}|)(?<fraction>\.[0-9]+)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex ByPointForm();

    [GeneratedRegex("[’‘ʼ´`]")]
    private static partial Regex Apostrophes();
}
