using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>In the order of the keys, as everybody takes them, so that nobody waits in a circle.</summary>
internal sealed class PostgresLeadLock(AppDbContext db) : ILeadLock
{
    private const int PhoneSpace = 7004;

    public Task TakeAsync(UserAccountId account, IReadOnlyCollection<LeadId> leads, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            SELECT 1 FROM leads WHERE user_account_id = {account.Value} AND id = ANY ({leads.Select(l => l.Value).ToArray()})
            ORDER BY id FOR UPDATE
            """,
            cancellationToken
        );

    public Task LockPhonesAsync(UserAccountId account, IReadOnlyCollection<string> phones, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            SELECT pg_advisory_xact_lock({PhoneSpace}, key)
            FROM (SELECT DISTINCT hashtext({account.Value.ToString()} || phone) AS key FROM unnest({phones.ToArray()}) AS phone ORDER BY key) AS keys
            """,
            cancellationToken
        );
}
