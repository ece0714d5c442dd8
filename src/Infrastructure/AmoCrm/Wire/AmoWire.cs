using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

// amoCRM's own names and shapes; past this folder everything has ours. Everything may be null: absent, or of a type that
// says nothing (see Json). Lists of JsonElement are rows, read one by one.

internal sealed record AccountWire(
    long? Id,
    string? Currency,
    string? Country,
    [property: JsonPropertyName("_embedded")] AccountEmbedded? Embedded
);

internal sealed record AccountEmbedded(DatetimeSettings? DatetimeSettings);

/// <param name="Timezone">As it came: what is no name of a zone is told to people.</param>
internal sealed record DatetimeSettings(JsonElement? Timezone);

internal sealed record PipelinesWire([property: JsonPropertyName("_embedded")] PipelinesEmbedded? Embedded);

internal sealed record PipelinesEmbedded(IReadOnlyList<JsonElement>? Pipelines);

internal sealed record PipelineWire(
    long? Id,
    string? Name,
    int? Sort,
    bool? IsArchive,
    [property: JsonPropertyName("_embedded")] StatusesEmbedded? Embedded
);

internal sealed record StatusesEmbedded(IReadOnlyList<JsonElement>? Statuses);

internal sealed record StatusWire(long? Id, string? Name, int? Sort, string? Color, int? Type);

/// <summary>A page of deals.</summary>
internal sealed record LeadsWire([property: JsonPropertyName("_embedded")] LeadsEmbedded? Embedded);

internal sealed record LeadsEmbedded(IReadOnlyList<JsonElement>? Leads);

internal sealed record LeadWire(
    long? Id,
    decimal? Price,
    long? ClosedAt,
    [property: JsonPropertyName("_embedded")] LeadEmbedded? Embedded
);

/// <param name="LossReason">amoCRM sends a list, Kommo an object.</param>
internal sealed record LeadEmbedded(IReadOnlyList<LinkedContact>? Contacts, IReadOnlyList<LossReasonWire>? LossReason);

internal sealed record LossReasonWire(long? Id, string? Name);

internal sealed record LinkedContact(long? Id, bool? IsMain);

/// <summary>What amoCRM says when it refuses; of a batch, what of it.</summary>
/// <param name="Hint">The token endpoint's own key for its reason.</param>
internal sealed record ProblemWire(
    string? Title,
    string? Detail,
    string? Hint,
    [property: JsonPropertyName("validation-errors")] IReadOnlyList<ElementErrorsWire>? ValidationErrors
);

internal sealed record ElementErrorsWire(string? RequestId, IReadOnlyList<FieldErrorWire>? Errors);

internal sealed record FieldErrorWire(string? Code, string? Path, string? Detail);

internal sealed record ContactsWire([property: JsonPropertyName("_embedded")] ContactsEmbedded? Embedded);

internal sealed record ContactsEmbedded(IReadOnlyList<JsonElement>? Contacts);

internal sealed record ContactWire(
    long? Id,
    string? Name,
    bool? IsDeleted,
    IReadOnlyList<CustomFieldWire>? CustomFieldsValues,
    [property: JsonPropertyName("_embedded")] ContactEmbedded? Embedded
)
{
    public IEnumerable<string> Phones => ValuesOf("PHONE");

    public IEnumerable<string> Emails => ValuesOf("EMAIL");

    private IEnumerable<string> ValuesOf(string code) =>
        (CustomFieldsValues ?? [])
            .Where(custom => custom.FieldCode == code)
            .SelectMany(custom => custom.Values ?? [])
            .Select(value => value.Value)
            .OfType<string>();
}

internal sealed record ContactEmbedded(IReadOnlyList<LinkedDeal>? Leads);

internal sealed record LinkedDeal(long? Id);

internal sealed record CustomFieldWire(string? FieldCode, IReadOnlyList<FieldValueWire>? Values);

internal sealed record FieldValueWire(string? Value);

internal sealed record WebhooksWire([property: JsonPropertyName("_embedded")] WebhooksEmbedded? Embedded);

internal sealed record WebhooksEmbedded(IReadOnlyList<JsonElement>? Webhooks);

internal sealed record WebhookWire(string? Destination, bool? Disabled, IReadOnlyList<string>? Settings);

internal sealed record WebhookAsked(string Destination, IReadOnlyCollection<string>? Settings);

internal sealed record TokenAsked(
    string ClientId,
    string ClientSecret,
    string GrantType,
    string? Code,
    string? RefreshToken,
    string RedirectUri
);

internal sealed record TokenWire(string? AccessToken, string? RefreshToken, long? ExpiresIn);

/// <param name="Domain">The whole host.</param>
internal sealed record SubdomainWire(string? Domain);
