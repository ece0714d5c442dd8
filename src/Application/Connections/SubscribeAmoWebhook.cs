namespace AmoCrmQualification.Application.Connections;

/// <summary>Subscribes the account's webhook at amoCRM, or repairs it.</summary>
public sealed record SubscribeAmoWebhookCommand(UserAccountId Account) : IRequest<AmoWebhookView>;

internal sealed class SubscribeAmoWebhookHandler(
    IAppDbContext db,
    WebhookKeeper keeper,
    AmoWebhookViews views,
    WebhookHealth health
) : IRequestHandler<SubscribeAmoWebhookCommand, AmoWebhookView>
{
    public async Task<AmoWebhookView> Handle(SubscribeAmoWebhookCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        await health.NoteAsync(account.Id, await keeper.EnsureAsync(account, cancellationToken), cancellationToken);
        return await views.OfAsync(account, cancellationToken);
    }
}
