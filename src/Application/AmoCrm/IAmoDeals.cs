namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>Current state of a deal at amoCRM. Price in whole currency units.</summary>
public sealed record AmoDealFacts(
    DealId Id,
    long? Price,
    DateTimeOffset? ClosedAt,
    string? LossReason,
    AmoContactId? MainContact
);

public sealed record AmoContactFacts(AmoContactId Id, string? Name, IReadOnlyList<string> Phones);

/// <param name="Unread">Deals that amoCRM fails to show, while it shows others.</param>
public sealed record AmoDealsRead(IReadOnlyList<AmoDealFacts> Facts, IReadOnlySet<DealId> Unread);

public interface IAmoDeals
{
    /// <summary>Up to 100 deals in one call. Deals that amoCRM does not return are missing from the answer.</summary>
    Task<AmoDealsRead> GetDealsAsync(
        UserAccountId account,
        IReadOnlyCollection<DealId> deals,
        CancellationToken cancellationToken
    );

    /// <summary>Up to 100 contacts in one call.</summary>
    Task<IReadOnlyList<AmoContactFacts>> GetContactsAsync(
        UserAccountId account,
        IReadOnlyCollection<AmoContactId> contacts,
        CancellationToken cancellationToken
    );
}
