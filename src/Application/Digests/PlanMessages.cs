namespace AmoCrmQualification.Application.Digests;

/// <summary>Writes what is to be sent by now: digests whose time has come, and alerts that have come up.</summary>
public sealed record PlanMessagesCommand : IRequest;

internal sealed class PlanMessagesHandler(DigestPlanner digests, AlertPlanner alerts) : IRequestHandler<PlanMessagesCommand, Unit>
{
    public async Task<Unit> Handle(PlanMessagesCommand command, CancellationToken cancellationToken)
    {
        try
        {
            await alerts.PlanAsync(cancellationToken); // first: digests of many accounts take their time
        }
        finally
        {
            await digests.PlanAsync(cancellationToken);
        }
        return Unit.Value;
    }
}
