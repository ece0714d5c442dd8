using System.Security.Cryptography;
using System.Text;

namespace AmoCrmQualification.Application.Webhooks;

/// <summary>Public address of the service for browsers and amoCRM, without a trailing slash.</summary>
public sealed record PublicAddress(string Url);

/// <summary>The addresses amoCRM delivers to. amoCRM signs nothing, so the address itself carries the proof.</summary>
public sealed class WebhookAddresses(PublicAddress address, ISecretCipher cipher)
{
    public string Get(UserAccount account)
    {
        var signature = Sign(account.Id, Convert.FromHexString(cipher.Decrypt(account.WebhookSecret)));
        return SignedOf(account.Id) + Convert.ToHexStringLower(signature);
    }

    /// <summary>True for a current or former webhook address of this account: signed by any of its secrets.</summary>
    public bool IsOf(UserAccountId account, string destination) =>
        destination.StartsWith(SignedOf(account), StringComparison.OrdinalIgnoreCase);

    private string SignedOf(UserAccountId account) => $"{address.Url}/api/webhooks/amocrm?user_id={account.Value:D}&sig=";

    /// <summary>A new secret, encrypted: 256 random bits.</summary>
    public string NewSecret() => cipher.Encrypt(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    /// <summary>HMAC-SHA256 over <c>v1:{user_id}</c>.</summary>
    public static byte[] Sign(UserAccountId account, byte[] secret) =>
        HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"v1:{account.Value:D}"));
}
