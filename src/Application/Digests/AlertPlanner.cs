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
            foreach (var account in some)
            {
                try
                {
                    await PlanAsync(account, [.. current[account]], cancellationToken);
                }
                catch (DbUpdateException e) when (!cancellationToken.IsCancellationRequested)
                {
                    log.LogInformation(e, "Another replica tells the alerts of account {Account}", account.Value);
                }
            }
        }
    }

    private async Task PlanAsync(UserAccountId account, IReadOnlyList<Alert> current, CancellationToken cancellationToken)
    {
        db.ClearChangeTracker();
        var notice = await db.AlertNotices.SingleOrDefaultAsync(n => n.UserAccountId == account, cancellationToken);
        if (notice is null)
        {
            if (current.Count == 0)
                return;
            db.AlertNotices.Add(notice = AlertNotice.Begin(account));
        }
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
