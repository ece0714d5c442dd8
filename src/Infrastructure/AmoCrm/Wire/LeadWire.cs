using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

/// <summary>A deal.</summary>
internal sealed record LeadWire(
    long? Id,
    long? PipelineId,
    long? StatusId,
    decimal? Price,
    long? CreatedAt,
    long? UpdatedAt,
    long? ClosedAt,
    bool? IsDeleted,
    long? ResponsibleUserId,
    IReadOnlyList<CustomFieldWire>? CustomFieldsValues,
    [property: JsonPropertyName("_embedded")] LeadEmbedded? Embedded
);

/// <param name="LossReason">amoCRM sends a list, Kommo an object.</param>
internal sealed record LeadEmbedded(
    IReadOnlyList<TagWire>? Tags,
    IReadOnlyList<LinkedContact>? Contacts,
    IReadOnlyList<LossReasonWire>? LossReason
);

internal sealed record TagWire(string? Name);

internal sealed record LinkedContact(long? Id, bool? IsMain);

internal sealed record LossReasonWire(long? Id, string? Name);
