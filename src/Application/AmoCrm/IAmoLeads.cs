namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>Contacts and deals at amoCRM. Every call may fail with an <see cref="AmoConnection.AmoCallException"/>.</summary>
public interface IAmoLeads
{
    /// <summary>All contacts in which the text occurs anywhere; whose it really is, the caller compares.</summary>
    Task<IReadOnlyList<AmoContactCard>> SearchContactsAsync(
        UserAccountId account,
        string text,
        CancellationToken cancellationToken
    );

    /// <summary>Those that exist, in as few calls as ids fit into addresses.</summary>
    Task<IReadOnlyList<AmoContactCard>> GetContactsAsync(
        UserAccountId account,
        IReadOnlyCollection<AmoContactId> contacts,
        CancellationToken cancellationToken
    );

    /// <summary>Those that exist and are not in the trash, in as few calls as ids fit into addresses.</summary>
    Task<IReadOnlyList<AmoDealCard>> GetDealsAsync(
        UserAccountId account,
        IReadOnlyCollection<DealId> deals,
        CancellationToken cancellationToken
    );

    /// <summary>Tried once. Answers the ids by <see cref="NewAmoContact.RequestId"/>.</summary>
    Task<IReadOnlyDictionary<string, long>> CreateContactsAsync(
        UserAccountId account,
        IReadOnlyCollection<NewAmoContact> contacts,
        CancellationToken cancellationToken
    );

    /// <summary>Tried once. Answers the ids by <see cref="NewAmoDeal.RequestId"/>.</summary>
    Task<IReadOnlyDictionary<string, long>> CreateDealsAsync(
        UserAccountId account,
        IReadOnlyCollection<NewAmoDeal> deals,
        CancellationToken cancellationToken
    );
}

/// <param name="Phones">As people typed them.</param>
public sealed record AmoContactCard(
    AmoContactId Id,
    IReadOnlyList<string> Phones,
    IReadOnlyList<string> Emails,
    IReadOnlyList<DealId> Deals
)
{
    public string? Name { get; init; }
}

/// <param name="Stage">Null when amoCRM does not say.</param>
/// <param name="Json">The deal as amoCRM sent it.</param>
public sealed record AmoDealCard(
    DealId Id,
    Stage? Stage,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt,
    IReadOnlyList<string> Tags,
    IReadOnlyList<AmoContactId> Contacts,
    string Json
);

public sealed record NewAmoContact(string RequestId, string Name, string? Phone, string? Email);

public sealed record NewAmoDeal(
    string RequestId,
    string Name,
    AmoContactId Contact,
    IReadOnlyList<string> Tags,
    PushTarget Target
)
{
    /// <summary>Values of amoCRM's own tracking fields, by their codes.</summary>
    public IReadOnlyDictionary<string, string> Tracking { get; init; } = new Dictionary<string, string>();
}
