namespace AmoCrmQualification.Application.Alerts;

internal sealed class DeliveryAlerts(IAppDbContext db) : IAlertSource
{
    public async Task<IReadOnlyList<Alert>> OfAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var alerts = new List<Alert>();
        var dead = await db
            .WebhookInbox.Where(d => d.UserAccountId == account && d.IsDead)
            .GroupBy(d => d.UserAccountId, (_, all) => new { Count = all.Count(), Since = all.Min(d => d.ReceivedAt) })
            .SingleOrDefaultAsync(cancellationToken);
        if (dead is not null)
            alerts.Add(
                new(
                    AlertKind.DeadDeliveries,
                    dead.Since,
                    "Deliveries failed too often. Look at them, then replay them.",
                    Count: dead.Count
                )
            );

        if (await db.WebhookOutages.SingleOrDefaultAsync(s => s.UserAccountId == account, cancellationToken) is { } outage)
            alerts.Add(
                new(AlertKind.Silence, outage.Since, $"No webhook since then, where about {outage.Expected:0} usually come.")
            );
        return alerts;
    }
}
