using System.Globalization;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Connections;
using AmoCrmQualification.Domain.Webhooks;

namespace AmoCrmQualification.Application.Connections;

/// <summary>Looks whether an account's webhook is as it should be, and puts it right. Answers how many were looked at.</summary>
public sealed record CheckWebhookCommand(OutboxLease Lease) : IRequest<int>;

internal sealed class CheckWebhookHandler(
    IAppDbContext db,
    IOutbox outbox,
    WebhookKeeper keeper,
    WebhookHealth health,
    TimeProvider clock
) : IRequestHandler<CheckWebhookCommand, int>
{
    public async Task<int> Handle(CheckWebhookCommand command, CancellationToken cancellationToken)
    {
        var due = await outbox.DueAsync(command.Lease, OutboxKind.CheckWebhook, 1, cancellationToken);
        if (due.Count == 0)
            return 0;

        var account = await db.UserAccounts.AsNoTracking().SingleAsync(a => a.Id == command.Lease.Account, cancellationToken);
        if (!account.IsArchived && await IsWantedAsync(account.Id, cancellationToken))
            await CheckAsync(account, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await outbox.CompleteAsync(command.Lease, OutboxKind.CheckWebhook, due, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    /// <summary>A connection that waits for a person checks again by itself.</summary>
    private async Task<bool> IsWantedAsync(UserAccountId account, CancellationToken cancellationToken) =>
        await db.Connections.AnyAsync(c => c.UserAccountId == account && c.State == ConnectionState.Connected, cancellationToken)
        && !await db.Hooks.AnyAsync(h => h.UserAccountId == account && h.State == HookState.Unsubscribed, cancellationToken);

    private async Task CheckAsync(UserAccount account, CancellationToken cancellationToken)
    {
        try
        {
            await health.NoteAsync(account.Id, await keeper.EnsureAsync(account, cancellationToken), cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.Permanent)
        {
            // Another plan or more rights are needed: it is written down for people, and not asked for ever.
            (await health.OfAsync(account.Id, cancellationToken)).WasRefused(Reason(e), clock.GetUtcNow());
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization)
        {
            (await health.OfAsync(account.Id, cancellationToken)).IsUncertain(Reason(e), clock.GetUtcNow());
        }
        catch (AmoCallException e)
        {
            (await health.OfAsync(account.Id, cancellationToken)).IsUncertain(Reason(e), clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            throw; // the outbox comes back
        }
    }

    private static string Reason(AmoCallException e) =>
        e.Status is { } status ? e.Explain(string.Create(CultureInfo.InvariantCulture, $"amoCRM answered {status}"))
        : e.Failure == AmoFailure.Permanent ? "amoCRM does not keep the webhook as requested."
        : "amoCRM did not answer.";
}
