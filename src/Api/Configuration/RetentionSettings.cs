namespace AmoCrmQualification.Api.Configuration;

/// <summary>Retention of raw data.</summary>
public sealed class RetentionSettings
{
    [WholeNumber(1, 3650)]
    public int RawDeliveriesDays { get; init; } = 30;
}
