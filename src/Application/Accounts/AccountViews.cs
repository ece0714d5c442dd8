using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>Finds accounts for the use cases that change or show them.</summary>
internal static class AccountViews
{
    public static async Task<UserAccount> AccountAsync(
        this IAppDbContext db,
        UserAccountId id,
        CancellationToken cancellationToken
    ) =>
        await db.UserAccounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken)
        ?? throw new DomainException(Refusal.NotFound(Reasons.AccountUnknown, "account"));

    public static async Task<AccountView> ShowAsync(
        this IAppDbContext db,
        UserAccount account,
        WebhookAddresses addresses,
        CancellationToken cancellationToken
    )
    {
        var connection = await db.Connections.SingleOrDefaultAsync(c => c.UserAccountId == account.Id, cancellationToken);
        return AccountView.Of(account, connection, addresses.Of(account));
    }
}
