using MediatR;

namespace AmoCrmQualification.Application.AmoConnection;

/// <summary>Has the webhooks of all connected accounts looked at, spread over an interval.</summary>
public sealed record AskForWebhookChecksCommand(TimeSpan Over) : IRequest;

/// <summary>Asks for all accounts at once, however many there are.</summary>
public interface IWebhookChecks
{
    /// <summary>
    /// Those that are waiting already stay as they are; those that amoCRM refused are asked again a day later. An account
    /// has its own moment in the interval, the same each time.
    /// </summary>
    Task AskForAllAsync(TimeSpan over, CancellationToken cancellationToken);
}

internal sealed class AskForWebhookChecksHandler(IWebhookChecks checks) : IRequestHandler<AskForWebhookChecksCommand, Unit>
{
    public async Task<Unit> Handle(AskForWebhookChecksCommand command, CancellationToken cancellationToken)
    {
        await checks.AskForAllAsync(command.Over, cancellationToken);
        return Unit.Value;
    }
}
