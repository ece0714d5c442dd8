using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>The versions of an account's settings of attribution.</summary>
internal sealed class AttributionVersions(IAppDbContext db, AccountRuns runs, TimeProvider clock)
{
    /// <summary>Returns the newest version; null before the first.</summary>
    public Task<AttributionSettings?> NewestAsync(UserAccountId account, CancellationToken cancellationToken) =>
        db
            .AttributionSettings.Where(s => s.UserAccountId == account)
            .OrderByDescending(s => s.Version)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Stores settings of the account and returns their version. Needs the account alone.</summary>
    public async Task<AttributionSettings> SaveAsync(
        UserAccount account,
        AttributionChange change,
        CancellationToken cancellationToken
    )
    {
        var isAdoptionChanged = account.SetAdoption(
            change.AdoptDeals,
            change.AdoptFrom.Over(account.AdoptFrom),
            change.AdoptPipelines.IsGiven ? change.Pipelines : account.AdoptPipelines
        );
        if (isAdoptionChanged)
            await runs.FillAsync(account, cancellationToken);
        var newest = await NewestAsync(account.Id, cancellationToken);
        var fields = change.Mapped ?? newest?.Fields ?? [];
        if (newest is not null && newest.Fields.SequenceEqual(fields))
            return newest;

        var next = AttributionSettings.Create(account.Id, (newest?.Version ?? 0) + 1, fields, clock.GetUtcNow());
        db.AttributionSettings.Add(next);
        return next;
    }
}
