using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Api.Workers;

/// <summary>Serves accounts that have something due at amoCRM, many side by side; see <see cref="AccountSlots"/>.</summary>
internal abstract class AccountWorker<TClaim>(
    IServiceScopeFactory scopes,
    DatabaseSignals signals,
    string channel,
    TimeProvider clock,
    ILogger log
) : WorkerBase(scopes, log)
{
    /// <summary>For what comes due by itself, signals lost with their connection, and slots that are free again by time alone.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    private readonly AccountSlots _slots = new(clock);

    protected TimeProvider Clock { get; } = clock;

    protected abstract Task<IReadOnlyList<TClaim>> ClaimAsync(FreeSlots free, CancellationToken stoppingToken);

    protected abstract bool IsFailing(TClaim claim);

    protected abstract Task ServeAsync(TClaim claim, CancellationToken stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await base.ExecuteAsync(stoppingToken);
        await _slots.EmptyAsync();
    }

    protected override async Task<Task> WorkAsync(CancellationToken stoppingToken)
    {
        var next = signals.Next(channel);
        var free = _slots.Free;
        foreach (var claim in free is { Healthy: <= 0, Failing: <= 0 } ? [] : await ClaimAsync(free, stoppingToken))
            _slots.Begin(IsFailing(claim), () => ServeAndGoOnAsync(claim, stoppingToken));
        return Task.WhenAny(next, Task.Delay(Poll, stoppingToken));
    }

    private async Task ServeAndGoOnAsync(TClaim claim, CancellationToken stoppingToken)
    {
        try
        {
            await ServeAsync(claim, stoppingToken);
        }
        catch (Exception e)
        {
            if (!stoppingToken.IsCancellationRequested)
                Log.LogError(e, "Work of an account failed");
        }

        signals.Raise(channel); // it may have more to do, and its slot is free
    }
}
