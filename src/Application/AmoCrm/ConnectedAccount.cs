using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>Accounts whose amoCRM is to be called.</summary>
internal static class ConnectedAccount
{
    /// <summary>An account whose work at amoCRM is due.</summary>
    /// <exception cref="AmoCallException">Its token was refused: nothing can be done before it is accepted again or replaced.</exception>
    public static async Task<(UserAccount Account, bool IsConnected)> ForWorkAsync(
        this IAppDbContext db,
        UserAccountId id,
        CancellationToken cancellationToken
    ) =>
        (
            await db.UserAccounts.AsNoTracking().SingleAsync(a => a.Id == id, cancellationToken),
            await db.IsConnectedAsync(id, cancellationToken)
        );

    /// <summary>Refuses what could not be done anyway, before it is asked for.</summary>
    /// <exception cref="AmoCallException">Its token was refused.</exception>
    public static async Task RequireConnectionAsync(
        this IAppDbContext db,
        UserAccountId account,
        CancellationToken cancellationToken
    )
    {
        if (!await db.IsConnectedAsync(account, cancellationToken))
            throw new DomainException(Connection.Missing);
    }

    private static async Task<bool> IsConnectedAsync(
        this IAppDbContext db,
        UserAccountId account,
        CancellationToken cancellationToken
    )
    {
        var state = await db
            .Connections.Where(c => c.UserAccountId == account)
            .Select(c => (ConnectionState?)c.State)
            .SingleOrDefaultAsync(cancellationToken);
        return state == ConnectionState.ReauthorizationRequired
            ? throw new AmoCallException(AmoFailure.NeedsReauthorization, status: null)
            : state is not null;
    }
}
