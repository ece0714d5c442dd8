using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Application.Runs;

/// <summary>Requests a run of an account as soon as its lease is free.</summary>
public sealed record RequestRunCommand(UserAccountId Account, RunKind Kind) : IRequest<RequestedRun>;

public sealed record RequestedRun(Guid RunId);

internal sealed class RequestRunHandler(IAppDbContext db, IRuns runs) : IRequestHandler<RequestRunCommand, RequestedRun>
{
    public async Task<RequestedRun> Handle(RequestRunCommand command, CancellationToken cancellationToken)
    {
        await db.RequireConnectionAsync(command.Account, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var run = await runs.RequestAsync(command.Kind, command.Account, since: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(run.Value);
    }
}
