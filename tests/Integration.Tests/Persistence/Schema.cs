namespace AmoCrmQualification.Integration.Tests.Persistence;

/// <summary>The tables of a database, as far as statements on them depend on it.</summary>
internal sealed record Schema(
    IReadOnlyDictionary<(string Table, string Column), SchemaColumn> Columns,
    IReadOnlySet<(string Table, string Text)> Rules
)
{
    // Not the schedule's tables, which Quartz makes itself, nor the partitions, which come and go.
    private const string Tables = """
        FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname !~ '^(qrtz_|__)'
        """;

    private const string ReadColumns = $"""
        SELECT t.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod),
          a.attnotnull AND NOT a.atthasdef AND a.attidentity = ''
        FROM (SELECT c.oid, c.relname {Tables}) t
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        """;

    // A primary key is a unique index, too: what matters to ON CONFLICT are its columns.
    private const string ReadRules = $"""
        SELECT t.relname::text, pg_get_constraintdef(r.oid)
        FROM (SELECT c.oid, c.relname {Tables}) t JOIN pg_constraint r ON r.conrelid = t.oid AND r.contype NOT IN ('p', 'u')
        UNION ALL
        SELECT t.relname::text, 'UNIQUE ' || regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING \w+ ', '')
        FROM (SELECT c.oid, c.relname {Tables}) t JOIN pg_index i ON i.indrelid = t.oid AND i.indisunique
        """;

    public static async Task<Schema> ReadAsync(string connectionString) =>
        new(
            (await Sql.RowsAsync(connectionString, ReadColumns)).ToDictionary(
                row => ((string)row[0], (string)row[1]),
                row => new SchemaColumn((string)row[2], (bool)row[3])
            ),
            (await Sql.RowsAsync(connectionString, ReadRules)).Select(row => ((string)row[0], (string)row[1])).ToHashSet()
        );

    /// <summary>Lists the differences that could make a statement fail that was right before.</summary>
    public static IEnumerable<string> Contractions(Schema before, Schema after)
    {
        var (tables, tablesAfter) = (before.TableNames(), after.TableNames());
        var kept = tables.Intersect(tablesAfter).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. tables.Except(tablesAfter).Select(table => $"{table} is gone"),
            .. from column in before.Columns.Keys
            where kept.Contains(column.Table) && !after.Columns.ContainsKey(column)
            select $"{column.Table}.{column.Column} is gone",
            .. from column in before.Columns
            where after.Columns.TryGetValue(column.Key, out var now) && now.Type != column.Value.Type
            select $"{column.Key.Table}.{column.Key.Column} is {after.Columns[column.Key].Type}",
            .. from column in after.Columns
            where column.Value.IsRequired && kept.Contains(column.Key.Table)
            where !before.Columns.TryGetValue(column.Key, out var was) || !was.IsRequired
            select $"{column.Key.Table}.{column.Key.Column} is required",
            .. from rule in after.Rules.Except(before.Rules)
            where kept.Contains(rule.Table)
            select $"{rule.Table}: {rule.Text} is new",
            .. from rule in before.Rules.Except(after.Rules)
            where kept.Contains(rule.Table) && rule.Text.StartsWith("UNIQUE", StringComparison.Ordinal)
            select $"{rule.Table}: {rule.Text} is gone",
        ];
    }

    private HashSet<string> TableNames() => Columns.Keys.Select(c => c.Table).ToHashSet(StringComparer.Ordinal);
}

/// <param name="IsRequired">A statement that inserts without it fails.</param>
internal sealed record SchemaColumn(string Type, bool IsRequired);
