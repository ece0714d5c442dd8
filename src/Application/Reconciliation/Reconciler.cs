using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Runs;

namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>
/// Brings in what webhooks did not tell: first the deals that count as leads, then the account's events, then by comparing each linked deal with
/// amoCRM. It converges, with webhooks or without: done again at once it changes nothing.
/// </summary>
internal sealed class Reconciler(
    IAppDbContext db,
    IRuns runs,
    ILinkedDeals linked,
    DealReader deals,
    EventReader events,
    StateComparison states
) : IRunStep
{
    private static readonly DateOnly s_earliest = new(2000, 1, 1); // older than amoCRM

    public IReadOnlyCollection<RunKind> Kinds { get; } = [RunKind.Reconciliation, RunKind.Backfill];

    public async Task<bool> StepAsync(RunLease lease, CancellationToken cancellationToken)
    {
        var progress = await runs.ReadAsync(lease, cancellationToken);
        if (ReconcileCursor.Parse(progress.Cursor) is not { } cursor)
        {
            return await BeginAsync(lease, progress, cancellationToken);
        }

        if (cursor.Deals is not null)
            await deals.StepAsync(lease, progress, cursor, cancellationToken);
        else if (!cursor.IsThroughEvents)
            await events.StepAsync(lease, progress, cursor, cancellationToken);
        else
            return await states.StepAsync(lease, progress, cursor, cancellationToken);
        return false;
    }

    private async Task<bool> BeginAsync(RunLease lease, RunProgress progress, CancellationToken cancellationToken)
    {
        var account = await db.UserAccounts.AsNoTracking().SingleAsync(a => a.Id == lease.Account, cancellationToken);
        var adopts = account.AdoptDeals != AdoptDeals.Off;
        var isFirst = lease.Kind == RunKind.Backfill;
        if (isFirst && !adopts && !await db.Leads.AnyAsync(l => l.UserAccountId == lease.Account, cancellationToken))
        {
            await EndWithoutLeadsAsync(lease, progress, cancellationToken);
            return true;
        }

        var cursor = await events.BeginAsync(lease, progress.Since, cancellationToken);
        if (adopts)
            cursor = cursor with
            {
                Deals = new()
                {
                    Order = isFirst ? DealOrder.Creation : DealOrder.Change,
                    From = isFirst ? Beginning(account) : cursor.From,
                    Until = cursor.Until,
                },
            };
        var begun = progress with
        {
            Total = isFirst && adopts ? null : await linked.CountAsync(lease.Account, cancellationToken),
            Cursor = cursor.ToJson(),
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await runs.SaveAsync(lease, begun, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return false;
    }

    /// <summary>A day early, as days are the account's.</summary>
    private static DateTimeOffset Beginning(UserAccount account) =>
        account.AdoptFrom is { } day && day > s_earliest
            ? new(day.AddDays(-1).ToDateTime(default), TimeSpan.Zero)
            : new(s_earliest.ToDateTime(default), TimeSpan.Zero);

    /// <summary>Nothing to fill yet. Nothing is covered either: the first run that has leads looks back as far as they need.</summary>
    private async Task EndWithoutLeadsAsync(RunLease lease, RunProgress progress, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await runs.FinishAsync(lease, progress with { Total = 0 }, coveredUntil: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
