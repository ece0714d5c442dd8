using AmoCrmQualification.Infrastructure.Rollups;

namespace AmoCrmQualification.Api.Workers;

/// <summary>Counts days anew whose leads changed, so that figures are read and not counted.</summary>
internal sealed class CohortDayWorker(IServiceScopeFactory scopes, CohortDays days, ILogger<CohortDayWorker> log)
    : WorkerBase(scopes, log)
{
    private static readonly TimeSpan s_untilNextLook = TimeSpan.FromSeconds(5);

    protected override async Task<Task> WorkAsync(CancellationToken stoppingToken)
    {
        foreach (var account in await days.DueAsync(stoppingToken))
            await days.CountAsync(account, stoppingToken);
        return Task.Delay(s_untilNextLook, stoppingToken);
    }
}
