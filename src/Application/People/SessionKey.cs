using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AmoCrmQualification.Application.Accounts;

namespace AmoCrmQualification.Application.People;

/// <summary>Session key in the cookie, sealed: 256 random bits, stored only as SHA-256.</summary>
public sealed record SessionKey(string Value)
{
    /// <summary>Lifetime of a session.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    public static Refusal Over => Refusal.Unauthorized(Reasons.NotSignedIn, "You are not signed in.");

    public byte[] Hash => SecretKey.Hash(Value);

    /// <summary>Readable only in answers to this session, which other sites cannot read.</summary>
    public string CsrfToken => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Value), "csrf"u8));

    public static SessionKey New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    public bool IsCsrfToken(string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CsrfToken), Encoding.UTF8.GetBytes(token));

    public override string ToString() => "(a session)"; // it must not reach a log
}
