namespace AmoCrmQualification.Application.Runs;

/// <summary>Lets other work of the account in; the run goes on from where it is after the pause.</summary>
public sealed record YieldRunCommand(RunLease Lease, TimeSpan Pause) : IRequest;

internal sealed class YieldRunHandler(IRuns runs) : IRequestHandler<YieldRunCommand, Unit>
{
    public async Task<Unit> Handle(YieldRunCommand command, CancellationToken cancellationToken)
    {
        await runs.RescheduleAsync(
            command.Lease,
            new(command.Pause, Error: null, IsAttempt: false, FailingSince: null),
            cancellationToken
        );
        return Unit.Value;
    }
}
