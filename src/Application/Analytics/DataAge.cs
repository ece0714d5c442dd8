namespace AmoCrmQualification.Application.Analytics;

/// <summary>Age of an account's figures.</summary>
internal sealed class DataAge(IAppDbContext db)
{
    /// <summary>Time up to which amoCRM's changes are known; null before the first report.</summary>
    public async Task<DateTimeOffset?> DataAsOfAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        // Ids are in the order of arrival.
        var told = await db
            .WebhookDeliveries.Where(d => d.UserAccountId == account)
            .OrderByDescending(d => d.Id)
            .Select(d => (DateTimeOffset?)d.ReceivedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var compared = await db
            .SyncRuns.Where(r =>
                r.UserAccountId == account
                && (r.Kind == RunKind.Reconciliation || r.Kind == RunKind.Backfill)
                && r.State == RunState.Done
            )
            .OrderByDescending(r => r.DueAt)
            .Select(r => r.StartedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return told is null || compared > told ? compared : told;
    }
}
