namespace AmoCrmQualification.Application.Alerts;

internal sealed class TimeZoneAlerts(IAppDbContext db) : IAlertSource
{
    public async Task<IReadOnlyList<AccountAlert>> ReadAsync(
        IReadOnlyCollection<UserAccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        var zones = await db
            .UserAccounts.Where(a => accounts.Contains(a.Id) && a.UnknownTimeZone != null)
            .Select(a => new
            {
                a.Id,
                a.TimeZone,
                a.UnknownTimeZone,
                Since = db.Connections.Where(c => c.UserAccountId == a.Id)
                    .Select(c => (DateTimeOffset?)c.ConnectedAt)
                    .SingleOrDefault()
                    ?? a.CreatedAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. zones.Select(zone => new AccountAlert(
                zone.Id,
                new(
                    AlertKind.TimeZoneUnknown,
                    zone.Since,
                    $"amoCRM's time zone \"{zone.UnknownTimeZone}\" is not understood: days are counted in {zone.TimeZone}. Set the account's time zone."
                )
            )),
        ];
    }
}
