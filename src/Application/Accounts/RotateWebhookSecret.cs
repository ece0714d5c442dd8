using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Application.Webhooks;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>Gives the account a new webhook address. The former stays valid for a day, unless it is revoked.</summary>
public sealed record RotateWebhookSecretCommand(UserAccountId Account, bool RevokeFormer) : IRequest<AccountView>;

internal sealed class RotateWebhookSecretHandler(
    IAppDbContext db,
    WebhookAddresses addresses,
    AccountViewer viewer,
    IWebhookSecrets secrets,
    IOutbox outbox,
    TimeProvider clock
) : IRequestHandler<RotateWebhookSecretCommand, AccountView>
{
    public async Task<AccountView> Handle(RotateWebhookSecretCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        account.RotateWebhookSecret(addresses.NewSecret(), command.RevokeFormer, clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await outbox.EnqueueAsync(OutboxKind.CheckWebhook, account.Id, [""], cancellationToken); // amoCRM learns the new address
        await transaction.CommitAsync(cancellationToken);
        secrets.Forget(account.Id);
        return await viewer.ShowAsync(account, cancellationToken);
    }
}
