using AmoCrmQualification.Infrastructure.Ops;

namespace AmoCrmQualification.Api.Ops;

/// <summary>Keeps the gauges fresh for an exporter that pushes.</summary>
internal sealed class GaugeRefresh(ServiceGauges gauges, ILogger<GaugeRefresh> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await gauges.RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (e is Npgsql.NpgsqlException or TimeoutException)
            {
                log.LogWarning("The gauges could not be read: {Reason}", e.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
