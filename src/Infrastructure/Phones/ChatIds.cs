using System.Text.RegularExpressions;

namespace AmoCrmQualification.Infrastructure.Phones;

/// <summary>
/// Chat ids: `79991234567@s.whatsapp.net`, `…@c.us`, also with the device behind the number (`79991234567:12@…`,
/// `79991234567.0:12@…`), and `whatsapp:+79991234567`. Of all hosts only WhatsApp's personal ones name a phone: in groups
/// (`@g.us`), hidden ids (`@lid`), channels (`@newsletter`), broadcasts and mailboxes digits are something else.
/// </summary>
internal static partial class ChatIds
{
    /// <summary>The digits of the international number, without plus; null for a chat that names no phone.</summary>
    public static string? PhoneIn(string? chatId) =>
        chatId is not null && Personal().Match(chatId) is { Success: true } match
            ? match.Groups["user"].Value + match.Groups["number"].Value
            : null;

    /// <summary>The text with phones in the places of chat ids; where those name none, nothing is left.</summary>
    public static string Resolve(string text) =>
        text.Contains('@', StringComparison.Ordinal) || text.Contains("%40", StringComparison.Ordinal)
            ? Address().Replace(text, address => PhoneIn(address.Value) is { } digits ? $";+{digits};" : ";")
            : text;

    [GeneratedRegex(
        @"^\s*(?:\+?(?<user>[0-9]+)(?:[:._][0-9:._]*)?(?:@|%40)(?:s\.whatsapp\.net|c\.us)|whatsapp:\+?(?<number>[0-9]+))\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Personal();

    [GeneratedRegex(@"[\w.:+-]+(?:@|%40)[\w.-]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
