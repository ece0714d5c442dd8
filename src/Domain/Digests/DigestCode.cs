using System.Buffers.Text;
using System.Security.Cryptography;
using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Digests;

/// <summary>Names a digest and proves that one was given its address: 64 characters, as many as a link to a bot may carry.</summary>
public sealed record DigestCode(UserAccountId Account, DigestId Digest, byte[] Secret)
{
    public const int SecretBytes = 16;
    private const int IdBytes = 16;

    public static DigestCode? Parse(string? text)
    {
        if (text is null || text.Length > 100 || !Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length == (2 * IdBytes) + SecretBytes
            ? new(
                new(new Guid(bytes.AsSpan(0, IdBytes), bigEndian: true)),
                new(new Guid(bytes.AsSpan(IdBytes, IdBytes), bigEndian: true)),
                bytes[(2 * IdBytes)..]
            )
            : null;
    }

    /// <summary>Compares in constant time.</summary>
    public bool Names(Digest digest) => CryptographicOperations.FixedTimeEquals(Secret, digest.Secret);

    public override string ToString() =>
        Base64Url.EncodeToString([
            .. Account.Value.ToByteArray(bigEndian: true),
            .. Digest.Value.ToByteArray(bigEndian: true),
            .. Secret,
        ]);
}
