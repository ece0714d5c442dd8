using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Ledger;

/// <summary>
/// Locks held until the transaction of the database context ends: whoever gives a lead a deal, or erases it, holds it.
/// Order of locks: account, deals, phones, leads, outbox.
/// </summary>
public interface ILeadLock
{
    Task TakeAsync(UserAccountId account, IReadOnlyCollection<LeadId> leads, CancellationToken cancellationToken);

    /// <summary>
    /// Who brings a lead with a phone and who learns a deal's phone wait for each other, so that one of them sees both.
    /// </summary>
    Task LockPhonesAsync(UserAccountId account, IReadOnlyCollection<string> phones, CancellationToken cancellationToken);
}

/// <summary>Leads as they stand once nobody else can change them.</summary>
internal sealed class LockedLeads(IAppDbContext db, ILeadLock locks)
{
    /// <summary>To be changed. What was loaded before, and not saved, is forgotten.</summary>
    public async Task<Dictionary<LeadId, Lead>> LockAsync(
        UserAccountId account,
        IReadOnlyCollection<LeadId> leads,
        CancellationToken cancellationToken
    )
    {
        await locks.TakeAsync(account, leads, cancellationToken);
        db.ClearChangeTracker();
        return await db
            .Leads.Where(l => l.UserAccountId == account && leads.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, cancellationToken);
    }
}
