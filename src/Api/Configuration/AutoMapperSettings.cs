namespace AmoCrmQualification.Api.Configuration;

/// <summary>The licence of AutoMapper.</summary>
public sealed class AutoMapperSettings
{
    public string? LicenseKey { get; init; }
}
