namespace AmoCrmQualification.Api.Configuration;

/// <summary>Acceptance of webhooks.</summary>
public sealed class WebhooksSettings
{
    public bool RequireSignature { get; init; } = true;
}
