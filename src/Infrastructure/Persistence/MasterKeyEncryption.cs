using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Persistence;

internal sealed class MasterKeyEncryptor(MasterKey master) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(master.Wrap(plaintextElement), typeof(MasterKeyDecryptor));
}

/// <summary>Named in the stored keys: it keeps its name and namespace.</summary>
internal sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        services.GetService<MasterKey>() is { } master
            ? master.Unwrap(encryptedElement)
            : throw new CryptographicException(
                "The keys in the database are wrapped: Security__MasterKey is needed to open them."
            );
}
