using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Application.Runs;

/// <summary>Requests runs that a change of an account calls for, where it is connected. Works in the caller's transaction.</summary>
internal sealed class AccountRuns(IAppDbContext db, IRuns runs)
{
    /// <summary>Requests a backfill for deals that count from now on.</summary>
    public Task FillAsync(UserAccount account, CancellationToken cancellationToken) =>
        account is { IsArchived: false, AdoptDeals: not AdoptDeals.Off }
            ? RequestAsync(RunKind.Backfill, account.Id, cancellationToken)
            : Task.CompletedTask;

    public async Task RequestAsync(RunKind kind, UserAccountId account, CancellationToken cancellationToken)
    {
        if (
            await db.Connections.AnyAsync(
                c => c.UserAccountId == account && c.State == ConnectionState.Connected,
                cancellationToken
            )
        )
            await runs.RequestAsync(kind, account, since: null, cancellationToken);
    }
}
