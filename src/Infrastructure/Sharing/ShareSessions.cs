using System.Security.Cryptography;
using AmoCrmQualification.Application.Sharing;
using AmoCrmQualification.Domain.Sharing;
using Microsoft.AspNetCore.DataProtection;

namespace AmoCrmQualification.Infrastructure.Sharing;

/// <summary>Sealed by keys that all replicas share, so that none has to remember them.</summary>
internal sealed class ShareSessions(IDataProtectionProvider protection, TimeProvider clock) : IShareSessions
{
    private const string Prefix = "amoqs_";

    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    private readonly IDataProtector _protector = protection.CreateProtector("share sessions");

    public ShareSession Begin(ShareLinkId link)
    {
        var end = clock.GetUtcNow() + Life;
        return new(Prefix + _protector.Protect($"{link.Value:N} {end.ToUnixTimeSeconds()}"), end);
    }

    public ShareLinkId? Read(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal)
        && Open(key[Prefix.Length..])?.Split(' ') is [var id, var end]
        && long.Parse(end, System.Globalization.CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
            ? new ShareLinkId(Guid.Parse(id))
            : null;

    private string? Open(string text)
    {
        try
        {
            return _protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
