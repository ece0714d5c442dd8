using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Bench.Load;
using AmoCrmQualification.Infrastructure.Inbox;
using AmoCrmQualification.Infrastructure.Persistence;
using Npgsql;

namespace AmoCrmQualification.Bench.Processing;

/// <summary>
/// The queue of one run after the other. It is filled while all shards are locked, so that workers that are up already begin when the
/// locks are let go and not before.
/// </summary>
/// <param name="filling">The procedure of queue.sql that fills it.</param>
internal sealed class Queue(BenchDatabase database, string filling)
{
    private const string LockShards = "SELECT pg_advisory_lock($1, shard) FROM generate_series(0, $2 - 1) AS shard";
    private const string StartWorkers = $"SELECT pg_notify('{DatabaseSignals.Inbox}', ''), pg_advisory_unlock_all()";

    // Asks the index of what is due: the table itself is full of dead rows by the end.
    private const string IsEmpty = """
        SELECT NOT EXISTS (
          SELECT 1 FROM generate_series(0, $1 - 1) AS s
          WHERE EXISTS (SELECT 1 FROM webhook_inbox d WHERE d.shard = s AND NOT d.is_dead AND d.due_at <= now()))
        """;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Each run moves deals on from where the one before has left them, whichever queue that was.
    private static int s_run;

    public Task CreateAsync() => database.ExecuteAsync(BenchDatabase.Script("queue.sql"));

    /// <summary>Fills the queue and answers a handle that lets the workers begin.</summary>
    public async Task<NpgsqlConnection> FillLockedAsync(int events)
    {
        var holder = await database.Source.OpenConnectionAsync();
        await using var take = new NpgsqlCommand(LockShards, holder);
        take.Parameters.Add(BatchCommands.Scalar(PostgresInbox.ShardSpace));
        take.Parameters.Add(BatchCommands.Scalar(Shards.Count));
        await take.ExecuteNonQueryAsync();
        await FillAsync(events);
        return holder;
    }

    public static async Task StartAsync(NpgsqlConnection holder)
    {
        await using var start = new NpgsqlCommand(StartWorkers, holder);
        await start.ExecuteNonQueryAsync();
        await holder.DisposeAsync();
    }

    public async Task FillAsync(int events)
    {
        await database.ExecuteAsync("TRUNCATE webhook_deliveries");
        await database.ExecuteAsync(
            $"CALL {filling}($1, $2, $3)",
            BatchCommands.Scalar(s_run++),
            BatchCommands.Scalar(events),
            BatchCommands.Scalar(StatusForm.SqlFormat)
        );
        await database.ExecuteAsync("VACUUM (ANALYZE) webhook_inbox");
        await database.ExecuteAsync("ANALYZE bench_events");
        await database.ExecuteAsync("CHECKPOINT");
    }

    public async Task UntilEmptyAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await database.ScalarAsync<bool>(IsEmpty, BatchCommands.Scalar(Shards.Count)))
            await Task.Delay(BetweenLooks, limit.Token);
    }

    public Task<long> CountAsync() => database.ScalarAsync<long>("SELECT count(*) FROM bench_events");

    /// <summary>Faults in the outcome of a run.</summary>
    public async Task<IReadOnlyList<string>> ErrorsAsync()
    {
        await using var command = database.Source.CreateCommand(BenchDatabase.Script("check.sql"));
        await using var reader = await command.ExecuteReaderAsync();
        var errors = new List<string>();
        while (await reader.ReadAsync())
        {
            if (reader.GetInt64(1) != 0)
                errors.Add($"{reader.GetInt64(1)} {reader.GetString(0)}");
        }

        return errors;
    }
}
