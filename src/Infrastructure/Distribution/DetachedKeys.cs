namespace AmoCrmQualification.Infrastructure.Distribution;

/// <summary>
/// Foreign keys that are gone while tables are spread, as Citus refuses to spread one of two tables with a key between them.
/// They are remembered in a table of their own, which is written with their removal and outlives a crash.
/// </summary>
internal sealed class DetachedKeys(NpgsqlConnection connection)
{
    private const string Prepare = """
        CREATE TABLE IF NOT EXISTS distribution_foreign_keys (
          table_name text, name text, definition text NOT NULL, PRIMARY KEY (table_name, name))
        """;

    private const string Remember = """
        INSERT INTO distribution_foreign_keys
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE contype = 'f' AND conparentid = 0 AND (conrelid = ANY ($1::regclass[]) OR confrelid = ANY ($1::regclass[]))
        """;

    private const string Drop = """
        DO $$ DECLARE key record; BEGIN
          FOR key IN SELECT k.table_name, k.name FROM distribution_foreign_keys k
            JOIN pg_constraint c ON c.conrelid = k.table_name::regclass AND c.conname = k.name
          LOOP
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', key.table_name, key.name);
          END LOOP;
        END $$
        """;

    private const string Read = "SELECT table_name, name, definition FROM distribution_foreign_keys ORDER BY table_name, name";
    private const string Forget = "DELETE FROM distribution_foreign_keys WHERE table_name = $1 AND name = $2";
    private const string Clear = "DROP TABLE distribution_foreign_keys";

    /// <summary>Takes off the keys from and to these tables.</summary>
    public async Task DetachAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken)
    {
        await connection.DoAsync(Prepare, [], cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.DoAsync(Remember, [tables.Column(table => table)], cancellationToken);
        await connection.DoAsync(Drop, [], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Adds them again, by a statement each: Citus takes no key beside other changes of a table.</summary>
    public async Task AttachAsync(Func<string, Task> tellAsync, CancellationToken cancellationToken)
    {
        foreach (var (table, name, definition) in await ReadAsync(cancellationToken))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await connection.DoAsync("SET LOCAL citus.multi_shard_modify_mode = 'sequential'", [], cancellationToken);
            await connection.DoAsync($"ALTER TABLE {table} ADD CONSTRAINT \"{name}\" {definition}", [], cancellationToken);
            await connection.DoAsync(Forget, [BatchCommands.Scalar(table), BatchCommands.Scalar(name)], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await tellAsync($"{table}: {name} is checked again");
        }

        await connection.DoAsync(Clear, [], cancellationToken);
    }

    private async Task<List<(string Table, string Name, string Definition)>> ReadAsync(CancellationToken cancellationToken)
    {
        await connection.DoAsync(Prepare, [], cancellationToken);
        await using var command = new NpgsqlCommand(Read, connection);
        return await command.ListAsync(row => (row.GetString(0), row.GetString(1), row.GetString(2)), cancellationToken);
    }
}
