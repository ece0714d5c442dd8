using AmoCrmQualification.Application.Digests;
using AmoCrmQualification.Domain.Digests;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Api.Workers;

/// <summary>Sends the messages of one channel, so that a channel that fails delays no other. Replicas share the queue.</summary>
internal sealed class MessageWorker(
    DigestChannel channel,
    IServiceScopeFactory scopes,
    DatabaseSignals signals,
    ILogger<MessageWorker> log
) : WorkerBase(scopes, log)
{
    /// <summary>For what comes due by itself.</summary>
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(5);

    protected override async Task<Task> WorkAsync(CancellationToken stoppingToken)
    {
        var next = signals.Next(DatabaseSignals.Digests);
        while (
            await AsServiceAsync(services =>
                services.GetRequiredService<IMediator>().Send(new SendNextMessageCommand(channel), stoppingToken)
            )
        )
            stoppingToken.ThrowIfCancellationRequested();
        return Task.WhenAny(next, Task.Delay(s_poll, stoppingToken));
    }
}
