using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.Accounts;

internal static class AccountLookup
{
    /// <summary>Finds an account for the use cases that change or show it.</summary>
    public static async Task<UserAccount> AccountAsync(
        this IAppDbContext db,
        UserAccountId id,
        CancellationToken cancellationToken
    ) =>
        await db.UserAccounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken)
        ?? throw new DomainException(Refusal.NotFound(Reasons.AccountUnknown, "account"));
}
