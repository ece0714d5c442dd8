namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Advisory locks of PostgreSQL, held to the end of the transaction. Two accounts that share a hash only wait needlessly.</summary>
internal sealed class AccountLock(AppDbContext db) : IAccountLock
{
    /// <summary>Also taken by the ledger, for many accounts in one statement.</summary>
    public const int LedgerSpace = 7001;

    public Task AcquireExclusiveAsync(UserAccountId account, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({LedgerSpace}, hashtext({account.Value.ToString()}))",
            cancellationToken
        );

    public Task AcquireSharedAsync(UserAccountId account, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock_shared({LedgerSpace}, hashtext({account.Value.ToString()}))",
            cancellationToken
        );
}
