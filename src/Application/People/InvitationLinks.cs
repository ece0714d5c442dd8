using System.Buffers.Text;
using System.Security.Cryptography;
using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Application.People;

/// <summary>Links to the web app by which people set a password.</summary>
internal sealed class InvitationLinks(PublicAddress address, TimeProvider clock)
{
    public (string Url, Invitation Invitation) New()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return ($"{address.Url}/invitation/{token}", new(SecretKey.Hash(token), clock.GetUtcNow()));
    }
}
