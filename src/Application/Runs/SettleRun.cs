using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Application.Runs;

/// <summary>Decides what becomes of a run that did not get on: it waits and goes on, or it fails.</summary>
/// <param name="Cause">What went wrong; null when nothing did and the service is only being stopped, or its database is away.</param>
public sealed record SettleRunCommand(RunLease Lease, Exception? Cause) : IRequest;

internal sealed class SettleRunHandler(IRuns runs, TimeProvider clock) : IRequestHandler<SettleRunCommand, Unit>
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterOurFault = TimeSpan.FromSeconds(5);

    public async Task<Unit> Handle(SettleRunCommand command, CancellationToken cancellationToken)
    {
        var lease = command.Lease;
        switch (command.Cause)
        {
            case null:
                await runs.RescheduleAsync(
                    lease,
                    new(TimeSpan.Zero, null, IsAttempt: false, FailingSince: null),
                    cancellationToken
                );
                break;
            case AmoCallException { MayBeRetried: true } later:
                await WaitForAmoAsync(lease, later, cancellationToken);
                break;
            case AmoCallException refused:
                await runs.FailAsync(lease, RunErrors.From(refused), cancellationToken);
                break;
            case DomainException { Refusal: var refusal }:
                await runs.FailAsync(lease, refusal.Message, cancellationToken);
                break;
            default:
                // What it was may name people: it is in the log.
                await runs.RescheduleAsync(
                    lease,
                    new(AfterOurFault, RunErrors.OurFault, IsAttempt: true, FailingSince: null),
                    cancellationToken
                );
                break;
        }

        return Unit.Value;
    }

    private async Task WaitForAmoAsync(RunLease lease, AmoCallException cause, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = (await runs.ReadAsync(lease, cancellationToken)).FailingSince ?? now;
        if (now - since > Patience)
        {
            await runs.FailAsync(lease, RunErrors.From(cause) + " It has for 24 hours.", cancellationToken);
            return;
        }

        // As long again as it has failed already: the waits double.
        var doubling = TimeSpan.FromTicks(Math.Clamp((now - since).Ticks, ShortestWait.Ticks, LongestWait.Ticks));
        var error = RunErrors.From(cause) + " The run goes on when it answers.";
        await runs.RescheduleAsync(lease, new(cause.RetryAfter ?? doubling, error, IsAttempt: false, since), cancellationToken);
    }
}
