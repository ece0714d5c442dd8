using AmoCrmQualification.Application.Runs;

namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>
/// Brings in what webhooks did not tell: first from the account's events, then by comparing each linked deal with
/// amoCRM. It converges, with webhooks or without: done again at once it changes nothing.
/// </summary>
internal sealed class Reconciler(IAppDbContext db, IRuns runs, ILinkedDeals linked, EventReader events, StateComparison states)
    : IRunStep
{
    public IReadOnlyCollection<RunKind> Kinds { get; } = [RunKind.Reconciliation, RunKind.Backfill];

    public async Task<bool> StepAsync(RunLease lease, CancellationToken cancellationToken)
    {
        var progress = await runs.ReadAsync(lease, cancellationToken);
        if (ReconcileCursor.Parse(progress.Cursor) is not { } cursor)
        {
            return await BeginAsync(lease, progress, cancellationToken);
        }

        if (cursor.IsThroughEvents)
            return await states.StepAsync(lease, progress, cursor, cancellationToken);
        await events.StepAsync(lease, progress, cursor, cancellationToken);
        return false;
    }

    private async Task<bool> BeginAsync(RunLease lease, RunProgress progress, CancellationToken cancellationToken)
    {
        if (lease.Kind == RunKind.Backfill && !await db.Leads.AnyAsync(l => l.UserAccountId == lease.Account, cancellationToken))
        {
            await EndWithoutLeadsAsync(lease, progress, cancellationToken);
            return true;
        }

        var cursor = await events.BeginAsync(lease, progress.Since, cancellationToken);
        var begun = progress with { Total = await linked.CountAsync(lease.Account, cancellationToken), Cursor = cursor.ToJson() };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await runs.SaveAsync(lease, begun, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return false;
    }

    /// <summary>Nothing to fill yet. Nothing is covered either: the first run that has leads looks back as far as they need.</summary>
    private async Task EndWithoutLeadsAsync(RunLease lease, RunProgress progress, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await runs.FinishAsync(lease, progress with { Total = 0 }, coveredUntil: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
