using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>
/// Several of a kind are taken in the order of their keys, everywhere, so that there is no deadlock. Advisory locks are
/// known by a hash: two accounts, or phones, that share it only wait needlessly.
/// </summary>
internal sealed class PostgresLocks(AppDbContext db) : ILocks
{
    /// <summary>Also taken by the ledger, for many accounts in one statement.</summary>
    public const int LedgerSpace = 7001;

    /// <summary>Locks an account ($1) in a space ($2), alone and until the transaction ends.</summary>
    public const string LockAccount = "SELECT pg_advisory_xact_lock($2, hashtext($1::text))";

    private const int PhoneSpace = 7004;

    // Who wants an account alone waits for a page of its backfill, which a busy machine may take a while to write, and then
    // often works on all of the account.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public Task AcquireExclusiveAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(s_patience);
        return db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({LedgerSpace}, hashtext({account.Value.ToString()}))",
            cancellationToken
        );
    }

    public Task AcquireSharedAsync(UserAccountId account, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock_shared({LedgerSpace}, hashtext({account.Value.ToString()}))",
            cancellationToken
        );

    public Task AcquirePhonesAsync(
        UserAccountId account,
        IReadOnlyCollection<string> phones,
        CancellationToken cancellationToken
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            SELECT pg_advisory_xact_lock({PhoneSpace}, key)
            FROM (SELECT DISTINCT hashtext({account.Value.ToString()} || phone) AS key FROM unnest({phones.ToArray()}) AS phone ORDER BY key) AS keys
            """,
            cancellationToken
        );

    public Task AcquireLeadsAsync(
        UserAccountId account,
        IReadOnlyCollection<LeadId> leads,
        CancellationToken cancellationToken
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            SELECT 1 FROM leads WHERE user_account_id = {account.Value} AND id = ANY ({leads.Select(l => l.Value).ToArray()})
            ORDER BY id FOR UPDATE
            """,
            cancellationToken
        );
}
