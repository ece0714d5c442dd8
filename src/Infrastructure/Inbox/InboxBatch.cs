using System.Text.Json;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Inbox;
using Microsoft.EntityFrameworkCore.Storage;

namespace AmoCrmQualification.Infrastructure.Inbox;

/// <summary>
/// The deliveries that a worker has claimed in a shard. That it began is written outside its transaction, so that the death of the worker
/// is noticed; a database that goes away gives the attempt back.
/// </summary>
internal sealed class InboxBatch : IInboxBatch
{
    public const int MaxAttempts = 8;
    private const string Part = "part";
    public static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(5);

    private const string Claim = """
        INSERT INTO webhook_claims (shard, delivery_ids) VALUES ($1, $2)
        ON CONFLICT (shard) DO UPDATE SET delivery_ids = excluded.delivery_ids, server_started_at = excluded.server_started_at
        """;

    // By its deliveries too: when our session was lost with the shard, the claim may by now be another worker's.
    private const string Unclaim = "DELETE FROM webhook_claims WHERE shard = $1 AND delivery_ids = $2";

    // What a delivery did the first time stays; what came of it when it was replayed is added beside it.
    private const string Complete = """
        WITH done AS (
          DELETE FROM webhook_inbox d USING unnest($1, $2) AS taken (account, id)
          WHERE d.user_account_id = taken.account AND d.id = taken.id
          RETURNING d.user_account_id, d.id, d.received_at, d.attempts, d.raw_body, d.content_encoding, d.earlier_outcome)
        INSERT INTO webhook_deliveries
          (user_account_id, id, received_at, state, raw_body, content_encoding, attempts, events, error, replays)
        SELECT d.user_account_id, d.id, d.received_at, o.state, CASE WHEN o.keeps_body THEN d.raw_body ELSE '' END, d.content_encoding,
               coalesce((d.earlier_outcome ->> 'attempts')::int, d.attempts + 1), coalesce(d.earlier_outcome -> 'events', o.events::jsonb),
               CASE WHEN d.earlier_outcome IS NULL THEN o.error ELSE d.earlier_outcome ->> 'error' END,
               CASE WHEN d.earlier_outcome IS NULL THEN '[]' ELSE d.earlier_outcome -> 'replays'
                 || jsonb_build_object('at', now(), 'events', o.events::jsonb, 'error', o.error) END
        FROM done d JOIN unnest($2, $3, $4, $5, $6) AS o (id, state, events, error, keeps_body) ON o.id = d.id
        """;

    // The backoff has a jitter of a quarter, so that what failed together does not come back together.
    private const string Reschedule = """
        UPDATE webhook_inbox
        SET attempts = attempts + 1, error = $3, is_dead = $4 OR attempts + 1 >= $5,
            due_at = now() + $6 * power(2, attempts) * (0.75 + random() / 2)
        WHERE user_account_id = $1 AND id = $2
        RETURNING is_dead
        """;

    private const string ReplaceBody =
        "UPDATE webhook_inbox SET raw_body = $3, content_encoding = NULL WHERE user_account_id = $1 AND id = $2";

    private readonly AppDbContext _db;
    private readonly NpgsqlDataSource _database;
    private readonly IDbContextTransaction _transaction;
    private readonly int _shard;
    private bool _committed;

    private InboxBatch(
        AppDbContext db,
        NpgsqlDataSource database,
        IDbContextTransaction transaction,
        int shard,
        IReadOnlyList<ClaimedDelivery> deliveries
    )
    {
        (_db, _database, _transaction, _shard, Deliveries) = (db, database, transaction, shard, deliveries);
    }

    public IReadOnlyList<ClaimedDelivery> Deliveries { get; }

    public static async Task<InboxBatch> BeginAsync(
        AppDbContext db,
        NpgsqlDataSource database,
        IDbContextTransaction transaction,
        int shard,
        IReadOnlyList<ClaimedDelivery> deliveries,
        CancellationToken cancellationToken
    )
    {
        var claimed = new InboxBatch(db, database, transaction, shard, deliveries);
        try
        {
            await using var claim = database.Command(Claim, claimed.ClaimKey());
            await claim.ExecuteNonQueryAsync(cancellationToken);
            return claimed;
        }
        catch
        {
            // It may have been written all the same, as when we are stopped while the answer is on its way.
            await claimed.ReleaseAsync();
            throw;
        }
    }

    public Task BeginPartAsync(CancellationToken cancellationToken) => _transaction.CreateSavepointAsync(Part, cancellationToken);

    public Task UndoPartAsync(CancellationToken cancellationToken) =>
        _transaction.RollbackToSavepointAsync(Part, cancellationToken);

    public async Task CompleteAsync(IReadOnlyCollection<DeliveryOutcome> outcomes, CancellationToken cancellationToken)
    {
        var accounts = Deliveries.ToDictionary(d => d.Id, d => d.Account.Value);
        await using var batch = _db.CreateBatch();
        batch.Add(
            Complete,
            outcomes.Column(o => accounts[o.Id]),
            outcomes.Column(o => o.Id),
            outcomes.Column(o => SnakeCaseEnum<DeliveryState>.Format(o.State)),
            outcomes.Column(o => JsonSerializer.Serialize(o.Events, DeliveryJson.Options)),
            outcomes.Column(o => o.Error),
            outcomes.Column(o => o.KeepsBody)
        );
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<bool> RescheduleAsync(
        ClaimedDelivery delivery,
        string error,
        bool isHopeless,
        CancellationToken cancellationToken
    )
    {
        await using var batch = _db.CreateBatch();
        batch.Add(
            Reschedule,
            BatchCommands.Scalar(delivery.Account.Value),
            BatchCommands.Scalar(delivery.Id),
            BatchCommands.Scalar(error),
            BatchCommands.Scalar(isHopeless),
            BatchCommands.Scalar(MaxAttempts),
            BatchCommands.Scalar(FirstDelay)
        );
        return await batch.ExecuteScalarAsync(cancellationToken) is true;
    }

    public async Task ReplaceBodyAsync(ClaimedDelivery delivery, byte[] body, CancellationToken cancellationToken)
    {
        await using var batch = _db.CreateBatch();
        batch.Add(
            ReplaceBody,
            BatchCommands.Scalar(delivery.Account.Value),
            BatchCommands.Scalar(delivery.Id),
            BatchCommands.Scalar(body)
        );
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await using (var batch = _db.CreateBatch())
        {
            batch.Add(Unclaim, ClaimKey());
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
        }

        // Not cancelled half-way: an open transaction would keep its own claim from being given back.
        await _transaction.CommitAsync(CancellationToken.None);
        _committed = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_committed)
            await ReleaseAsync();
        await _transaction.DisposeAsync();
    }

    private NpgsqlParameter[] ClaimKey() => [BatchCommands.Scalar(_shard), Deliveries.Column(d => d.Id)];

    /// <summary>We live: the attempt did not fail through the deliveries.</summary>
    private async Task ReleaseAsync()
    {
        try
        {
            await using var unclaim = _database.Command(Unclaim, ClaimKey());
            await unclaim.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // The database is away. Should it have been started anew, the claim says so; otherwise the next worker takes
            // the deliveries one by one, which is only slower.
        }
    }
}
