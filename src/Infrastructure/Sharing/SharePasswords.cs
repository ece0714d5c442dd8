using AmoCrmQualification.Application.Sharing;
using AmoCrmQualification.Domain.Sharing;
using Microsoft.AspNetCore.Identity;

namespace AmoCrmQualification.Infrastructure.Sharing;

internal sealed class SharePasswords(IPasswordHasher<ShareLink> hasher) : ISharePasswords
{
    // The hasher never looks at whose password it is.
    private static readonly ShareLink s_nobodys = null!;

    public string Hash(string password) => hasher.HashPassword(s_nobodys, password);

    public bool IsRight(string hash, string password) =>
        hasher.VerifyHashedPassword(s_nobodys, hash, password) != PasswordVerificationResult.Failed;
}
