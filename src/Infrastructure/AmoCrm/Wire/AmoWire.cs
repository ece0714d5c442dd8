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

/// <summary>What is refused of a batch.</summary>
/// <param name="Hint">The token endpoint's own key for its reason.</param>
internal sealed record ProblemWire(
    string? Hint,
    [property: JsonPropertyName("validation-errors")] IReadOnlyList<ElementErrorsWire>? ValidationErrors
);

/// <param name="RequestId">A string, or a number where it was one.</param>
internal sealed record ElementErrorsWire(JsonElement RequestId, IReadOnlyList<FieldErrorWire>? Errors);

internal sealed record FieldErrorWire(string? Code, string? Path);

internal sealed record ContactsWire([property: JsonPropertyName("_embedded")] ContactsEmbedded? Embedded);

internal sealed record ContactsEmbedded(IReadOnlyList<ContactWire>? Contacts);

internal sealed record ContactWire(
    long Id,
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
            .Select(value =>
                value.Value is { ValueKind: JsonValueKind.String or JsonValueKind.Number } text ? text.ToString() : ""
            )
            .Where(text => text.Length > 0);
}

internal sealed record ContactEmbedded(IReadOnlyList<LinkedDeal>? Leads);

internal sealed record LinkedDeal(long Id);

internal sealed record CustomFieldWire(string? FieldCode, IReadOnlyList<FieldValueWire>? Values);

internal sealed record FieldValueWire(JsonElement? Value);

internal sealed record WebhooksWire([property: JsonPropertyName("_embedded")] WebhooksEmbedded? Embedded);

internal sealed record WebhooksEmbedded(IReadOnlyList<WebhookWire>? Webhooks);

internal sealed record WebhookWire(string? Destination, bool Disabled, IReadOnlyList<string>? Settings);

internal sealed record WebhookAsked(string Destination, IReadOnlyCollection<string>? Settings);

/// <param name="Hint">The token endpoint's reason.</param>
internal sealed record TokenAsked(
    string ClientId,
    string ClientSecret,
    string GrantType,
    string? Code,
    string? RefreshToken,
    string RedirectUri
);

internal sealed record TokenWire(string? AccessToken, string? RefreshToken, long ExpiresIn);

/// <param name="Domain">The whole host.</param>
internal sealed record SubdomainWire(long Id, string? Subdomain, string? Domain);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(AccountWire))]
[JsonSerializable(typeof(PipelinesWire))]
[JsonSerializable(typeof(LeadsWire))]
[JsonSerializable(typeof(ContactsWire))]
[JsonSerializable(typeof(WebhooksWire))]
[JsonSerializable(typeof(WebhookWire))]
[JsonSerializable(typeof(WebhookAsked))]
[JsonSerializable(typeof(TokenAsked))]
[JsonSerializable(typeof(TokenWire))]
[JsonSerializable(typeof(SubdomainWire))]
[JsonSerializable(typeof(ProblemWire))]
[JsonSerializable(typeof(CardsWire))]
[JsonSerializable(typeof(CreatedWire))]
internal sealed partial class AmoWireContext : JsonSerializerContext;
