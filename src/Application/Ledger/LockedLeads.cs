using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Ledger;

/// <summary>Leads locked against other changes.</summary>
internal sealed class LockedLeads(IAppDbContext db, ILocks locks)
{
    /// <summary>To be changed. What was loaded before, and not saved, is forgotten.</summary>
    public async Task<Dictionary<LeadId, Lead>> LockAsync(
        UserAccountId account,
        IReadOnlyCollection<LeadId> leads,
        CancellationToken cancellationToken
    )
    {
        await locks.AcquireLeadsAsync(account, leads, cancellationToken);
        db.ClearChangeTracker();
        return await db
            .Leads.Where(l => l.UserAccountId == account && leads.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, cancellationToken);
    }
}
