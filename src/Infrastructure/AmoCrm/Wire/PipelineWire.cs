using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

/// <param name="Embedded">Its statuses.</param>
internal sealed record PipelineWire(
    long? Id,
    string? Name,
    int? Sort,
    bool? IsArchive,
    [property: JsonPropertyName("_embedded")] RowsWire? Embedded
);

internal sealed record StatusWire(long? Id, string? Name, int? Sort, string? Color, int? Type);
