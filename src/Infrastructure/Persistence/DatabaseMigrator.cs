using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Brings the database up to date, one replica at a time, so that several may start at once.</summary>
public sealed class DatabaseMigrator(IServiceScopeFactory scopes, NpgsqlDataSource database, ILogger<DatabaseMigrator> log)
{
    private const long MigrationLock = 7000;

    // For Citus, which else refuses to change tables that are spread and tables that are copied in one transaction. PostgreSQL alone
    // takes it for a setting of nobody.
    private const string OneShardAfterAnother = "SET citus.multi_shard_modify_mode = 'sequential'";

    /// <summary>True once this process has seen the database migrated.</summary>
    public bool IsMigrated { get; private set; }

    /// <summary>The last migration that this build knows, once the database is migrated.</summary>
    public string LastMigration { get; private set; } = "";

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (
            var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection)
            {
                CommandTimeout = 0,
                Parameters = { BatchCommands.Scalar(MigrationLock) },
            }
        )
            await take.ExecuteNonQueryAsync(cancellationToken);

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var known = db.Database.GetMigrations().ToList();
        var pending = known.Except(await AppliedAsync(connection, cancellationToken)).Count();
        if (pending > 0)
        {
            log.LogInformation("Applying {Count} database migrations", pending);
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            await db.Database.OpenConnectionAsync(cancellationToken); // the same for all that follows
            await db.Database.ExecuteSqlRawAsync(OneShardAfterAnother, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        await scope.ServiceProvider.GetRequiredService<DeliveryPartitions>().PrepareAsync(cancellationToken);
        LastMigration = known[^1];
        IsMigrated = true;

        await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", connection)
        {
            Parameters = { BatchCommands.Scalar(MigrationLock) },
        };
        await release.ExecuteNonQueryAsync(cancellationToken);
    }

    // EF Core would build the whole model to answer, which is half a second of each start.
    private static async Task<IReadOnlyList<string>> AppliedAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await using NpgsqlCommand exists = new("""SELECT to_regclass('"__EFMigrationsHistory"') IS NOT NULL""", connection);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true)
            return [];
        await using NpgsqlCommand applied = new("""SELECT array_agg(migration_id) FROM "__EFMigrationsHistory" """, connection);
        return await applied.ExecuteScalarAsync(cancellationToken) as string[] ?? [];
    }
}
