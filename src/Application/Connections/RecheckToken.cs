using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Application.Connections;

/// <summary>
/// Shows amoCRM a token again that it has refused: now and then it refuses a good one. Once it accepts it, the account goes
/// on by itself. Answers how many tokens were looked at.
/// </summary>
public sealed record RecheckTokenCommand(OutboxLease Lease) : IRequest<int>;

/// <summary>Shows amoCRM the token of an account that is stopped.</summary>
public interface ITokenRecheck
{
    /// <exception cref="AmoCallException">amoCRM says neither yes nor no.</exception>
    Task<bool> IsAcceptedAsync(UserAccountId account, CancellationToken cancellationToken);
}

internal sealed class RecheckTokenHandler(IAppDbContext db, IOutbox outbox, ITokenRecheck tokens, CatchUp catchUp)
    : IRequestHandler<RecheckTokenCommand, int>
{
    /// <summary>The first is a minute after the refusal, the others 5, 15 and 60 minutes after it; then hourly.</summary>
    private static readonly TimeSpan[] s_untilNext =
    [
        TimeSpan.FromMinutes(4),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(45),
    ];

    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    public async Task<int> Handle(RecheckTokenCommand command, CancellationToken cancellationToken)
    {
        var (lease, account) = (command.Lease, command.Lease.Account);
        var due = await outbox.DueAsync(lease, OutboxKind.RecheckToken, 1, cancellationToken);
        if (due.Count == 0)
            return 0;
        var stopped = db.Connections.Where(c => c.UserAccountId == account && c.State == ConnectionState.ReauthorizationRequired);
        var isStopped = await stopped.AnyAsync(cancellationToken);
        var isAccepted = isStopped && await tokens.IsAcceptedAsync(account, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (isAccepted)
        {
            await stopped.ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ConnectionState.Connected), cancellationToken);
            await catchUp.RequestAsync(account, cancellationToken);
        }

        if (isStopped && !isAccepted)
        {
            var wait = s_untilNext.ElementAtOrDefault(due[0].Attempts) is { Ticks: > 0 } next ? next : Hourly;
            await outbox.RescheduleAsync(lease, OutboxKind.RecheckToken, due, wait, cancellationToken);
        }
        else
        {
            await outbox.CompleteAsync(lease, OutboxKind.RecheckToken, due, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }
}
