using System.Text.Json.Serialization;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

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
