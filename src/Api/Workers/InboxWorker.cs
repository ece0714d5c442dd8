using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Application.Inbox;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Api.Workers;

/// <summary>Makes deliveries take effect. Several run at once, here and on other replicas: each has its own shards.</summary>
internal sealed class InboxWorker(
    IServiceScopeFactory scopes,
    DatabaseSignals signals,
    ServiceSettings settings,
    ILogger<InboxWorker> log
) : WorkerBase(scopes, log)
{
    /// <summary>For what comes due by itself, and for signals lost with their connection.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Enumerable.Range(0, settings.Processing.Workers).Select(_ => Task.Run(() => RunAsync(stoppingToken), stoppingToken))
        );

    protected override async Task<Task> WorkAsync(CancellationToken stoppingToken)
    {
        var next = signals.Next(DatabaseSignals.Inbox);
        var shards = (
            await AsServiceAsync(services => services.GetRequiredService<IInbox>().BusyShardsAsync(stoppingToken))
        ).ToArray();
        Random.Shared.Shuffle(shards); // so that workers meet rarely

        var taken = 0;
        foreach (var shard in shards)
            taken += await AsServiceAsync(services =>
                services.GetRequiredService<IMediator>().Send(new ProcessInboxCommand(shard), stoppingToken)
            );
        return taken > 0 ? Task.CompletedTask : Task.WhenAny(next, Task.Delay(Poll, stoppingToken));
    }
}
