using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

/// <summary>Answer of amoCRM to a batch of new entities.</summary>
internal sealed record CreatedWire([property: JsonPropertyName("_embedded")] CreatedEmbedded? Embedded);

internal sealed record CreatedEmbedded(IReadOnlyList<CreatedItem>? Leads, IReadOnlyList<CreatedItem>? Contacts);

internal sealed record CreatedItem(long? Id, string? RequestId);

internal sealed record NewContactWire(string RequestId, string Name, IReadOnlyList<NewFieldWire>? CustomFieldsValues);

internal sealed record NewFieldWire(string FieldCode, IReadOnlyList<NewValueWire> Values);

internal sealed record NewValueWire(string Value, string EnumCode);

internal sealed record NewDealWire(
    string RequestId,
    string Name,
    long? PipelineId,
    long? StatusId,
    long? ResponsibleUserId,
    [property: JsonPropertyName("_embedded")] NewDealEmbedded Embedded
);

internal sealed record NewDealEmbedded(IReadOnlyList<NewTagWire> Tags, IReadOnlyList<NewLinkWire> Contacts);

internal sealed record NewTagWire(string Name);

internal sealed record NewLinkWire(long Id);
