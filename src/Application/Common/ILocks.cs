using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Common;

/// <summary>
/// Locks, held until the transaction of the database context ends. Their order: the account's run lease (IRuns), account,
/// deals, phones, leads, outbox.
/// </summary>
public interface ILocks
{
    /// <summary>Waits until nobody else works on the account's deals: who changes the meaning of its stages or ads.</summary>
    Task AcquireExclusiveAsync(UserAccountId account, CancellationToken cancellationToken);

    /// <summary>Waits until nobody has the account alone; the ledger shares it too.</summary>
    Task AcquireSharedAsync(UserAccountId account, CancellationToken cancellationToken);

    /// <summary>
    /// Who brings a lead with a phone and who learns a deal's phone wait for each other, so that one of them sees both.
    /// </summary>
    Task AcquirePhonesAsync(UserAccountId account, IReadOnlyCollection<string> phones, CancellationToken cancellationToken);

    /// <summary>Held by whoever gives a lead a deal, or erases it.</summary>
    Task AcquireLeadsAsync(UserAccountId account, IReadOnlyCollection<LeadId> leads, CancellationToken cancellationToken);
}
