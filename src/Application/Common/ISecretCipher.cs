namespace AmoCrmQualification.Application.Common;

/// <summary>Keeps tokens and secrets unreadable at rest.</summary>
public interface ISecretCipher
{
    string Encrypt(string secret);

    string Decrypt(string cipher);
}
