namespace AmoCrmQualification.Api.Configuration;

/// <summary>Processing of stored deliveries.</summary>
public sealed class ProcessingSettings
{
    [WholeNumber(0, 64)]
    public int Workers { get; init; } = 2;
}
