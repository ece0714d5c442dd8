using Quartz;

namespace AmoCrmQualification.Api.Schedules;

/// <summary>Runs the schedule with the service. Without its database the schedule tries for ever and would not let the service end.</summary>
internal sealed class ScheduleHost(QuartzHostedService quartz, ILogger<ScheduleHost> log) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task StartAsync(CancellationToken cancellationToken) => quartz.StartAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await quartz.StopAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            log.LogWarning("The schedule still waits for its database; the service stops without it");
        }
    }
}
