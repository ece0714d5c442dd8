using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Infrastructure.Inbox;

/// <summary>
/// Group commit: one writer per process stores whatever arrived while it was committing the batch before, so a commit
/// is shared and no caller waits for a timer. A caller that hangs up does not take its delivery back.
/// </summary>
internal sealed class InboxWriter(
    NpgsqlDataSource database,
    DatabaseSignals signals,
    TimeProvider clock,
    ILogger<InboxWriter> log
) : BackgroundService
{
    private const int QueueLimit = 4096;
    private const int BatchLimit = 512;

    // Bodies of 1 MiB fill the memory long before they fill the queue; who waits for this much is not served in time anyway.
    private const long QueueBytes = 64 << 20;
    private const long BatchBytes = 8 << 20;

    private const string Insert = $"""
        INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, due_at, raw_body, content_encoding, traceparent)
        SELECT account, id, shard, received_at, received_at, body, content_encoding, traceparent
        FROM unnest($1, $2, $3, $4, $5, $6, $7) AS d (account, id, shard, received_at, body, content_encoding, traceparent)
        """;

    private const string Wake = $"SELECT pg_notify('{DatabaseSignals.Inbox}', '')";

    private readonly Channel<Arrival> _arrivals = Channel.CreateBounded<Arrival>(
        new BoundedChannelOptions(QueueLimit) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait }
    );

    private long _waitingBytes;

    /// <summary>True once the delivery is committed; false when that did not happen in time, so that amoCRM repeats it.</summary>
    public async ValueTask<bool> StoreAsync(UserAccountId account, byte[] body, string? contentEncoding)
    {
        var arrival = new Arrival(account, body, contentEncoding, clock.GetUtcNow());
        if (!TryQueue(arrival))
            return false;
        try
        {
            return await arrival.Stored.Task.WaitAsync(Acknowledgement.Patience, clock);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host stops taking requests before it stops its services; what was accepted is finished.
        await using var closing = stoppingToken.Register(() => _arrivals.Writer.TryComplete());
        var batch = new List<Arrival>(BatchLimit);
        while (await _arrivals.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            var bytes = 0L;
            while (batch.Count < BatchLimit && bytes < BatchBytes && _arrivals.Reader.TryRead(out var arrival))
            {
                batch.Add(arrival);
                bytes += arrival.Body.Length;
            }

            await StoreAsync(batch);
            Interlocked.Add(ref _waitingBytes, -bytes);
        }
    }

    private bool TryQueue(Arrival arrival)
    {
        if (Interlocked.Add(ref _waitingBytes, arrival.Body.Length) <= QueueBytes && _arrivals.Writer.TryWrite(arrival))
            return true;
        Interlocked.Add(ref _waitingBytes, -arrival.Body.Length);
        return false;
    }

    private async Task StoreAsync(List<Arrival> batch)
    {
        try
        {
            await InsertAsync(batch);
            foreach (var arrival in batch)
                arrival.Stored.TrySetResult(true);
            signals.Raise(DatabaseSignals.Inbox);
        }
        catch (PostgresException e) when (!DatabaseFailures.IsAway(e) && batch.Count > 1)
        {
            log.LogError(e, "A batch of {Count} deliveries was refused; trying them one by one", batch.Count);
            foreach (var arrival in batch)
                await StoreAsync([arrival]);
        }
        catch (Exception e)
        {
            log.LogError("{Count} deliveries could not be stored: {Reason}", batch.Count, e.Message);
            foreach (var arrival in batch)
                arrival.Stored.TrySetResult(false);
        }
    }

    private async Task InsertAsync(List<Arrival> batch)
    {
        using var timeout = new CancellationTokenSource(Acknowledgement.Patience, clock);
        await using var connection = await database.OpenConnectionAsync(timeout.Token);
        await using var commands = new NpgsqlBatch(connection); // one implicit transaction
        commands.Add(
            Insert,
            batch.Column(a => a.Account.Value),
            batch.Column(a => a.Id),
            batch.Column(a => Shards.From(a.Account)),
            batch.Column(a => a.ReceivedAt),
            batch.Column(a => a.Body),
            batch.Column(a => a.ContentEncoding),
            batch.Column(a => a.TraceParent)
        );
        commands.Add(Wake);
        await commands.ExecuteNonQueryAsync(timeout.Token);
    }

    private sealed record Arrival(UserAccountId Account, byte[] Body, string? ContentEncoding)
    {
        public Arrival(UserAccountId account, byte[] body, string? contentEncoding, DateTimeOffset now)
            : this(account, body, contentEncoding)
        {
            ReceivedAt = now;
            Id = Guid.CreateVersion7(now);
        }

        public Guid Id { get; }
        public DateTimeOffset ReceivedAt { get; }
        public string? TraceParent { get; } = Telemetry.TraceParent;
        public TaskCompletionSource<bool> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Deals accounts out over a fixed number of shards, so that one worker at a time has an account.</summary>
internal static class Shards
{
    public const int Count = 64;

    /// <summary>The last byte of an id is random.</summary>
    public static int From(UserAccountId account) => account.Value.ToByteArray(bigEndian: true)[15] % Count;
}
