using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Wraps the keys of Data Protection, so that the database alone opens no token.</summary>
/// <param name="secret">What the operator configured, any length; the key is derived from it.</param>
public sealed class MasterKey(string secret)
{
    private static readonly byte[] Purpose = "AmoCrmQualification data protection keys"u8.ToArray();
    private static readonly int NonceSize = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: Purpose);

    internal XElement Wrap(XElement plain)
    {
        var text = Encoding.UTF8.GetBytes(plain.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var (cipher, tag) = (new byte[text.Length], new byte[TagSize]);
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(nonce, text, cipher, tag);
        return new("wrapped", Convert.ToBase64String([.. nonce, .. tag, .. cipher]));
    }

    /// <exception cref="CryptographicException">It was wrapped by another key.</exception>
    internal XElement Unwrap(XElement wrapped) =>
        TryUnwrap(wrapped) ?? throw new CryptographicException("Security__MasterKey does not open a key in the database.");

    /// <summary>Null when it was wrapped by another key.</summary>
    internal XElement? TryUnwrap(XElement wrapped)
    {
        var bytes = new byte[wrapped.Value.Length];
        if (!Convert.TryFromBase64String(wrapped.Value, bytes, out var length) || length < NonceSize + TagSize)
            return null;
        var text = new byte[length - NonceSize - TagSize];
        using var aes = new AesGcm(_key, TagSize);
        try
        {
            aes.Decrypt(
                bytes.AsSpan(0, NonceSize),
                bytes.AsSpan(NonceSize + TagSize, text.Length),
                bytes.AsSpan(NonceSize, TagSize),
                text
            );
            return XElement.Parse(Encoding.UTF8.GetString(text));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
