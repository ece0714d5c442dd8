using AmoCrmQualification.Application.Webhooks;

namespace AmoCrmQualification.Application.Connections;

/// <summary>The account's webhook as amoCRM has it now.</summary>
/// <param name="Disabled">amoCRM has stopped delivering, as it does after many failures.</param>
/// <param name="Destination">Where it delivers, or would.</param>
/// <param name="Settings">The events it tells.</param>
/// <param name="LastDeliveryAt">When amoCRM last delivered anything here.</param>
public sealed record AmoWebhookView(
    bool Registered,
    bool Disabled,
    string Destination,
    IReadOnlyList<string> Settings,
    DateTimeOffset? LastDeliveryAt
);

/// <summary>Shows an account's webhook.</summary>
internal sealed class AmoWebhookViews(IAppDbContext db, WebhookKeeper keeper, WebhookAddresses addresses)
{
    public async Task<AmoWebhookView> OfAsync(UserAccount account, CancellationToken cancellationToken)
    {
        var hook = await keeper.FindAsync(account, cancellationToken);
        return new(
            hook is not null,
            hook?.IsDisabled ?? false,
            addresses.Get(account),
            hook?.Settings ?? [],
            await LastDeliveryAsync(account.Id, cancellationToken)
        );
    }

    /// <summary>Ids are in the order of arrival, so each table's key gives its newest.</summary>
    public async Task<DateTimeOffset?> LastDeliveryAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var waiting = await db
            .WebhookInbox.Where(d => d.UserAccountId == account)
            .OrderByDescending(d => d.Id)
            .Select(d => (DateTimeOffset?)d.ReceivedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var done = await db
            .WebhookDeliveries.Where(d => d.UserAccountId == account)
            .OrderByDescending(d => d.Id)
            .Select(d => (DateTimeOffset?)d.ReceivedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return waiting > done || done is null ? waiting : done;
    }
}
