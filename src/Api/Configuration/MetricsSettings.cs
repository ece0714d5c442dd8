namespace AmoCrmQualification.Api.Configuration;

/// <summary>Access to <c>/metrics</c>.</summary>
public sealed class MetricsSettings
{
    public bool Public { get; init; }
}
