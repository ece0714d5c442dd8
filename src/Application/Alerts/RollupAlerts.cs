namespace AmoCrmQualification.Application.Alerts;

/// <summary>Alerts of figures that may be wrong: what they are read from is not what the histories say.</summary>
internal sealed class RollupAlerts(IAppDbContext db) : IAlertSource
{
    public async Task<IReadOnlyList<AccountAlert>> ReadAsync(
        IReadOnlyCollection<UserAccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        var found = await db
            .RollupDifferences.AsNoTracking()
            .Where(d => accounts.Contains(d.UserAccountId))
            .ToListAsync(cancellationToken);
        return
        [
            .. found.Select(differences => new AccountAlert(
                differences.UserAccountId,
                new(
                    AlertKind.RollupsDiffer,
                    differences.Since,
                    "What figures are read from is not what the histories say: rebuild the roll-ups.",
                    Count: differences.Count
                )
            )),
        ];
    }
}
