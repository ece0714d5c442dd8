using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Ledger;

/// <summary>
/// Keeps what the ledger of Domain computes. Works in the transaction of the database context, a set of deals at a time.
/// </summary>
public interface ILedger
{
    /// <summary>Locks the accounts (shared) and the deals, in that order, and loads all that is known of the deals.</summary>
    /// <param name="taggedLeads">Leads that tags of these deals name.</param>
    Task<LockedDeals> LockAsync(
        IReadOnlyCollection<DealKey> deals,
        IReadOnlyCollection<(UserAccountId Account, LeadId Lead)> taggedLeads,
        CancellationToken cancellationToken
    );

    /// <summary>Removes leads that were made of deals that turn out to be another lead's. That one is written next.</summary>
    Task ReleaseAdoptedAsync(IReadOnlyCollection<Deal> deals, CancellationToken cancellationToken);

    /// <summary>Writes what changed. The deals must have been opened in this transaction.</summary>
    /// <param name="areContactsRead">The contacts of these deals came along: nobody needs to ask for them.</param>
    Task WriteAsync(IReadOnlyCollection<DealChange> changes, bool areContactsRead, CancellationToken cancellationToken);
}

/// <summary>The same for deals whose tags name no leads, and whose contacts are to be asked for.</summary>
public static class LedgerCalls
{
    public static Task<LockedDeals> LockAsync(
        this ILedger ledger,
        IReadOnlyCollection<DealKey> deals,
        CancellationToken cancellationToken
    ) => ledger.LockAsync(deals, taggedLeads: [], cancellationToken);

    public static Task WriteAsync(
        this ILedger ledger,
        IReadOnlyCollection<DealChange> changes,
        CancellationToken cancellationToken
    ) => ledger.WriteAsync(changes, areContactsRead: false, cancellationToken);
}

/// <summary>The opened deals, and what their accounts make of them.</summary>
/// <param name="Adoption">Which deals count as leads of each account.</param>
/// <param name="TaggedLeads">Of the leads that tags name, those that still wait for a deal.</param>
public sealed record LockedDeals(
    IReadOnlyDictionary<DealKey, Deal> Deals,
    IReadOnlySet<(UserAccountId Account, Stage Stage)> QualifiedStages,
    IReadOnlyDictionary<UserAccountId, AdoptionRules> Adoption,
    IReadOnlyDictionary<LeadId, TaggedLead> TaggedLeads
)
{
    private readonly HashSet<LeadId> _linkedByTag = [];

    /// <summary>
    /// Builds the change to be written of a deal. A deal made elsewhere gets its lead here, whatever reported it: the lead
    /// that its tag names, else one made of it.
    /// </summary>
    public DealChange Change(Deal before, Deal after)
    {
        var deal = WithLead(after);
        return new(before, deal, LeadStatus.From(deal, stage => QualifiedStages.Contains((deal.Key.Account, stage))));
    }

    public AdoptionRules RulesOf(UserAccountId account) => Adoption.GetValueOrDefault(account, AdoptionRules.Off);

    private Deal WithLead(Deal deal)
    {
        if (!deal.IsFree)
            return deal;
        if (deal.Details?.TaggedLead is { } named && TaggedLeads.GetValueOrDefault(named) is { } tagged)
        {
            if (tagged.IsBeingPushed)
                return deal; // its push links it
            if (_linkedByTag.Add(named))
                return deal.TakenBy(named);
        }

        return deal.Lead is null && RulesOf(deal.Key.Account).Adopts(deal)
            ? deal with
            {
                Lead = LeadId.New(),
                IsAdopted = true,
            }
            : deal;
    }
}

/// <summary>A lead without a deal that a tag names.</summary>
/// <param name="IsBeingPushed">Its deal was asked of amoCRM.</param>
public sealed record TaggedLead(bool IsBeingPushed);

/// <summary>A deal before and after, and how its lead stands now.</summary>
public sealed record DealChange(Deal Before, Deal After, LeadStatus Status)
{
    /// <summary>The lead was not known to belong to the deal before.</summary>
    public bool IsLinked => After.Lead is not null && Before.Lead != After.Lead;

    /// <summary>Its tag names the lead, which did not know of it.</summary>
    public bool IsLinkedByTag => IsLinked && After.Lead == After.Details?.TaggedLead;

    /// <summary>Its lead is made of it now.</summary>
    public bool IsAdopted => After.IsAdopted && IsLinked;

    /// <summary>The lead that was made of it gives way to the one that it turns out to belong to.</summary>
    public bool IsTakenOver => Before.Lead is not null && IsLinked;

    /// <summary>It went through other stages than was known, or at other times.</summary>
    public bool HasNewPath =>
        !ReferenceEquals(Before.History, After.History)
        && !Before.History.Select(row => row.Observation.Key).SequenceEqual(After.History.Select(row => row.Observation.Key));

    public bool HasNewMarks => !ReferenceEquals(Before.Marks, After.Marks);
}
