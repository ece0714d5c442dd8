using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

internal sealed record AccountWire(
    long? Id,
    string? Currency,
    string? Country,
    [property: JsonPropertyName("_embedded")] AccountEmbedded? Embedded
);

internal sealed record AccountEmbedded(DatetimeSettings? DatetimeSettings);

/// <param name="Timezone">As it came: an unknown zone raises an alert.</param>
internal sealed record DatetimeSettings(JsonElement? Timezone);
