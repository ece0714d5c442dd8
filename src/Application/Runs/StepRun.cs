namespace AmoCrmQualification.Application.Runs;

/// <summary>Does the next step of a run and keeps what it reached. Returns true when the run has ended.</summary>
public sealed record StepRunCommand(RunLease Lease) : IRequest<bool>;

internal sealed class StepRunHandler(IRuns runs, IEnumerable<IRunStep> steps) : IRequestHandler<StepRunCommand, bool>
{
    /// <summary>A run that takes its process along each time must not do so for ever; with the waits it is about twenty minutes.</summary>
    private const int MostAttempts = 12;

    public async Task<bool> Handle(StepRunCommand command, CancellationToken cancellationToken)
    {
        var lease = command.Lease;
        if (lease.Attempts > MostAttempts)
        {
            await runs.FailAsync(
                lease,
                $"It was taken up {MostAttempts} times and did not get on: the service stopped or failed each time.",
                cancellationToken
            );
            return true;
        }

        return await steps.Single(step => step.Kinds.Contains(lease.Kind)).StepAsync(lease, cancellationToken);
    }
}
