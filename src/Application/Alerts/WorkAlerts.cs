using AmoCrmQualification.Domain.Connections;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Webhooks;

namespace AmoCrmQualification.Application.Alerts;

/// <summary>Alerts of failed work at amoCRM: the webhook, runs, pushes.</summary>
internal sealed class WorkAlerts(IAppDbContext db) : IAlertSource
{
    public async Task<IReadOnlyList<Alert>> OfAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var alerts = new List<Alert>();
        var hook = await db.Hooks.AsNoTracking().SingleOrDefaultAsync(h => h.UserAccountId == account, cancellationToken);
        if (hook is { State: HookState.Refused or HookState.Unknown, BrokenSince: { } since })
            alerts.Add(new(AlertKind.WebhookBroken, since, $"The webhook is not in order. {hook.LastError}"));
        if (hook is { State: HookState.Unsubscribed, CheckedAt: var removed })
            alerts.Add(
                new(AlertKind.WebhookBroken, removed, "The webhook was removed here: stages are learnt by reconciliation only.")
            );

        // Without the right to call nothing succeeds; that is told already.
        if (
            await db.Connections.AnyAsync(
                c => c.UserAccountId == account && c.State == ConnectionState.Connected,
                cancellationToken
            )
        )
            alerts.AddRange(await FailedRunsAsync(account, cancellationToken));

        var refused = await db
            .Leads.Where(l => l.UserAccountId == account && l.AmocrmPush == AmoPush.Failed)
            .GroupBy(l => l.UserAccountId, (_, all) => new { Count = all.Count(), Since = all.Min(l => l.UpdatedAt) })
            .SingleOrDefaultAsync(cancellationToken);
        if (refused is not null)
            alerts.Add(
                new(AlertKind.PushFailed, refused.Since, "Leads that amoCRM does not take; each says why.", Count: refused.Count)
            );
        return alerts;
    }

    private async Task<IReadOnlyList<Alert>> FailedRunsAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var last = await db
            .SyncRuns.AsNoTracking()
            .Where(r => r.UserAccountId == account && r.State != RunState.Running)
            .GroupBy(r => r.Kind, (_, runs) => runs.OrderByDescending(r => r.FinishedAt).First())
            .ToListAsync(cancellationToken);
        return
        [
            .. last.Where(r => r.State == RunState.Failed)
                .Select(r => new Alert(AlertKind.RunFailed, r.FinishedAt!.Value, r.Error ?? "It failed.", r.Id.Value.ToString())),
        ];
    }
}
