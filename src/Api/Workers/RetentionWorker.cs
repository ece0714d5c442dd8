using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Application.Ops;
using MediatR;

namespace AmoCrmQualification.Api.Workers;

/// <summary>Drops what is past its time, every hour. Replicas may do it at once.</summary>
internal sealed class RetentionWorker(IServiceScopeFactory scopes, ServiceSettings settings, ILogger<RetentionWorker> log)
    : Loop(scopes, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task<Task> TurnAsync(CancellationToken stoppingToken)
    {
        await AsServiceAsync(services =>
            services.GetRequiredService<IMediator>().Send(new PurgeExpiredCommand(settings.RawDeliveriesDays), stoppingToken)
        );
        return Task.Delay(Interval, stoppingToken);
    }
}
