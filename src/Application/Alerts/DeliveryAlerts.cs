namespace AmoCrmQualification.Application.Alerts;

internal sealed class DeliveryAlerts(IAppDbContext db) : IAlertSource
{
    public async Task<IReadOnlyList<AccountAlert>> ReadAsync(
        IReadOnlyCollection<UserAccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        var dead = await db
            .WebhookInbox.Where(d => accounts.Contains(d.UserAccountId) && d.IsDead)
            .GroupBy(
                d => d.UserAccountId,
                (account, all) =>
                    new
                    {
                        Account = account,
                        Count = all.Count(),
                        Since = all.Min(d => d.ReceivedAt),
                    }
            )
            .ToListAsync(cancellationToken);
        var outages = await db
            .WebhookOutages.AsNoTracking()
            .Where(s => accounts.Contains(s.UserAccountId))
            .ToListAsync(cancellationToken);
        return
        [
            .. dead.Select(found => new AccountAlert(
                found.Account,
                new(
                    AlertKind.DeadDeliveries,
                    found.Since,
                    "Deliveries failed too often. Look at them, then replay them.",
                    Count: found.Count
                )
            )),
            .. outages.Select(outage => new AccountAlert(
                outage.UserAccountId,
                new(AlertKind.Silence, outage.Since, $"No webhook since then, where about {outage.Expected:0} usually come.")
            )),
        ];
    }
}
