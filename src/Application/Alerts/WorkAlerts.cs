using AmoCrmQualification.Domain.Connections;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Webhooks;

namespace AmoCrmQualification.Application.Alerts;

/// <summary>Alerts of failed work at amoCRM: the webhook, runs, pushes.</summary>
internal sealed class WorkAlerts(IAppDbContext db) : IAlertSource
{
    public async Task<IReadOnlyList<AccountAlert>> ReadAsync(
        IReadOnlyCollection<UserAccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        var hooks = await db.Hooks.AsNoTracking().Where(h => accounts.Contains(h.UserAccountId)).ToListAsync(cancellationToken);
        var refused = await db
            .Leads.Where(l => accounts.Contains(l.UserAccountId) && l.AmocrmPush == AmoPush.Failed)
            .AcrossAccounts("alerts of many are read at once")
            .GroupBy(
                l => l.UserAccountId,
                (account, all) =>
                    new
                    {
                        Account = account,
                        Count = all.Count(),
                        Since = all.Min(l => l.UpdatedAt),
                    }
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. from hook in hooks
            let alert = Find(hook)
            where alert is not null
            select new AccountAlert(hook.UserAccountId, alert),
            .. await FailedRunsAsync(accounts, cancellationToken),
            .. refused.Select(found => new AccountAlert(
                found.Account,
                new(AlertKind.PushFailed, found.Since, "Leads that amoCRM does not take; each says why.", Count: found.Count)
            )),
        ];
    }

    private static Alert? Find(HookHealth hook) =>
        hook switch
        {
            { State: HookState.Refused or HookState.Unknown, BrokenSince: { } since } => new(
                AlertKind.WebhookBroken,
                since,
                $"The webhook is not in order. {hook.LastError}"
            ),
            { State: HookState.Unsubscribed, CheckedAt: var removed } => new(
                AlertKind.WebhookBroken,
                removed,
                "The webhook was removed here: stages are learnt by reconciliation only."
            ),
            _ => null,
        };

    // Without the right to call nothing succeeds; that is told already.
    private async Task<IEnumerable<AccountAlert>> FailedRunsAsync(
        IReadOnlyCollection<UserAccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        var last = await db
            .SyncRuns.AsNoTracking()
            .Where(r => accounts.Contains(r.UserAccountId) && r.State != RunState.Running)
            .Where(r => db.Connections.Any(c => c.UserAccountId == r.UserAccountId && c.State == ConnectionState.Connected))
            .GroupBy(r => new { r.UserAccountId, r.Kind }, (_, runs) => runs.OrderByDescending(r => r.FinishedAt).First())
            .ToListAsync(cancellationToken);
        return last.Where(r => r.State == RunState.Failed)
            .Select(r => new AccountAlert(
                r.UserAccountId,
                new(AlertKind.RunFailed, r.FinishedAt!.Value, r.Error ?? "It failed.", r.Id.Value.ToString())
            ));
    }
}
