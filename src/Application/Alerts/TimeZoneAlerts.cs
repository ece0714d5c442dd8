namespace AmoCrmQualification.Application.Alerts;

internal sealed class TimeZoneAlerts(IAppDbContext db) : IAlertSource
{
    public async Task<IReadOnlyList<Alert>> OfAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var zone = await db
            .UserAccounts.Where(a => a.Id == account && a.UnknownTimeZone != null)
            .Select(a => new
            {
                a.TimeZone,
                a.UnknownTimeZone,
                a.CreatedAt,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (zone is null)
            return [];
        var since = await db
            .Connections.Where(c => c.UserAccountId == account)
            .Select(c => (DateTimeOffset?)c.ConnectedAt)
            .SingleOrDefaultAsync(cancellationToken);
        return
        [
            new(
                AlertKind.TimeZoneUnknown,
                since ?? zone.CreatedAt,
                $"amoCRM's time zone \"{zone.UnknownTimeZone}\" is not understood: days are counted in {zone.TimeZone}. Set the account's time zone."
            ),
        ];
    }
}
