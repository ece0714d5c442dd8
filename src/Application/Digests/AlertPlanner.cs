using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Domain.Digests;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Writes messages about alerts that have come up, to all who get digests of the account.</summary>
internal sealed class AlertPlanner(
    IAppDbContext db,
    AlertReader alerts,
    DigestWriter writer,
    IDigestQueue queue,
    TimeProvider clock,
    ILogger<AlertPlanner> log
)
{
    private const int AtOnce = 500;

    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        var accounts = await db
            .Digests.Where(d => d.Pause == null && d.Recipient != null)
            .Select(d => d.UserAccountId)
            .Distinct()
            .Where(id => db.UserAccounts.Any(a => a.Id == id && !a.IsArchived))
            .ToListAsync(cancellationToken);
        foreach (var some in accounts.Chunk(AtOnce))
        {
            var current = (await alerts.ReadAsync(some, cancellationToken)).ToLookup(a => a.Account, a => a.Alert);
            var notices = await db
                .AlertNotices.AsNoTracking()
                .Where(n => some.Contains(n.UserAccountId))
                .ToDictionaryAsync(n => n.UserAccountId, cancellationToken);
            foreach (var account in some.Where(id => current.Contains(id) || notices.ContainsKey(id)))
                await TryPlanAsync(account, notices.GetValueOrDefault(account), [.. current[account]], cancellationToken);
        }
    }

    private async Task TryPlanAsync(
        UserAccountId account,
        AlertNotice? notice,
        IReadOnlyList<Alert> current,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await PlanAsync(account, notice, current, cancellationToken);
        }
        catch (DbUpdateException e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogInformation(e, "Another replica tells the alerts of account {Account}", account.Value);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(e, "The alerts of account {Account} are not told", account.Value);
        }
    }

    private async Task PlanAsync(
        UserAccountId account,
        AlertNotice? notice,
        IReadOnlyList<Alert> current,
        CancellationToken cancellationToken
    )
    {
        db.ClearChangeTracker();
        if (notice is null)
            db.AlertNotices.Add(notice = AlertNotice.Begin(account));
        else
            db.AlertNotices.Attach(notice);
        var byKey = current.DistinctBy(KeyOf).ToDictionary(KeyOf, StringComparer.Ordinal);
        var fresh = notice.Notice(byKey.Keys, clock.GetUtcNow());
        if (fresh.Count > 0)
            await TellAsync(account, [.. fresh.Select(key => byKey[key])], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (fresh.Count > 0)
            await queue.WakeAsync(cancellationToken);
    }

    private async Task TellAsync(UserAccountId account, IReadOnlyList<Alert> fresh, CancellationToken cancellationToken)
    {
        var name = (await db.AccountAsync(account, cancellationToken)).Name;
        var digests = await db
            .Digests.Where(d => d.UserAccountId == account && d.Pause == null && d.Recipient != null)
            .ToListAsync(cancellationToken);
        db.DigestMessages.AddRange(digests.Select(digest => writer.Write(digest, name, fresh)));
    }

    private static string KeyOf(Alert alert) => $"{alert.Kind} {alert.Subject}";
}
