namespace AmoCrmQualification.Api.Configuration;

/// <summary>Web apps on other origins.</summary>
public sealed class CorsSettings
{
    [Origins]
    public string[] AllowedOrigins { get; set; } = [];
}
