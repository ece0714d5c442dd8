using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Ledger;

/// <summary>
/// Keeps what the ledger of Domain computes. Works in the transaction of the database context, a set of deals at a time.
/// </summary>
public interface ILedger
{
    /// <summary>Locks the accounts (shared) and the deals, in that order, and loads all that is known of the deals.</summary>
    Task<LockedDeals> LockAsync(IReadOnlyCollection<DealKey> deals, CancellationToken cancellationToken);

    /// <summary>Writes what changed. The deals must have been opened in this transaction.</summary>
    Task WriteAsync(IReadOnlyCollection<DealChange> changes, CancellationToken cancellationToken);
}

/// <summary>The opened deals and the stages that count as qualified in their accounts.</summary>
public sealed record LockedDeals(
    IReadOnlyDictionary<DealKey, Deal> Deals,
    IReadOnlySet<(UserAccountId Account, Stage Stage)> QualifiedStages
)
{
    public DealChange Change(Deal before, Deal after) =>
        new(before, after, LeadStatus.From(after, stage => QualifiedStages.Contains((after.Key.Account, stage))));
}

/// <summary>A deal before and after, and how its lead stands now.</summary>
public sealed record DealChange(Deal Before, Deal After, LeadStatus Status)
{
    /// <summary>The lead was not known to belong to the deal before.</summary>
    public bool IsLinked => Before.Lead is null && After.Lead is not null;
}
