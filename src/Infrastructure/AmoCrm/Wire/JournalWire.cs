using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

internal sealed record EventsWire(
    [property: JsonPropertyName("_links")] LinksWire? Links,
    [property: JsonPropertyName("_embedded")] EventsEmbedded? Embedded
);

internal sealed record LinksWire(LinkWire? Next);

internal sealed record LinkWire(string? Href);

/// <summary>Rows are kept as they came: they are the payload of what they tell.</summary>
internal sealed record EventsEmbedded(IReadOnlyList<JsonElement>? Events);

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

internal sealed record StateWire(long? Id, long? StatusId, long? PipelineId, decimal? Price, long? UpdatedAt, bool? IsDeleted);
