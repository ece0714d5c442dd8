using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Application.Alerts;

internal sealed class ConnectionAlerts(IAppDbContext db, TimeProvider clock) : IAlertSource
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<AccountAlert>> ReadAsync(
        IReadOnlyCollection<UserAccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var connections = await db
            .Connections.AsNoTracking()
            .Where(c => accounts.Contains(c.UserAccountId))
            .ToListAsync(cancellationToken);
        return
        [
            .. from connection in connections
            let alert = Find(connection, now)
            where alert is not null
            select new AccountAlert(connection.UserAccountId, alert),
        ];
    }

    private static Alert? Find(Connection connection, DateTimeOffset now) =>
        connection switch
        {
            { State: ConnectionState.ReauthorizationRequired } => new(
                AlertKind.ReauthorizationRequired,
                connection.ConnectedAt,
                "amoCRM refuses the token. It is tried again by itself; connecting the account anew helps at once."
            ),
            { EndsAt: { } end } when end - now < Notice => new(
                AlertKind.TokenExpiring,
                end - Notice,
                $"The right to call amoCRM ends on {end:yyyy-MM-dd}: give a new token or connect anew."
            ),
            _ => null,
        };
}
