using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Application.Connections;

/// <summary>Removes the webhook at amoCRM, if amoCRM lets us, and erases the tokens; what was learnt stays.</summary>
public sealed record DisconnectAmoCommand(UserAccountId Account) : IRequest;

internal sealed class DisconnectAmoHandler(IAppDbContext db, WebhookKeeper keeper, TimeProvider clock)
    : IRequestHandler<DisconnectAmoCommand, Unit>
{
    /// <summary>For an amoCRM that is down; a person waits for the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<Unit> Handle(DisconnectAmoCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        var connection = await db
            .Connections.AsNoTracking()
            .SingleOrDefaultAsync(c => c.UserAccountId == account.Id, cancellationToken);
        if (connection?.State == ConnectionState.Connected)
            await TryToRemoveHookAsync(account, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Connections.Where(c => c.UserAccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Hooks.Where(h => h.UserAccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Unit.Value;
    }

    private async Task TryToRemoveHookAsync(UserAccount account, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await keeper.RemoveAsync(account, either.Token);
        }
        catch (Exception e)
            when (e is AmoCallException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The tokens go all the same. A hook that stays behind tells what nobody has asked for, until a person removes it.
        }
    }
}
