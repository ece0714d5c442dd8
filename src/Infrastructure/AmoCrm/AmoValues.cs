using System.Net;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>amoCRM's epoch seconds. What cannot be true is null.</summary>
internal static class AmoTime
{
    private static readonly long Earliest = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly long Latest = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    public static DateTimeOffset? From(long? seconds) =>
        seconds >= Earliest && seconds < Latest ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;
}

/// <summary>amoCRM's amounts, in whole units of the currency. What cannot be true is null.</summary>
internal static class AmoMoney
{
    public static long? Whole(decimal? price) =>
        price is { } given && Math.Abs(given) < long.MaxValue / 2m
            ? (long)Math.Round(given, MidpointRounding.AwayFromZero)
            : null;
}

/// <summary>Names, phones and e-mails, which amoCRM keeps HTML-escaped. PostgreSQL's text has no NUL.</summary>
internal static class AmoText
{
    public static string? From(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : WebUtility.HtmlDecode(text).Replace('\0', '\uFFFD');
}
