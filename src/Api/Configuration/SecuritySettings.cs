using System.ComponentModel.DataAnnotations;

namespace AmoCrmQualification.Api.Configuration;

/// <summary>The operator's key and the keys that wrap stored secrets.</summary>
public sealed class SecuritySettings
{
    private const int MinLength = 16;
    private const string TooShort = "it needs at least {1} characters";

    [MinLength(MinLength, ErrorMessage = TooShort)]
    public string? AdminApiKey { get; init; }

    [MinLength(MinLength, ErrorMessage = TooShort)]
    public string? MasterKey { get; init; }

    /// <summary>The master key before the current one, for <c>rewrap-keys</c>.</summary>
    [MinLength(MinLength, ErrorMessage = TooShort)]
    public string? FormerMasterKey { get; init; }
}
