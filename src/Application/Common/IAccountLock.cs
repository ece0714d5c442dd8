namespace AmoCrmQualification.Application.Common;

/// <summary>
/// Locks of an account, held until the transaction of the database context ends. The ledger shares an account; what
/// changes the meaning of its stages or ads has it alone. Order of locks: the account's run lease (IRuns), account, deals, leads.
/// </summary>
public interface IAccountLock
{
    /// <summary>Waits until nobody else works on the account's deals.</summary>
    Task AcquireExclusiveAsync(UserAccountId account, CancellationToken cancellationToken);

    /// <summary>Waits until nobody has the account alone.</summary>
    Task AcquireSharedAsync(UserAccountId account, CancellationToken cancellationToken);
}
