using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Domain.Webhooks;

namespace AmoCrmQualification.Application.Connections;

/// <summary>Writes down how a webhook was found, and has healed what it missed.</summary>
internal sealed class WebhookHealth(IAppDbContext db, AmoWebhookViews views, IRuns runs, TimeProvider clock)
{
    public async Task<HookHealth> OfAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var health = await db.Hooks.SingleOrDefaultAsync(h => h.UserAccountId == account, cancellationToken);
        if (health is null)
            db.Hooks.Add(health = HookHealth.Create(account));
        return health;
    }

    public async Task NoteAsync(UserAccountId account, bool wasIntact, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var health = await OfAsync(account, cancellationToken);
        var lastDelivery = await views.LastDeliveryAsync(account, cancellationToken);
        var hadBeenThere =
            health.State is HookState.Ok or HookState.Repaired || health.BrokenSince is not null || lastDelivery is not null;
        if (wasIntact || !hadBeenThere)
        {
            health.FoundIntact(clock.GetUtcNow()); // nothing was to be told before the first subscription
        }
        else
        {
            health.WasRepaired(lastDelivery, clock.GetUtcNow());
            await runs.RequestAsync(RunKind.Reconciliation, account, health.BrokenSince, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
