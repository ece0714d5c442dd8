namespace AmoCrmQualification.Application.Alerts;

/// <summary>Marks the accounts whose webhooks have stopped longer than chance explains, and clears those that speak again.</summary>
public sealed record DetectWebhookOutagesCommand : IRequest;
