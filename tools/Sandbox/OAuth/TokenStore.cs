using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AmoCrmQualification.Sandbox.OAuth;

public enum TokenKind
{
    LongLived,
    OAuth,
}

/// <summary>A bearer token; kept after its end, so that a refused call still says whose it was.</summary>
public sealed record AccessToken(string Value, long AccountId, TokenKind Kind, DateTimeOffset? ExpiresAt, bool Revoked);

/// <summary>Bearer tokens of all accounts. A token names its account: that is how one address serves many.</summary>
internal sealed class TokenStore(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, AccessToken> _tokens = new();

    public string IssueLongLived(long account, string? value = null, bool jwt = false, TimeSpan? lifetime = null)
    {
        var expires = lifetime is null ? (DateTimeOffset?)null : clock.GetUtcNow() + lifetime.Value;
        value ??= jwt ? Jwt(account, expires ?? clock.GetUtcNow().AddYears(1)) : Opaque("long");
        if (!_tokens.TryAdd(value, new AccessToken(value, account, TokenKind.LongLived, expires, false)))
            throw new CrmProblem(409, "Conflict", "That token is in use already");
        return value;
    }

    public string IssueAccess(long account, TimeSpan lifetime)
    {
        var expires = clock.GetUtcNow() + lifetime;
        var value = Jwt(account, expires);
        _tokens[value] = new AccessToken(value, account, TokenKind.OAuth, expires, false);
        return value;
    }

    public AccessToken? Find(string? value) => value is null ? null : _tokens.GetValueOrDefault(value);

    public IEnumerable<string> GetAll(long account) => _tokens.Values.Where(t => t.AccountId == account).Select(t => t.Value);

    public bool IsValid(AccessToken token) => !token.Revoked && (token.ExpiresAt is not { } end || end > clock.GetUtcNow());

    public void Revoke(Func<AccessToken, bool> which)
    {
        foreach (var token in _tokens.Values.Where(which))
            _tokens[token.Value] = token with { Revoked = true };
    }

    public static string Opaque(string prefix) => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    // Looks like amoCRM's token; nobody but amoCRM could check its signature, so a random one serves.
    private string Jwt(long account, DateTimeOffset expires)
    {
        var header = new
        {
            typ = "JWT",
            alg = "RS256",
            jti = Guid.NewGuid().ToString("N"),
        };
        var claims = new
        {
            aud = "sandbox",
            iat = clock.GetUtcNow().ToUnixTimeSeconds(),
            exp = expires.ToUnixTimeSeconds(),
            account_id = account,
            scopes = new[] { "crm", "notifications" },
            api_domain = "api-b.amocrm.ru",
        };
        return $"{Part(header)}.{Part(claims)}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(64))}";
    }

    private static string Part<T>(T value) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value)));
}
