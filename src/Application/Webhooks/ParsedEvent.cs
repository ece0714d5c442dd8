using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Webhooks;

/// <summary>One entity of a delivery as understood: a report of a deal, or why there is none.</summary>
/// <param name="Reason">Why an entity that concerns us was set aside; null when there is a report, or it is none of ours.</param>
internal sealed record ParsedEvent(string Entity, string Event, long? Id, DealReport? Report, string? Reason);
