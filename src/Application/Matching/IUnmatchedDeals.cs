using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Matching;

/// <summary>Deals that no lead of ours has, or that one was made of. Works in the transaction of the database context.</summary>
public interface IUnmatchedDeals
{
    /// <summary>Latest reported deals whose contacts were never read.</summary>
    /// <param name="onlyOfAdopted">Those that no lead has are left out.</param>
    Task<IReadOnlyList<DealId>> NewestUnreadAsync(
        UserAccountId account,
        int limit,
        bool onlyOfAdopted,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Returns contacts of deals as they are known. Deals that no look-up would take up are left out, and those that no lead
    /// waits for and whose contacts were never read.
    /// </summary>
    Task<IReadOnlyList<KnownContact>> ContactsAsync(
        UserAccountId account,
        IReadOnlyCollection<(DealId Deal, AmoContactId Contact)> linked,
        CancellationToken cancellationToken
    );

    /// <summary>The clock that answers about contacts are put in order by: the replicas' own may differ.</summary>
    Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Notes since when the phones of deals are known, and returns the deals about which amoCRM was asked later meanwhile: what
    /// this answer says of them is out of date.
    /// </summary>
    Task<IReadOnlySet<DealId>> MarkReadAsync(
        UserAccountId account,
        IReadOnlyCollection<DealId> asked,
        IReadOnlyCollection<DealId> withPhones,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    );
}

/// <param name="IsAdopted">A lead was made of the deal.</param>
/// <param name="Person">The person of that lead; null while it has none.</param>
/// <param name="Phones">By which the deal is known as this contact's.</param>
/// <param name="IsBeingRead">amoCRM is to be asked about the deal's contacts, or is being asked.</param>
public sealed record KnownContact(
    DealId Deal,
    AmoContactId Contact,
    bool IsAdopted,
    DealPerson? Person,
    IReadOnlyList<string> Phones,
    bool IsBeingRead
);
