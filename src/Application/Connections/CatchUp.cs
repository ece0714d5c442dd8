using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Application.Runs;

namespace AmoCrmQualification.Application.Connections;

/// <summary>Asks for what an account misses while it is not connected. Works in the caller's transaction.</summary>
internal sealed class CatchUp(IOutbox outbox, IRuns runs)
{
    public async Task RequestAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        await outbox.EnqueueAsync(OutboxKind.CheckWebhook, account, [""], cancellationToken);
        var isFirst = await runs.CoveredUntilAsync(account, cancellationToken) is null;
        await runs.RequestAsync(isFirst ? RunKind.Backfill : RunKind.Reconciliation, account, since: null, cancellationToken);
        if (!isFirst)
            await runs.RequestAsync(RunKind.Pipelines, account, since: null, cancellationToken);
    }
}
