using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Domain.Accounts;
using MediatR;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>Gives the account a new webhook address. The former stays valid for a day, unless it is revoked.</summary>
public sealed record RotateWebhookSecretCommand(UserAccountId Account, bool RevokeFormer) : IRequest<AccountView>;

internal sealed class RotateWebhookSecretHandler(
    IAppDbContext db,
    WebhookAddresses addresses,
    IWebhookSecrets secrets,
    TimeProvider clock
) : IRequestHandler<RotateWebhookSecretCommand, AccountView>
{
    public async Task<AccountView> Handle(RotateWebhookSecretCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        account.RotateWebhookSecret(addresses.NewSecret(), command.RevokeFormer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        secrets.Forget(account.Id);
        return await db.ShowAsync(account, addresses, cancellationToken);
    }
}
