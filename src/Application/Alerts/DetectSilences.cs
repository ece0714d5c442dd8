using AmoCrmQualification.Domain.Alerts;
using MediatR;

namespace AmoCrmQualification.Application.Alerts;

/// <summary>Marks the accounts whose webhooks have stopped longer than chance explains, and clears those that speak again.</summary>
public sealed record DetectSilencesCommand : IRequest;

public interface ISilences
{
    /// <summary>Counts the deliveries of the hours that are over, per account.</summary>
    Task CountHoursAsync(CancellationToken cancellationToken);

    /// <summary>Keeps exactly the accounts of which at least so many deliveries would usually have come since their last.</summary>
    Task MarkAsync(double expectedAtLeast, CancellationToken cancellationToken);
}

internal sealed class DetectSilencesHandler(ISilences silences) : IRequestHandler<DetectSilencesCommand, Unit>
{
    public async Task<Unit> Handle(DetectSilencesCommand command, CancellationToken cancellationToken)
    {
        await silences.CountHoursAsync(cancellationToken);
        await silences.MarkAsync(Silence.TellingExpectation, cancellationToken);
        return Unit.Value;
    }
}
