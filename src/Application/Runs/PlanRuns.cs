namespace AmoCrmQualification.Application.Runs;

/// <summary>Plans a run for each connected account, spread over the time until the next are planned.</summary>
public sealed record PlanRunsCommand(RunKind Kind, TimeSpan UntilNext) : IRequest;

internal sealed class PlanRunsHandler(IRuns runs) : IRequestHandler<PlanRunsCommand, Unit>
{
    /// <summary>So that the last one has begun before the next are planned.</summary>
    private const double Share = 0.9;

    public async Task<Unit> Handle(PlanRunsCommand command, CancellationToken cancellationToken)
    {
        await runs.PlanAsync(command.Kind, command.UntilNext * Share, cancellationToken);
        return Unit.Value;
    }
}
