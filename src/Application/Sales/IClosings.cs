using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Sales;

/// <summary>
/// Deals whose closing waits to be looked up at amoCRM: rows of the outbox, written by the ledger in the transaction
/// that closed them.
/// </summary>
public interface IClosings
{
    /// <summary>Makes an account's look-ups ours for a while; null when another replica has them, none is due or amoCRM rests.</summary>
    Task<ClosingLease?> LeaseAsync(CancellationToken cancellationToken);

    /// <summary>Up to <paramref name="limit"/> deals that are due.</summary>
    Task<IReadOnlyList<Closing>> DueAsync(ClosingLease lease, int limit, CancellationToken cancellationToken);

    /// <summary>Ticks these off, in the transaction of the database context; what was asked again meanwhile stays due.</summary>
    /// <exception cref="InvalidOperationException">The lease ran out and somebody else has it.</exception>
    Task CompleteAsync(ClosingLease lease, IReadOnlyCollection<Closing> closings, CancellationToken cancellationToken);

    /// <summary>Gives the lease back; with a rest, nobody asks amoCRM for this account before it is over.</summary>
    Task ReleaseAsync(ClosingLease lease, TimeSpan? rest, CancellationToken cancellationToken);

    /// <summary>Asks for all closed deals of the account again, as after connecting it, in the transaction of the database context.</summary>
    Task RefreshAsync(UserAccountId account, CancellationToken cancellationToken);
}

/// <param name="Holder">Fences out a holder whose lease ran out.</param>
/// <param name="Failures">How often in a row amoCRM failed for this account.</param>
public sealed record ClosingLease(UserAccountId Account, Guid Holder, int Failures);

/// <param name="Version">Grows with each request for the same deal, so that one made during a look-up is not lost.</param>
public sealed record Closing(AmoLeadId Deal, long Version);
