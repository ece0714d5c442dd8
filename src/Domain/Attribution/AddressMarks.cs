using System.Net;

namespace AmoCrmQualification.Domain.Attribution;

/// <summary>Reads marks from the query of an address, or from what stands after its <c>#</c>.</summary>
internal static class AddressMarks
{
    private const int MostParameters = 100;

    public static IEnumerable<(string Code, string Value)> Read(string text)
    {
        var address = WebUtility.HtmlDecode(text).Trim();
        var query = address.IndexOfAny(['?', '#']);
        if (query < 0 || address.Any(char.IsWhiteSpace))
            yield break;

        foreach (var pair in address[(query + 1)..].Split(['?', '#', '&', ';']).Take(MostParameters))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                continue;
            var code = pair[..equals].ToLowerInvariant();
            var value = pair[(equals + 1)..];
            if (
                TrackingCodes.IsOfAddress(code)
                && MarkText.Clean(MarkText.PercentDecode(value, plusIsBlank: true) ?? value) is { } told
            )
                yield return (code, told);
        }
    }
}
