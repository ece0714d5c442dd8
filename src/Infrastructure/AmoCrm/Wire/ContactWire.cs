using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

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

internal sealed record CustomFieldWire(
    long? FieldId,
    string? FieldName,
    string? FieldCode,
    IReadOnlyList<FieldValueWire>? Values
);

internal sealed record FieldValueWire(string? Value);
