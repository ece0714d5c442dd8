using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>Keys that programs show: 256 random bits, kept only as SHA-256.</summary>
public static class SecretKey
{
    public static string New() => "amoq_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
