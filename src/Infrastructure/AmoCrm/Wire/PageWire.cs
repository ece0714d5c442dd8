using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

/// <summary>
/// A page of rows. amoCRM's own names and shapes stand in this folder; past it everything has ours. All of it may be null:
/// absent, or of a type that says nothing (see Json).
/// </summary>
internal sealed record PageWire(
    [property: JsonPropertyName("_links")] LinksWire? Links,
    [property: JsonPropertyName("_embedded")] RowsWire? Embedded
);

/// <summary>Rows as they came, each read by itself; a page has those of one kind.</summary>
internal sealed record RowsWire(
    IReadOnlyList<JsonElement>? Leads,
    IReadOnlyList<JsonElement>? Contacts,
    IReadOnlyList<JsonElement>? Events,
    IReadOnlyList<JsonElement>? Pipelines,
    IReadOnlyList<JsonElement>? Statuses,
    IReadOnlyList<JsonElement>? Webhooks,
    IReadOnlyList<JsonElement>? CustomFields
);

internal sealed record LinksWire(LinkWire? Next);

internal sealed record LinkWire(string? Href);
