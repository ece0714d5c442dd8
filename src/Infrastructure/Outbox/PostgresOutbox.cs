using AmoCrmQualification.Application.Outbox;

namespace AmoCrmQualification.Infrastructure.Outbox;

internal sealed class PostgresOutbox(AppDbContext db, NpgsqlDataSource database) : IOutbox
{
    /// <summary>Ends an INSERT into the outbox: what waits already is done again, when the new row is due.</summary>
    public const string EnqueueAgain = """
        ON CONFLICT (user_account_id, kind, subject)
        DO UPDATE SET version = outbox.version + 1, due_at = excluded.due_at, attempts = 0
        """;

    public const string WakeDrainers = $"SELECT pg_notify('{DatabaseSignals.Outbox}', '')";

    // Longer than the calls of one batch may take; a crash delays the account by no more.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);

    private const string LeaseRanOut = "The lease of this account's outbox ran out.";

    private const string Enqueue = $"""
        INSERT INTO outbox (user_account_id, kind, subject, version, due_at)
        SELECT $1, $2, subject, 1, now() FROM unnest($3) AS subject
        {EnqueueAgain}
        """;

    // Who was served the longest ago comes first, so that nobody's backlog holds up another. The rows are locked in one
    // order by all replicas.
    private const string Lease = """
        WITH due AS (SELECT user_account_id, min(due_at) AS since FROM outbox WHERE due_at <= now() GROUP BY user_account_id),
        waiting AS (
          SELECT due.user_account_id, is_failing,
                 row_number() OVER (PARTITION BY is_failing ORDER BY l.leased_until NULLS FIRST, due.since) AS place
          FROM due LEFT JOIN outbox_leases l ON l.user_account_id = due.user_account_id
          CROSS JOIN LATERAL (SELECT coalesce(l.failures, 0) > 0 AS is_failing) AS last
          WHERE l.user_account_id IS NULL OR (l.leased_until <= now() AND l.paused_until <= now()))
        INSERT INTO outbox_leases AS l (user_account_id, holder, leased_until, paused_until)
        SELECT user_account_id, $1, now() + $2, now() FROM waiting
        WHERE place <= CASE WHEN is_failing THEN $4 ELSE $3 END
        ORDER BY user_account_id
        ON CONFLICT (user_account_id) DO UPDATE SET holder = excluded.holder, leased_until = excluded.leased_until
        WHERE l.leased_until <= now() AND l.paused_until <= now()
        RETURNING l.user_account_id, l.failures,
          ARRAY(SELECT DISTINCT o.kind FROM outbox o WHERE o.user_account_id = l.user_account_id AND o.due_at <= now())
        """;

    private const string Due = """
        SELECT subject, version, attempts, traceparent FROM outbox
        WHERE user_account_id = $1 AND kind = $2 AND due_at <= now() ORDER BY due_at, subject LIMIT $3
        """;

    private const string StillOurs = "SELECT 1 FROM outbox_leases WHERE user_account_id = $1 AND holder = $2 FOR UPDATE";

    private const string Complete = """
        DELETE FROM outbox o USING unnest($3, $4) AS done (subject, version)
        WHERE o.user_account_id = $1 AND o.kind = $2 AND o.subject = done.subject AND o.version = done.version
        """;

    private const string Reschedule = """
        UPDATE outbox o SET attempts = o.attempts + 1, due_at = now() + $5 FROM unnest($3, $4) AS late (subject, version)
        WHERE o.user_account_id = $1 AND o.kind = $2 AND o.subject = late.subject AND o.version = late.version
        """;

    private const string Renew =
        "UPDATE outbox_leases SET leased_until = clock_timestamp() + $3 WHERE user_account_id = $1 AND holder = $2 RETURNING 1";

    private const string Release = """
        UPDATE outbox_leases
        SET leased_until = now(), paused_until = now() + coalesce($3, interval '0'), failures = CASE WHEN $3 IS NULL THEN 0 ELSE failures + 1 END
        WHERE user_account_id = $1 AND holder = $2
        """;

    private const string Resume = "UPDATE outbox_leases SET paused_until = now(), failures = 0 WHERE user_account_id = $1";

    public async Task EnqueueAsync(
        OutboxKind kind,
        UserAccountId account,
        IReadOnlyCollection<string> subjects,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            Enqueue,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(SnakeCaseEnum<OutboxKind>.Format(kind)),
            subjects.Column(s => s)
        );
        batch.Add(WakeDrainers);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<OutboxLease>> LeaseAsync(FreeSlots free, CancellationToken cancellationToken)
    {
        var holder = Guid.CreateVersion7();
        await using var command = database.Command(
            Lease,
            BatchCommands.Scalar(holder),
            BatchCommands.Scalar(LeaseTime),
            BatchCommands.Scalar(free.Healthy),
            BatchCommands.Scalar(free.Failing)
        );
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var leases = new List<OutboxLease>();
        while (await row.ReadAsync(cancellationToken))
        {
            var kinds = row.GetFieldValue<string[]>(2).Select(SnakeCaseEnum<OutboxKind>.Parse).Order();
            leases.Add(new(new(row.GetGuid(0)), holder, row.GetInt32(1), [.. kinds]));
        }

        return leases;
    }

    public async Task<bool> ExtendAsync(OutboxLease lease, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Renew,
            BatchCommands.Scalar(lease.Account.Value),
            BatchCommands.Scalar(lease.Holder),
            BatchCommands.Scalar(LeaseTime)
        );
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    public async Task<IReadOnlyList<OutboxItem>> DueAsync(
        OutboxLease lease,
        OutboxKind kind,
        int limit,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(
            Due,
            BatchCommands.Scalar(lease.Account.Value),
            BatchCommands.Scalar(SnakeCaseEnum<OutboxKind>.Format(kind)),
            BatchCommands.Scalar(limit)
        );
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<OutboxItem>();
        while (await row.ReadAsync(cancellationToken))
        {
            due.Add(
                new(row.GetString(0), row.GetInt64(1), row.GetInt32(2))
                {
                    TraceParent = row.IsDBNull(3) ? null : row.GetString(3),
                }
            );
        }

        return due;
    }

    public Task CompleteAsync(
        OutboxLease lease,
        OutboxKind kind,
        IReadOnlyCollection<OutboxItem> items,
        CancellationToken cancellationToken
    ) => SettleAsync(lease, kind, items, Complete, delay: null, cancellationToken);

    public Task RescheduleAsync(
        OutboxLease lease,
        OutboxKind kind,
        IReadOnlyCollection<OutboxItem> items,
        TimeSpan delay,
        CancellationToken cancellationToken
    ) => SettleAsync(lease, kind, items, Reschedule, delay, cancellationToken);

    public async Task RenewAsync(OutboxLease lease, CancellationToken cancellationToken)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            Renew,
            BatchCommands.Scalar(lease.Account.Value),
            BatchCommands.Scalar(lease.Holder),
            BatchCommands.Scalar(LeaseTime)
        );
        if (await batch.ExecuteScalarAsync(cancellationToken) is null)
            throw new InvalidOperationException(LeaseRanOut);
    }

    public async Task ReleaseAsync(OutboxLease lease, TimeSpan? rest, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Release,
            BatchCommands.Scalar(lease.Account.Value),
            BatchCommands.Scalar(lease.Holder),
            BatchCommands.Scalar(rest)
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task ResumeAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        await using var batch = db.CreateBatch();
        batch.Add(Resume, BatchCommands.Scalar(account.Value));
        batch.Add(WakeDrainers);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task SettleAsync(
        OutboxLease lease,
        OutboxKind kind,
        IReadOnlyCollection<OutboxItem> items,
        string sql,
        TimeSpan? delay,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        batch.Add(StillOurs, BatchCommands.Scalar(lease.Account.Value), BatchCommands.Scalar(lease.Holder));
        var settle = batch.Add(
            sql,
            BatchCommands.Scalar(lease.Account.Value),
            BatchCommands.Scalar(SnakeCaseEnum<OutboxKind>.Format(kind)),
            items.Column(i => i.Subject),
            items.Column(i => i.Version)
        );
        if (delay is { } wait)
            settle.Parameters.Add(BatchCommands.Scalar(wait));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            throw new InvalidOperationException(LeaseRanOut);
    }
}
