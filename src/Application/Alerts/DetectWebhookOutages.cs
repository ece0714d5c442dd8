using AmoCrmQualification.Domain.Webhooks;

namespace AmoCrmQualification.Application.Alerts;

/// <summary>Marks the accounts whose webhooks have stopped longer than chance explains, and clears those that speak again.</summary>
public sealed record DetectWebhookOutagesCommand : IRequest;

public interface IWebhookOutages
{
    /// <summary>Counts the deliveries of the hours that are over, per account.</summary>
    Task CountHoursAsync(CancellationToken cancellationToken);

    /// <summary>Keeps exactly the accounts of which at least so many deliveries would usually have come since their last.</summary>
    Task MarkAsync(double expectedAtLeast, CancellationToken cancellationToken);
}

internal sealed class DetectWebhookOutagesHandler(IWebhookOutages outages) : IRequestHandler<DetectWebhookOutagesCommand, Unit>
{
    public async Task<Unit> Handle(DetectWebhookOutagesCommand command, CancellationToken cancellationToken)
    {
        await outages.CountHoursAsync(cancellationToken);
        await outages.MarkAsync(WebhookOutage.SignificantExpectation, cancellationToken);
        return Unit.Value;
    }
}
