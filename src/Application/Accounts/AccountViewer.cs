using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>Shows accounts as far as the caller may see them.</summary>
internal sealed class AccountViewer(IAppDbContext db, ICaller caller, WebhookAddresses addresses, IAmoOAuth oauth)
{
    public async Task<AccountView> ShowAsync(UserAccount account, CancellationToken cancellationToken) =>
        Show(account, await db.Connections.SingleOrDefaultAsync(c => c.UserAccountId == account.Id, cancellationToken));

    public AccountView Show(UserAccount account, Connection? connection) =>
        AccountView.From(account, connection, oauth.IsConfigured, caller.MayChangeAccounts ? addresses.Get(account) : null);
}
