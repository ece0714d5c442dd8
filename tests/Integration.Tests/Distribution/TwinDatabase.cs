using AmoCrmQualification.Infrastructure.Distribution;
using AmoCrmQualification.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Integration.Tests.Distribution;

/// <summary>
/// A database whose tables of accounts are partitioned by account, as Citus spreads them: PostgreSQL plans a statement over the
/// partitions that it cannot rule out, and so says on how many machines it would run.
/// </summary>
internal sealed class TwinDatabase : IAsyncDisposable
{
    private const string Part = "_part";

    private const string TakeKeysOff = """
        DO $$ DECLARE key record; BEGIN
          FOR key IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 LOOP
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', key.owner, key.conname);
          END LOOP;
        END $$
        """;

    // A unique index without the account is refused here, as Citus refuses it.
    private const string Partition = """
        ALTER TABLE {0} RENAME TO {0}_whole;
        CREATE TABLE {0} (LIKE {0}_whole INCLUDING DEFAULTS INCLUDING INDEXES) PARTITION BY HASH (user_account_id);
        CREATE TABLE {0}_part0 PARTITION OF {0} FOR VALUES WITH (MODULUS 3, REMAINDER 0);
        CREATE TABLE {0}_part1 PARTITION OF {0} FOR VALUES WITH (MODULUS 3, REMAINDER 1);
        CREATE TABLE {0}_part2 PARTITION OF {0} FOR VALUES WITH (MODULUS 3, REMAINDER 2);
        DROP TABLE {0}_whole CASCADE
        """;

    private TwinDatabase(string connectionString, IReadOnlyList<string> spread) =>
        (ConnectionString, Spread) = (connectionString, spread);

    public string ConnectionString { get; }

    /// <summary>The tables that are spread.</summary>
    public IReadOnlyList<string> Spread { get; }

    public static async Task<TwinDatabase> CreateAsync(Service service)
    {
        using var scope = service.Services.CreateScope();
        var spread = TablePlacement.Distributed(scope.ServiceProvider.GetRequiredService<AppDbContext>().Model);
        TwinDatabase twin = new(await TestPostgres.CreateDatabaseAsync(), spread);
        var statements = spread.Select(table => Partition.Replace("{0}", table, StringComparison.Ordinal));
        await Sql.ExecuteAsync(twin.ConnectionString, string.Join(";\n", [TakeKeysOff, .. statements]));
        return twin;
    }

    /// <summary>The spread table of a relation in a plan, and its partition where it is one; null where it is another table.</summary>
    public (string Table, string? Partition)? Find(string relation)
    {
        var at = relation.LastIndexOf(Part, StringComparison.Ordinal);
        var table = at < 0 ? relation : relation[..at];
        return Spread.Contains(table) ? (table, at < 0 ? null : relation[at..]) : null;
    }

    public async ValueTask DisposeAsync() => await TestPostgres.DropDatabaseAsync(ConnectionString);
}
