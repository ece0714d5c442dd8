using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>
/// Proves what a replica needs to take deliveries: the database is up to date and answers, its schema is not too new for this
/// build, it stores a delivery, and the keys of secrets can be opened.
/// </summary>
public sealed class Readiness(
    DatabaseMigrator migrator,
    NpgsqlDataSource database,
    KeyRing keys,
    TimeProvider clock,
    ILogger<Readiness> log
)
{
    // Load balancers give a check a few seconds; a database that hangs answers it never.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Anybody may ask, and each proof is a commit.
    private static readonly TimeSpan ProofLasts = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FaultLasts = TimeSpan.FromSeconds(1);
    private const int DeliverySize = 2048;

    // What a delivery needs: room in the table and its indexes, and a commit.
    private const string Store = """
        INSERT INTO webhook_inbox (user_account_id, id, shard, received_at, due_at, raw_body)
        VALUES ($1, $1, 0, now(), 'infinity', $2)
        """;

    private const string Drop = "DELETE FROM webhook_inbox WHERE user_account_id = $1 AND id = $1";

    private const string IsTooNew = """SELECT EXISTS (SELECT FROM schema_requirements WHERE migration_id > $1 COLLATE "C")""";

    private Proof? _last;

    /// <summary>Why this replica is not ready; null when it is.</summary>
    public async Task<Refusal?> FaultAsync(CancellationToken cancellationToken)
    {
        if (!migrator.IsMigrated)
            return Unavailable("The database is not up to date yet.");
        try
        {
            // Not cancelled: on a server that hangs the driver would wait for that too.
            if (await IsTooNewAsync().WaitAsync(Patience, cancellationToken))
                return TooNew();
            return await ProveAsync().WaitAsync(Patience, cancellationToken);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            log.LogWarning("The database does not answer: {Reason}", e.Message);
            return Unavailable("The database does not answer.");
        }
    }

    // Asked each time, as the proof that the database answers: a later build may migrate at any moment.
    private async Task<bool> IsTooNewAsync()
    {
        await using var command = database.Command(IsTooNew, BatchCommands.Scalar(migrator.LastMigration));
        command.CommandTimeout = (int)Patience.TotalSeconds;
        return await command.ExecuteScalarAsync() is true;
    }

    private Refusal TooNew()
    {
        log.LogError(
            "Not ready, a later build has changed the schema: this one knows migrations up to {Last}",
            migrator.LastMigration
        );
        return Refusal.Unavailable(Reasons.SchemaTooNew, "The database needs a later build of the service.");
    }

    private async Task<Refusal?> ProveAsync()
    {
        if (_last is { } last && clock.GetElapsedTime(last.At) < (last.Fault is null ? ProofLasts : FaultLasts))
            return last.Fault;
        var fault = await StoreFaultAsync() ?? await SecretsFaultAsync();
        _last = new(clock.GetTimestamp(), fault);
        return fault;
    }

    private async Task<Refusal?> StoreFaultAsync()
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var commands = new NpgsqlBatch(connection); // one implicit transaction
            commands.Timeout = (int)Patience.TotalSeconds;
            var id = BatchCommands.Scalar(Guid.CreateVersion7());
            commands.Add(Store, id, BatchCommands.Scalar(RandomNumberGenerator.GetBytes(DeliverySize)));
            commands.Add(Drop, id.Clone());
            await commands.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException e)
        {
            log.LogError("Not ready, the database stores nothing: {State} {Reason}", e.SqlState, e.MessageText);
            return Refusal.Unavailable(Reasons.DatabaseStoresNothing, $"The database stores nothing: {e.SqlState}.");
        }
    }

    private async Task<Refusal?> SecretsFaultAsync()
    {
        if (await keys.FaultAsync(CancellationToken.None) is not { } fault)
            return null;
        log.LogError("Not ready: {Fault}", fault);
        return Refusal.Unavailable(Reasons.SecretsClosed, "Stored secrets cannot be opened; the log says why.");
    }

    private static Refusal Unavailable(string message) => Refusal.Unavailable(Reasons.DatabaseUnavailable, message);

    private sealed record Proof(long At, Refusal? Fault);
}
