using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>An account whose work at amoCRM is due.</summary>
internal static class ConnectedAccount
{
    /// <exception cref="AmoCallException">Its token was refused: nothing can be done before it is accepted again or replaced.</exception>
    public static async Task<(UserAccount Account, bool IsConnected)> ForWorkAsync(
        this IAppDbContext db,
        UserAccountId id,
        CancellationToken cancellationToken
    )
    {
        var account = await db.UserAccounts.AsNoTracking().SingleAsync(a => a.Id == id, cancellationToken);
        var connection = await db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.UserAccountId == id, cancellationToken);
        return connection?.State == ConnectionState.ReauthorizationRequired
            ? throw new AmoCallException(AmoFailure.NeedsReauthorization, status: null)
            : (account, connection is not null);
    }
}
