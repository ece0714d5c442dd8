using Microsoft.AspNetCore.DataProtection;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Data Protection with keys in the database, wrapped by the master key when there is one.</summary>
internal sealed class SecretCipher(IDataProtectionProvider protection) : ISecretCipher
{
    private readonly IDataProtector _protector = protection.CreateProtector("secrets");

    public string Encrypt(string secret) => _protector.Protect(secret);

    public string Decrypt(string cipher) => _protector.Unprotect(cipher);
}
