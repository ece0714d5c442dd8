using AmoCrmQualification.Application.Runs;

namespace AmoCrmQualification.Application.Accounts;

/// <summary>Saves a changed account; archives it, or brings it back, together with the change.</summary>
internal sealed class AccountArchive(IAppDbContext db, AccountRuns runs)
{
    /// <param name="isAdoptionChanged">Deals that count by now are to be looked for.</param>
    public async Task SaveAsync(
        UserAccount account,
        bool? isArchived,
        bool isAdoptionChanged,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (isArchived is true && !account.IsArchived)
            await ArchiveAsync(account, cancellationToken);
        if (isArchived is false && account.IsArchived)
            await RestoreAsync(account, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (isAdoptionChanged)
            await runs.FillAsync(account, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Cancels scheduled work of the account; work in progress ends by itself.</summary>
    private async Task ArchiveAsync(UserAccount account, CancellationToken cancellationToken)
    {
        account.Archive();
        await db
            .SyncRuns.Where(r => r.UserAccountId == account.Id && r.State == RunState.Running && r.StartedAt == null)
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Queues a reconciliation at once for events missed while archived.</summary>
    private async Task RestoreAsync(UserAccount account, CancellationToken cancellationToken)
    {
        account.Restore();
        await runs.RequestAsync(RunKind.Reconciliation, account.Id, cancellationToken);
    }
}
