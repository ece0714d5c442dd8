using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Inbox;
using AmoCrmQualification.Application.Inbox.Bodies;

namespace AmoCrmQualification.Infrastructure.Inbox;

internal sealed class PostgresInbox(AppDbContext db, NpgsqlDataSource database) : IInbox
{
    internal const int ShardSpace = 7003;

    private const string BusyShards = """
        SELECT shard FROM generate_series(0, $1 - 1) AS shard
        WHERE EXISTS (SELECT 1 FROM webhook_inbox d WHERE d.shard = shard.shard AND NOT d.is_dead AND d.due_at <= now())
        """;

    // As many as fit: a compressed body counts as the largest that it may be. The first is always taken.
    private static readonly string Due = $"""
        SELECT user_account_id, id, received_at, attempts, raw_body, content_encoding, traceparent FROM (
          SELECT *, sum(bytes) OVER (ORDER BY due_at, id) AS bytes_so_far FROM (
            SELECT *, CASE WHEN content_encoding IS NULL THEN octet_length(raw_body) ELSE {ContentDecoder.MostBytes} END AS bytes
            FROM webhook_inbox
            WHERE shard = $1 AND NOT is_dead AND is_suspect = $2 AND due_at <= now()
            ORDER BY due_at, id LIMIT $3) AS due) AS due
        WHERE bytes_so_far <= $4 OR bytes_so_far = bytes
        ORDER BY due_at, id
        """;

    // Suspects of a dead worker: one by one from now on, and the attempt counts although nobody lived to count it.
    // The neighbours of a killer are not to wait for its sake; what was alone and killed again is to.
    private const string ReclaimAbandoned = """
        WITH claim AS (DELETE FROM webhook_claims WHERE shard = $1 RETURNING delivery_ids, server_started_at),
        suspects AS (
          UPDATE webhook_inbox d SET is_suspect = true, attempts = attempts + 1, is_dead = attempts + 1 >= $2,
                 due_at = CASE WHEN cardinality(claim.delivery_ids) > 1 THEN due_at ELSE now() + $3 * power(2, attempts) END,
                 error = 'The worker died while it processed this delivery.'
          FROM claim WHERE d.shard = $1 AND d.id = ANY (claim.delivery_ids) AND claim.server_started_at = pg_postmaster_start_time())
        SELECT count(*) FROM claim
        """;

    private const string Requeue = """
        WITH again AS (
          DELETE FROM webhook_deliveries
          WHERE user_account_id = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::timestamptz IS NULL OR received_at >= $3)
            AND ($4::timestamptz IS NULL OR received_at < $4) AND state = ANY ($5)
          RETURNING user_account_id, id, received_at, attempts, events, error, replays, raw_body, content_encoding)
        INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, due_at, raw_body, content_encoding, earlier_outcome)
        SELECT user_account_id, id, $6, received_at, now(), raw_body, content_encoding,
               jsonb_build_object('attempts', attempts, 'events', events, 'error', error, 'replays', replays)
        FROM again
        """;

    private const string RequeueWaiting = """
        UPDATE webhook_inbox SET due_at = now(), attempts = 0, is_dead = false, error = NULL
        WHERE user_account_id = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::timestamptz IS NULL OR received_at >= $3)
          AND ($4::timestamptz IS NULL OR received_at < $4) AND (CASE WHEN is_dead THEN 'dead' ELSE 'pending' END) = ANY ($5)
        """;

    public async Task<IReadOnlyList<int>> BusyShardsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Command(BusyShards, BatchCommands.Scalar(Shards.Count));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var shards = new List<int>();
        while (await reader.ReadAsync(cancellationToken))
            shards.Add(reader.GetInt32(0));
        return shards;
    }

    public async Task<IInboxBatch?> ClaimAsync(int shard, BatchLimit limit, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            // A statement of its own: taken in the statement that reads, the snapshot would be older than the lock.
            var isOurs = await db
                .Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({ShardSpace}, {shard}) AS \"Value\"")
                .SingleAsync(cancellationToken);
            if (isOurs)
            {
                if (await ReclaimAbandonedAsync(shard, cancellationToken))
                {
                    await transaction.CommitAsync(cancellationToken);
                    await transaction.DisposeAsync();
                    return await ClaimAsync(shard, limit, cancellationToken);
                }

                // By turns, as chance has it: under constant load the one kind must not starve the other.
                var suspectFirst = Random.Shared.Next(2) == 0;
                var due = await DueAsync(shard, suspectFirst, limit, cancellationToken);
                if (due.Count == 0)
                    due = await DueAsync(shard, !suspectFirst, limit, cancellationToken);
                if (due.Count > 0)
                    return await InboxBatch.BeginAsync(db, database, transaction, shard, due, cancellationToken);
            }

            await transaction.DisposeAsync();
            return null;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public async Task<int> RequeueAsync(RequeueFilter filter, CancellationToken cancellationToken)
    {
        var states = filter.States.Select(SnakeCaseEnum<DeliveryState>.Format).ToArray();
        NpgsqlParameter[] Parameters() =>
            [
                BatchCommands.Scalar(filter.Account.Value),
                BatchCommands.Scalar(filter.Delivery),
                BatchCommands.Scalar(filter.Since),
                BatchCommands.Scalar(filter.Until),
                BatchCommands.Scalar(states),
            ];

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(RequeueWaiting, Parameters());
        batch.Add(Requeue, [.. Parameters(), BatchCommands.Scalar(Shards.From(filter.Account))]);
        batch.Add($"SELECT pg_notify('{DatabaseSignals.Inbox}', '')");
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return (int)(batch.BatchCommands[0].RecordsAffected + batch.BatchCommands[1].RecordsAffected);
    }

    /// <summary>True when a claim was left; it must be gone for good before we write our own from another session.</summary>
    private async Task<bool> ReclaimAbandonedAsync(int shard, CancellationToken cancellationToken)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            ReclaimAbandoned,
            BatchCommands.Scalar(shard),
            BatchCommands.Scalar(InboxBatch.MaxAttempts),
            BatchCommands.Scalar(InboxBatch.FirstDelay)
        );
        return await batch.ExecuteScalarAsync(cancellationToken) is > 0L;
    }

    private async Task<List<ClaimedDelivery>> DueAsync(
        int shard,
        bool isSuspect,
        BatchLimit limit,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            Due,
            BatchCommands.Scalar(shard),
            BatchCommands.Scalar(isSuspect),
            BatchCommands.Scalar(isSuspect ? 1 : limit.Deliveries),
            BatchCommands.Scalar(limit.Bytes)
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var due = new List<ClaimedDelivery>();
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(
                new(
                    new UserAccountId(reader.GetGuid(0)),
                    reader.GetGuid(1),
                    reader.GetFieldValue<DateTimeOffset>(2),
                    reader.GetInt32(3),
                    reader.GetFieldValue<byte[]>(4)
                )
                {
                    ContentEncoding = reader.IsDBNull(5) ? null : reader.GetString(5),
                    TraceParent = reader.IsDBNull(6) ? null : reader.GetString(6),
                }
            );
        }

        return due;
    }
}
