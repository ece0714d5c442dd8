using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>Deals at amoCRM: the events of its journal, and their current states.</summary>
public interface IAmoEvents
{
    /// <summary>Deals one may ask about in one call for their events.</summary>
    const int DealsPerRead = 10;

    /// <summary>Deals one may ask about in one call for their states.</summary>
    const int StatesPerRead = 100;

    /// <summary>
    /// The first page of what happened to deals in a span of whole seconds, both ends included. Null where amoCRM has
    /// nothing to give.
    /// </summary>
    /// <param name="isTriedOnce">A part of what failed as a whole.</param>
    /// <exception cref="AmoConnection.AmoCallException">With IsOfOneRow: an event in it makes amoCRM fail.</exception>
    Task<AmoEventPage?> EventsAsync(
        UserAccountId account,
        DateTimeOffset from,
        DateTimeOffset to,
        bool isTriedOnce,
        CancellationToken cancellationToken
    );

    /// <summary>The first page of all that ever happened to up to <see cref="DealsPerRead"/> deals.</summary>
    Task<AmoEventPage?> EventsAsync(
        UserAccountId account,
        IReadOnlyCollection<DealId> deals,
        CancellationToken cancellationToken
    );

    /// <summary>The page that another one named as its next. Null where amoCRM gives nothing, although it has.</summary>
    Task<AmoEventPage?> NextAsync(UserAccountId account, string next, CancellationToken cancellationToken);

    /// <summary>Up to <see cref="StatesPerRead"/> deals as they are. One that is missing may be deleted, merged or just left out.</summary>
    Task<AmoDealStates> StatesAsync(
        UserAccountId account,
        IReadOnlyCollection<DealId> deals,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    );
}

/// <param name="Next">How to ask for the next page; null on the last one. How many events came says nothing of that.</param>
/// <param name="Skipped">Rows that could not be read.</param>
public sealed record AmoEventPage(IReadOnlyList<AmoEvent> Events, string? Next, IReadOnlyList<string> Skipped)
{
    public static readonly AmoEventPage Empty = new([], Next: null, []);
}

/// <param name="Unread">Deals that are there, but how they stand cannot be read.</param>
/// <param name="Skipped">Rows that could not be read.</param>
public sealed record AmoDealStates(
    IReadOnlyList<DealState> States,
    IReadOnlyCollection<DealId> Unread,
    IReadOnlyList<string> Skipped
)
{
    public static readonly AmoDealStates None = new([], [], []);
}

public enum AmoEventKind
{
    StatusChanged,
    Added,
    Deleted,
    Restored,
    PriceChanged,
}

/// <param name="Id">A ULID: it tells repetitions, and the order within a second.</param>
/// <param name="From">The stage it left, when it changed its stage; <paramref name="To"/> is where it went.</param>
/// <param name="Json">The event as amoCRM tells it.</param>
public sealed record AmoEvent(
    string Id,
    AmoEventKind Kind,
    DealId Deal,
    DateTimeOffset At,
    Origin From,
    Stage? To,
    long? Price,
    string Json
);
