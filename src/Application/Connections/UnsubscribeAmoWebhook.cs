namespace AmoCrmQualification.Application.Connections;

/// <summary>Removes the account's webhook at amoCRM. It stays away until a person subscribes it or connects anew.</summary>
public sealed record UnsubscribeAmoWebhookCommand(UserAccountId Account) : IRequest;

internal sealed class UnsubscribeAmoWebhookHandler(
    IAppDbContext db,
    WebhookKeeper keeper,
    WebhookHealth health,
    TimeProvider clock
) : IRequestHandler<UnsubscribeAmoWebhookCommand, Unit>
{
    public async Task<Unit> Handle(UnsubscribeAmoWebhookCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        await keeper.RemoveAsync(account, cancellationToken);
        (await health.OfAsync(account.Id, cancellationToken)).IsNotWanted(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
