using System.Buffers.Text;
using System.Text.Json;

namespace AmoCrmQualification.Application.Connections;

/// <summary>Claims of an access token that is a JWT; a long-lived one need not be.</summary>
public static class TokenClaims
{
    public static DateTimeOffset? ExpiryOf(string token) =>
        Read(token, "exp") is { ValueKind: JsonValueKind.Number } exp
        && exp.TryGetInt64(out var seconds)
        && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The host that knows where the account lives when it has been renamed.</summary>
    public static AmoDomain? ApiDomainOf(string token) =>
        Read(token, "api_domain") is { ValueKind: JsonValueKind.String } host ? AmoDomain.Parse(host.GetString()) : null;

    private static JsonElement? Read(string token, string claim)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1]))
            return null;
        try
        {
            return
                JsonElement.Parse(Base64Url.DecodeFromChars(parts[1])) is { ValueKind: JsonValueKind.Object } claims
                && claims.TryGetProperty(claim, out var value)
                ? value
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
