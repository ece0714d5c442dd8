using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

// amoCRM's own names and shapes; past this folder everything has ours. Unknown keys are ignored, absent ones null.

internal sealed record AccountWire(
    long Id,
    string? Currency,
    string? Country,
    [property: JsonPropertyName("_embedded")] AccountEmbedded? Embedded
);

internal sealed record AccountEmbedded(DatetimeSettings? DatetimeSettings);

internal sealed record DatetimeSettings(string? Timezone);

internal sealed record PipelinesWire([property: JsonPropertyName("_embedded")] PipelinesEmbedded? Embedded);

internal sealed record PipelinesEmbedded(IReadOnlyList<PipelineWire>? Pipelines);

internal sealed record PipelineWire(
    long Id,
    string? Name,
    int Sort,
    bool IsArchive,
    [property: JsonPropertyName("_embedded")] StatusesEmbedded? Embedded
);

internal sealed record StatusesEmbedded(IReadOnlyList<StatusWire>? Statuses);

internal sealed record StatusWire(long Id, string? Name, int Sort, string? Color, int Type);

internal sealed record LeadsWire([property: JsonPropertyName("_embedded")] LeadsEmbedded? Embedded);

internal sealed record LeadsEmbedded(IReadOnlyList<LeadWire>? Leads);

internal sealed record LeadWire(
    long Id,
    decimal? Price,
    long? ClosedAt,
    [property: JsonPropertyName("_embedded")] LeadEmbedded? Embedded
);

internal sealed record LeadEmbedded(IReadOnlyList<LinkedContact>? Contacts, JsonElement? LossReason)
{
    /// <summary>amoCRM sends an array, Kommo an object.</summary>
    public string? LossReasonName =>
        LossReason switch
        {
            { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 0 => NameOf(list[0]),
            { ValueKind: JsonValueKind.Object } one => NameOf(one),
            _ => null,
        };

    private static string? NameOf(JsonElement reason) =>
        reason.ValueKind == JsonValueKind.Object
        && reason.TryGetProperty("name", out var name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
}

internal sealed record LinkedContact(long Id, bool IsMain);

internal sealed record ContactsWire([property: JsonPropertyName("_embedded")] ContactsEmbedded? Embedded);

internal sealed record ContactsEmbedded(IReadOnlyList<ContactWire>? Contacts);

internal sealed record ContactWire(long Id, string? Name, IReadOnlyList<CustomFieldWire>? CustomFieldsValues)
{
    public IEnumerable<string> Phones =>
        (CustomFieldsValues ?? [])
            .Where(custom => custom.FieldCode == "PHONE")
            .SelectMany(custom => custom.Values ?? [])
            .Select(value =>
                value.Value is { ValueKind: JsonValueKind.String or JsonValueKind.Number } text ? text.ToString() : ""
            )
            .Where(text => text.Length > 0);
}

internal sealed record CustomFieldWire(string? FieldCode, IReadOnlyList<FieldValueWire>? Values);

internal sealed record FieldValueWire(JsonElement? Value);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString
)]
[JsonSerializable(typeof(AccountWire))]
[JsonSerializable(typeof(PipelinesWire))]
[JsonSerializable(typeof(LeadsWire))]
[JsonSerializable(typeof(ContactsWire))]
internal sealed partial class AmoWireContext : JsonSerializerContext;
