using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>Events of a delivery.</summary>
/// <param name="Problem">Why nothing could be read, see <see cref="Bodies.BodyProblem"/>.</param>
internal sealed record ParsedDelivery(IReadOnlyList<ParsedEvent> Events, string? Problem);

/// <summary>One entity of a delivery as understood: a report of a deal, or why there is none.</summary>
/// <param name="Reason">Why an entity that concerns us was set aside; null when there is a report, or it is none of ours.</param>
internal sealed record ParsedEvent(string Entity, string Event, long? Id, DealReport? Report, string? Reason)
{
    public const string Lead = "lead";
    public const string Unsorted = "unsorted";

    /// <summary>The deal it names, whether its event says something of it or not.</summary>
    public DealKey? DealOf(UserAccountId account) =>
        Entity is Lead or Unsorted && Id is { } id ? new DealKey(account, new DealId(id)) : null;
}
