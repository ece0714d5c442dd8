using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Common;

/// <summary>
/// Locks, held until the transaction of the database context ends. Their order: the account's run lease (IRuns), account,
/// deals, phones, leads, outbox.
/// </summary>
public interface ILocks
{
    /// <summary>Waits until no other work holds the account's deals: for changes of the meaning of its stages or ads.</summary>
    Task AcquireExclusiveAsync(UserAccountId account, CancellationToken cancellationToken);

    /// <summary>Waits until the account is not held exclusively; the ledger shares it too.</summary>
    Task AcquireSharedAsync(UserAccountId account, CancellationToken cancellationToken);

    /// <summary>
    /// Serializes new leads with a phone and newly learnt phones of deals, so that one of them sees both.
    /// </summary>
    Task AcquirePhonesAsync(UserAccountId account, IReadOnlyCollection<string> phones, CancellationToken cancellationToken);

    /// <summary>Held while a lead is linked to a deal, or erased.</summary>
    Task AcquireLeadsAsync(UserAccountId account, IReadOnlyCollection<LeadId> leads, CancellationToken cancellationToken);
}
