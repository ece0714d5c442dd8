namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

internal sealed record EventWire(
    string? Id,
    string? Type,
    long? EntityId,
    long? CreatedAt,
    IReadOnlyList<EventValueWire>? ValueAfter,
    IReadOnlyList<EventValueWire>? ValueBefore
);

internal sealed record EventValueWire(EventStatusWire? LeadStatus, EventSaleWire? SaleFieldValue);

internal sealed record EventStatusWire(long? Id, long? PipelineId);

internal sealed record EventSaleWire(decimal? Sale);
