using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>
/// Wakes workers when any replica has written work for them (LISTEN/NOTIFY). A signal may be lost with its connection,
/// so workers also look by themselves now and then.
/// </summary>
public sealed class DatabaseSignals(NpgsqlDataSource database, ILogger<DatabaseSignals> log) : BackgroundService
{
    public const string Inbox = "webhook_inbox";
    public const string Outbox = "outbox";
    public const string Runs = "sync_runs";
    public const string Digests = "digest_messages";

    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Signal> _signals = new(StringComparer.Ordinal)
    {
        [Inbox] = new(),
        [Outbox] = new(),
        [Runs] = new(),
        [Digests] = new(),
    };

    /// <summary>Completes at the next signal on the channel. Asked for before one looks for work, none is missed.</summary>
    public Task Next(string channel) => _signals[channel].Next;

    /// <summary>Wakes this replica's workers without a way through the database.</summary>
    public void Raise(string channel) => _signals[channel].Raise();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
            {
                log.LogWarning("Lost the connection that listens for signals: {Reason}", e.Message);
                await Task.Delay(Reconnect, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenConnectionAsync(stoppingToken);
        connection.Notification += (_, notification) => Raise(notification.Channel);
        await using (
            var listen = new NpgsqlCommand($"LISTEN {Inbox}; LISTEN {Outbox}; LISTEN {Runs}; LISTEN {Digests}", connection)
        )
            await listen.ExecuteNonQueryAsync(stoppingToken);

        foreach (var signal in _signals.Values)
            signal.Raise(); // what came before we listened
        while (true)
            await connection.WaitAsync(stoppingToken);
    }

    /// <summary>Every waiter wakes.</summary>
    private sealed class Signal
    {
        private TaskCompletionSource _next = New();

        public Task Next => Volatile.Read(ref _next).Task;

        public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
