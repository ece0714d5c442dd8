using System.Text.RegularExpressions;

namespace AmoCrmQualification.Domain.AmoCrm;

/// <summary>
/// The bare host of an amoCRM account. Only hosts of amoCRM and Kommo are accepted, so that a caller cannot make the
/// service call, and hand a token to, any other.
/// </summary>
public readonly partial record struct AmoDomain
{
    private readonly string? _host;

    private AmoDomain(string host) => _host = host;

    public string Host => _host ?? "";

    public bool IsKommo => Host.EndsWith(".kommo.com", StringComparison.Ordinal);

    public static AmoDomain? Parse(string? text)
    {
        var host = text?.ToLowerInvariant();
        return host is { Length: <= 253 } && Allowed().IsMatch(host) ? new AmoDomain(host) : null;
    }

    [GeneratedRegex(
        @"\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:amocrm\.ru|amocrm\.com|kommo\.com)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Allowed();
}
