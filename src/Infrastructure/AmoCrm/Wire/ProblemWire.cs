using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

/// <summary>Problem answer of amoCRM; for a batch, with its faulty entities.</summary>
/// <param name="Hint">The token endpoint's own key for its reason.</param>
internal sealed record ProblemWire(
    string? Title,
    string? Detail,
    string? Hint,
    [property: JsonPropertyName("validation-errors")] IReadOnlyList<ElementErrorsWire>? ValidationErrors
);

internal sealed record ElementErrorsWire(string? RequestId, IReadOnlyList<FieldErrorWire>? Errors);

internal sealed record FieldErrorWire(string? Code, string? Path, string? Detail);
