using System.ComponentModel.DataAnnotations;
using AmoCrmQualification.Infrastructure.AmoCrm;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>Calls to amoCRM and the OAuth integration.</summary>
public sealed class AmoCrmSettings : IValidatableObject
{
    [HttpAddress]
    public Uri? ApiBaseUrl { get; init; }

    [WholeNumber(1, 50)]
    public int RequestsPerSecond { get; init; } = 7;

    public string? ClientId { get; init; }
    public string? ClientSecret { get; init; }

    /// <summary>Null: only long-lived tokens can connect.</summary>
    public AmoIntegration? Integration => ClientId is { } id && ClientSecret is { } secret ? new(id, secret) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClientId is null && ClientSecret is not null)
            yield return new("it is missing, but AmoCrm__ClientSecret is given", [nameof(ClientId)]);
        if (ClientId is not null && ClientSecret is null)
            yield return new("it is missing, but AmoCrm__ClientId is given", [nameof(ClientSecret)]);
    }
}
