using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>Events of a delivery.</summary>
/// <param name="Problem">Why nothing could be read, see <see cref="Bodies.BodyProblem"/>.</param>
internal sealed record ParsedDelivery(IReadOnlyList<ParsedEvent> Events, string? Problem);

/// <summary>One entity of a delivery as understood: a report of a deal or a contact, or why there is none.</summary>
/// <param name="Reason">Why an entity that concerns us was set aside; null when there is a report, or it is none of ours.</param>
internal sealed record ParsedEvent(string Entity, string Event, long? Id, DealReport? Report, string? Reason)
{
    public const string Lead = "lead";
    public const string Unsorted = "unsorted";
    public const string Contact = "contact";

    public ContactReport? ContactReport { get; init; }

    /// <summary>Deals of a contact, the deal of a form.</summary>
    public IReadOnlyList<DealId> LinkedDeals { get; init; } = [];

    /// <summary>The deals whose person it may show, whether its event says something of them or not.</summary>
    public IEnumerable<DealId> Deals => Entity == Lead && Id is { } id ? [new DealId(id)] : LinkedDeals;
}
