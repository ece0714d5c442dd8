using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Connections;

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

internal static class ConnectedAccounts
{
    /// <summary>Refuses what could not be done anyway, before it is asked for.</summary>
    public static async Task RequireConnectionAsync(
        this IAppDbContext db,
        UserAccountId account,
        CancellationToken cancellationToken
    )
    {
        var states = await db
            .Connections.Where(c => c.UserAccountId == account)
            .Select(c => c.State)
            .ToListAsync(cancellationToken);
        if (states.Count == 0)
            throw new DomainException(Connection.Missing);
        if (states[0] == ConnectionState.ReauthorizationRequired)
            throw new AmoCallException(AmoFailure.NeedsReauthorization, status: null);
    }
}
