namespace AmoCrmQualification.Application.Connections;

/// <summary>Has the webhooks of all connected accounts looked at, spread over an interval.</summary>
public sealed record EnqueueWebhookChecksCommand(TimeSpan Over) : IRequest;

/// <summary>Asks for all accounts at once, however many there are.</summary>
public interface IWebhookChecks
{
    /// <summary>
    /// Those that are waiting already stay as they are; those that amoCRM refused are asked again a day later. An account
    /// has its own moment in the interval, the same each time.
    /// </summary>
    Task EnqueueAllAsync(TimeSpan over, CancellationToken cancellationToken);
}

internal sealed class EnqueueWebhookChecksHandler(IWebhookChecks checks) : IRequestHandler<EnqueueWebhookChecksCommand, Unit>
{
    public async Task<Unit> Handle(EnqueueWebhookChecksCommand command, CancellationToken cancellationToken)
    {
        await checks.EnqueueAllAsync(command.Over, cancellationToken);
        return Unit.Value;
    }
}
