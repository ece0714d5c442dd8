using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Runs;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>
/// Brings in what webhooks did not tell: first from the account's events, then by comparing each linked deal with
/// amoCRM. It converges, with webhooks or without: done again at once it changes nothing.
/// </summary>
internal sealed class Reconciler(IAppDbContext db, IRuns runs, ILinkedDeals linked, EventReader events, StateComparison states)
{
    /// <summary>Does the next step. Answers whether the run has ended.</summary>
    public async Task<bool> StepAsync(RunTurn turn, CancellationToken cancellationToken)
    {
        var progress = await runs.ReadAsync(turn, cancellationToken);
        if (ReconcileCursor.Parse(progress.Cursor) is not { } cursor)
        {
            return await BeginAsync(turn, progress, cancellationToken);
        }

        if (cursor.IsThroughEvents)
            return await states.StepAsync(turn, progress, cursor, cancellationToken);
        await events.StepAsync(turn, progress, cursor, cancellationToken);
        return false;
    }

    private async Task<bool> BeginAsync(RunTurn turn, RunProgress progress, CancellationToken cancellationToken)
    {
        if (turn.Kind == RunKind.Backfill && !await db.Leads.AnyAsync(l => l.UserAccountId == turn.Account, cancellationToken))
        {
            await EndWithoutLeadsAsync(turn, progress, cancellationToken);
            return true;
        }

        var cursor = await events.BeginAsync(turn, progress.Since, cancellationToken);
        var begun = progress with { Total = await linked.CountAsync(turn.Account, cancellationToken), Cursor = cursor.ToJson() };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await runs.SaveAsync(turn, begun, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return false;
    }

    /// <summary>Nothing to fill yet. Nothing is covered either: the first run that has leads looks back as far as they need.</summary>
    private async Task EndWithoutLeadsAsync(RunTurn turn, RunProgress progress, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await runs.FinishAsync(turn, progress with { Total = 0 }, coveredUntil: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
