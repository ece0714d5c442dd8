namespace AmoCrmQualification.Application.Analytics;

/// <summary>Age of an account's figures.</summary>
internal sealed class DataAge(IAppDbContext db)
{
    /// <summary>Time up to which amoCRM's changes are known; null before the first report.</summary>
    public async Task<DateTimeOffset?> DataAsOfAsync(UserAccountId account, CancellationToken cancellationToken) =>
        (await DataAsOfAsync([account], cancellationToken)).GetValueOrDefault(account);

    public async Task<IReadOnlyDictionary<UserAccountId, DateTimeOffset?>> DataAsOfAsync(
        IReadOnlyList<UserAccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        var ages = await db
            .UserAccounts.Where(a => accounts.Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                // Ids are in the order of arrival.
                Told = db
                    .WebhookDeliveries.Where(d => d.UserAccountId == a.Id)
                    .OrderByDescending(d => d.Id)
                    .Select(d => (DateTimeOffset?)d.ReceivedAt)
                    .FirstOrDefault(),
                Compared = db
                    .SyncRuns.Where(r =>
                        r.UserAccountId == a.Id
                        && (r.Kind == RunKind.Reconciliation || r.Kind == RunKind.Backfill)
                        && r.State == RunState.Done
                    )
                    .OrderByDescending(r => r.DueAt)
                    .Select(r => r.StartedAt)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return ages.ToDictionary(age => age.Id, age => age.Told is null || age.Compared > age.Told ? age.Compared : age.Told);
    }
}
