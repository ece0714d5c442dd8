using System.Globalization;
using AmoCrmQualification.Application.Sales;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.Persistence;
using Npgsql;

namespace AmoCrmQualification.Infrastructure.Sales;

internal sealed class PostgresClosings(AppDbContext db, NpgsqlDataSource database) : IClosings
{
    public const string Kind = "close_deal";

    // Longer than the calls of one batch may take; a crash delays the account by no more.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    private const string Lease = """
        WITH candidate AS (
          SELECT o.user_account_id FROM outbox o
          LEFT JOIN outbox_leases l ON l.user_account_id = o.user_account_id
          WHERE o.kind = $1 AND o.due_at <= now() AND (l.leased_until IS NULL OR (l.leased_until <= now() AND l.rest_until <= now()))
          ORDER BY o.due_at LIMIT 1)
        INSERT INTO outbox_leases AS l (user_account_id, holder, leased_until, rest_until)
        SELECT user_account_id, $2, now() + $3, now() FROM candidate
        ON CONFLICT (user_account_id) DO UPDATE SET holder = excluded.holder, leased_until = excluded.leased_until
        WHERE l.leased_until <= now() AND l.rest_until <= now()
        RETURNING l.user_account_id, l.failures
        """;

    private const string Due =
        "SELECT subject, version FROM outbox WHERE user_account_id = $1 AND kind = $2 AND due_at <= now() ORDER BY due_at, subject LIMIT $3";

    private const string StillOurs = "SELECT 1 FROM outbox_leases WHERE user_account_id = $1 AND holder = $2 FOR UPDATE";

    private const string Complete = """
        DELETE FROM outbox o USING unnest($3, $4) AS done (subject, version)
        WHERE o.user_account_id = $1 AND o.kind = $2 AND o.subject = done.subject AND o.version = done.version
        """;

    private const string Release = """
        UPDATE outbox_leases
        SET leased_until = now(), rest_until = now() + coalesce($3, interval '0'), failures = CASE WHEN $3 IS NULL THEN 0 ELSE failures + 1 END
        WHERE user_account_id = $1 AND holder = $2
        """;

    private const string Refresh = """
        INSERT INTO outbox (user_account_id, kind, subject, version, due_at)
        SELECT user_account_id, $2, amocrm_deal_id::text, 1, now() FROM sales WHERE user_account_id = $1 AND status <> 'reversed'
        ON CONFLICT (user_account_id, kind, subject) DO UPDATE SET version = outbox.version + 1, due_at = now()
        """;

    private const string EndRest = "UPDATE outbox_leases SET rest_until = now(), failures = 0 WHERE user_account_id = $1";

    public async Task<ClosingLease?> LeaseAsync(CancellationToken cancellationToken)
    {
        var holder = Guid.CreateVersion7();
        await using var command = database.Command(
            Lease,
            BatchCommands.Scalar(Kind),
            BatchCommands.Scalar(holder),
            BatchCommands.Scalar(LeaseTime)
        );
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new(new(row.GetGuid(0)), holder, row.GetInt32(1)) : null;
    }

    public async Task<IReadOnlyList<Closing>> DueAsync(ClosingLease lease, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Due,
            BatchCommands.Scalar(lease.Account.Value),
            BatchCommands.Scalar(Kind),
            BatchCommands.Scalar(limit)
        );
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<Closing>();
        while (await row.ReadAsync(cancellationToken))
            due.Add(new(new(long.Parse(row.GetString(0), CultureInfo.InvariantCulture)), row.GetInt64(1)));
        return due;
    }

    public async Task CompleteAsync(
        ClosingLease lease,
        IReadOnlyCollection<Closing> closings,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        batch.Add(StillOurs, BatchCommands.Scalar(lease.Account.Value), BatchCommands.Scalar(lease.Holder));
        batch.Add(
            Complete,
            BatchCommands.Scalar(lease.Account.Value),
            BatchCommands.Scalar(Kind),
            closings.Column(c => c.Deal.Value.ToString(CultureInfo.InvariantCulture)),
            closings.Column(c => c.Version)
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            throw new InvalidOperationException("The lease of this account's outbox ran out.");
    }

    public async Task ReleaseAsync(ClosingLease lease, TimeSpan? rest, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Release,
            BatchCommands.Scalar(lease.Account.Value),
            BatchCommands.Scalar(lease.Holder),
            BatchCommands.Scalar(rest)
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task RefreshAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        await using var batch = db.CreateBatch();
        batch.Add(Refresh, BatchCommands.Scalar(account.Value), BatchCommands.Scalar(Kind));
        batch.Add(EndRest, BatchCommands.Scalar(account.Value));
        batch.Add($"SELECT pg_notify('{DatabaseSignals.Outbox}', '')");
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
