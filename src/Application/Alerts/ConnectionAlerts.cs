using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Application.Alerts;

internal sealed class ConnectionAlerts(IAppDbContext db, TimeProvider clock) : IAlertSource
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<Alert>> OfAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var connection = await db
            .Connections.AsNoTracking()
            .SingleOrDefaultAsync(c => c.UserAccountId == account, cancellationToken);
        return connection switch
        {
            { State: ConnectionState.ReauthorizationRequired } =>
            [
                new(
                    AlertKind.ReauthorizationRequired,
                    connection.ConnectedAt,
                    "amoCRM refuses the token. It is tried again by itself; connecting the account anew helps at once."
                ),
            ],
            { EndsAt: { } end } when end - now < Notice =>
            [
                new(
                    AlertKind.TokenExpiring,
                    end - Notice,
                    $"The right to call amoCRM ends on {end:yyyy-MM-dd}: give a new token or connect anew."
                ),
            ],
            _ => [],
        };
    }
}
