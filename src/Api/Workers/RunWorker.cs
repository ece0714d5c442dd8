using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Api.Workers;

/// <summary>
/// Does the runs that are due, here and on other replicas. A run whose replica died is taken up where it was.
/// </summary>
internal sealed class RunWorker(IServiceScopeFactory scopes, DatabaseSignals signals, TimeProvider clock, ILogger<RunWorker> log)
    : AccountWorker<RunLease>(scopes, signals, DatabaseSignals.Runs, clock, log)
{
    /// <summary>After it a backfill lets in who waits for the account.</summary>
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(3);

    /// <summary>Longer than a sync that waits on another replica sleeps between two looks.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(120);

    protected override Task<IReadOnlyList<RunLease>> ClaimAsync(FreeSlots free, CancellationToken stoppingToken) =>
        AsServiceAsync(services => services.GetRequiredService<IRuns>().ClaimAsync(free, stoppingToken));

    protected override bool IsFailing(RunLease claim) => claim.IsFailing;

    protected override async Task ServeAsync(RunLease claim, CancellationToken stoppingToken)
    {
        var isEnded = true;
        await using (claim)
            isEnded = await DoAsync(claim, stoppingToken);
        if (!isEnded)
            await Task.Delay(s_pause, Clock, stoppingToken);
    }

    /// <summary>Returns false when it only lets others in.</summary>
    private async Task<bool> DoAsync(RunLease lease, CancellationToken stoppingToken)
    {
        var begun = Clock.GetTimestamp();
        try
        {
            while (!await SendAsync(new StepRunCommand(lease), stoppingToken))
            {
                if (lease.Kind != RunKind.Backfill || Clock.GetElapsedTime(begun) < s_turn)
                    continue;
                await SendAsync(new YieldRunCommand(lease, s_pause), stoppingToken);
                return false;
            }
        }
        catch (RunLeaseLostException)
        {
            log.LogWarning("Run {Run} of account {Account} is done by another replica", lease.Id.Value, lease.Account.Value);
        }
        catch (Exception e)
        {
            var isTheRuns = !stoppingToken.IsCancellationRequested && !DatabaseFailures.IsAway(e);
            if (isTheRuns)
                log.LogWarning(e, "Run {Run} of account {Account} made no progress", lease.Id.Value, lease.Account.Value);
            // Also when we are stopped: another replica goes on at once.
            await SendAsync(new SettleRunCommand(lease, isTheRuns ? e : null), CancellationToken.None);
        }

        return true;
    }

    private Task<T> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken) =>
        AsServiceAsync(services => services.GetRequiredService<IMediator>().Send(request, cancellationToken));
}
