namespace AmoCrmQualification.Api.Configuration;

/// <summary>Periodic work per account.</summary>
public sealed class SchedulesSettings
{
    [Cron]
    public string PipelineSync { get; init; } = "0 0 */12 * * ?";

    [Cron]
    public string Reconciliation { get; init; } = "0 0 */6 * * ?";

    [Cron]
    public string WebhookCheck { get; init; } = "0 */15 * * * ?";
}
