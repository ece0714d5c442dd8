using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Runs;

namespace AmoCrmQualification.Infrastructure.Runs;

internal sealed class PostgresRuns(AppDbContext db, NpgsqlDataSource database, SessionLocks locks) : IRuns
{
    public async Task<SyncRunId> RequestAsync(
        RunKind kind,
        UserAccountId account,
        DateTimeOffset? since,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            RunSql.Request,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(SyncRunId.New().Value),
            BatchCommands.Scalar(SnakeCaseEnum<RunKind>.Format(kind)),
            BatchCommands.Scalar(since)
        );
        batch.Add(RunSql.WakeWorkers);
        return new((Guid)(await batch.ExecuteScalarAsync(cancellationToken))!);
    }

    public Task PlanAsync(RunKind kind, TimeSpan span, CancellationToken cancellationToken) =>
        database.DoAsync(
            RunSql.Plan,
            [BatchCommands.Scalar(SnakeCaseEnum<RunKind>.Format(kind)), BatchCommands.Scalar(span)],
            cancellationToken
        );

    public async Task<IReadOnlyList<RunLease>> ClaimAsync(FreeSlots free, CancellationToken cancellationToken)
    {
        var claimed = new List<RunLease>();
        try
        {
            foreach (var (account, id) in await DueAsync(free, cancellationToken))
                if (await ClaimAsync(account, id, cancellationToken) is { } run)
                    claimed.Add(run);
            return claimed;
        }
        catch
        {
            foreach (var run in claimed)
                await run.DisposeAsync();
            throw;
        }
    }

    public async Task<RunLease> StartAsync(RunKind kind, UserAccountId account, CancellationToken cancellationToken)
    {
        var session = await locks.AcquireAsync(SessionLocks.Runs, account, cancellationToken);
        try
        {
            var (id, holder) = (SyncRunId.New(), Guid.CreateVersion7());
            await using var command = database.Command(
                RunSql.Start,
                BatchCommands.Scalar(account.Value),
                BatchCommands.Scalar(id.Value),
                BatchCommands.Scalar(SnakeCaseEnum<RunKind>.Format(kind)),
                BatchCommands.Scalar(holder)
            );
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new(account, id, kind, holder, Attempts: 1, session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public async Task<RunProgress> ReadAsync(RunLease lease, CancellationToken cancellationToken)
    {
        await using var command = database.Command(RunSql.Read, Ours(lease));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
            throw new RunLeaseLostException();
        return new(
            row.GetInt32(0),
            row.IsDBNull(1) ? null : row.GetInt32(1),
            row.GetInt32(2),
            row.GetInt32(3),
            row.IsDBNull(4) ? null : row.GetString(4),
            Warning: null
        )
        {
            Since = row.Instant(5),
            FailingSince = row.Instant(6),
        };
    }

    public Task SaveAsync(RunLease lease, RunProgress progress, CancellationToken cancellationToken) =>
        WriteAsync(lease, RunSql.Save, [.. Reached(progress), BatchCommands.Scalar(progress.Cursor)], cancellationToken);

    public Task FinishAsync(
        RunLease lease,
        RunProgress progress,
        DateTimeOffset? coveredUntil,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            lease,
            RunSql.Finish,
            [.. Reached(progress), BatchCommands.Scalar(progress.Warning), BatchCommands.Scalar(coveredUntil)],
            cancellationToken
        );

    public Task FailAsync(RunLease lease, string error, CancellationToken cancellationToken) =>
        WriteAsync(lease, RunSql.Fail, [BatchCommands.Scalar(error)], cancellationToken);

    public Task RescheduleAsync(RunLease lease, RunDelay delay, CancellationToken cancellationToken) =>
        WriteAsync(
            lease,
            RunSql.Reschedule,
            [
                BatchCommands.Scalar(delay.Wait),
                BatchCommands.Scalar(delay.Error),
                BatchCommands.Scalar(delay.IsAttempt),
                BatchCommands.Scalar(delay.FailingSince),
            ],
            cancellationToken
        );

    public async Task<DateTimeOffset?> CoveredUntilAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        await using var command = database.Command(RunSql.CoveredUntil, BatchCommands.Scalar(account.Value));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return row.Instant(0);
    }

    private async Task<List<(UserAccountId Account, SyncRunId Id)>> DueAsync(FreeSlots free, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            RunSql.Due,
            BatchCommands.Scalar(SessionLocks.Runs),
            BatchCommands.Scalar(free.Healthy),
            BatchCommands.Scalar(free.Failing)
        );
        return await command.ListAsync(
            row => (new UserAccountId(row.GetGuid(0)), new SyncRunId(row.GetGuid(1))),
            cancellationToken
        );
    }

    private async Task<RunLease?> ClaimAsync(UserAccountId account, SyncRunId id, CancellationToken cancellationToken)
    {
        if (await locks.TryAcquireAsync(SessionLocks.Runs, account, cancellationToken) is not { } alone)
            return null;
        RunLease? run = null;
        try
        {
            return run = await ClaimAsync(account, id, alone, cancellationToken);
        }
        finally
        {
            if (run is null)
                await alone.DisposeAsync(); // somebody has just done it
        }
    }

    private async Task<RunLease?> ClaimAsync(
        UserAccountId account,
        SyncRunId id,
        IAsyncDisposable alone,
        CancellationToken cancellationToken
    )
    {
        var holder = Guid.CreateVersion7();
        await using var command = database.Command(
            RunSql.Claim,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(id.Value),
            BatchCommands.Scalar(holder)
        );
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(account, id, SnakeCaseEnum<RunKind>.Parse(row.GetString(0)), holder, row.GetInt32(1), alone)
            {
                IsFailing = row.GetBoolean(2),
            }
            : null;
    }

    private async Task WriteAsync(RunLease lease, string sql, NpgsqlParameter[] values, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var batch = db.CreateBatch();
        batch.Add(sql, [.. Ours(lease), .. values]);
        if (await batch.ExecuteNonQueryAsync(cancellationToken) == 0)
            throw new RunLeaseLostException();
    }

    private static NpgsqlParameter[] Ours(RunLease lease) =>
        [BatchCommands.Scalar(lease.Account.Value), BatchCommands.Scalar(lease.Id.Value), BatchCommands.Scalar(lease.Holder)];

    private static NpgsqlParameter[] Reached(RunProgress progress) =>
        [
            BatchCommands.Scalar(progress.Done),
            BatchCommands.Scalar(progress.Total),
            BatchCommands.Scalar(progress.Changed),
            BatchCommands.Scalar(progress.Skipped),
        ];
}
