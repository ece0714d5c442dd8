using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>Looks into a service's database past the service.</summary>
internal static class Sql
{
    private const int Patience = 180; // seconds; oracles count slowly, and a machine may be busy

    public static async Task<T> ScalarAsync<T>(this Service service, string sql, params object[] arguments)
    {
        await using var connection = await OpenAsync(service.ConnectionString);
        await using var command = Command(connection, sql, arguments);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static Task ExecuteAsync(this Service service, string sql, params object[] arguments) =>
        ExecuteAsync(service.ConnectionString, sql, arguments);

    public static async Task ExecuteAsync(string connectionString, string sql, params object[] arguments)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = Command(connection, sql, arguments);
        await command.ExecuteNonQueryAsync();
    }

    public static Task<IReadOnlyList<object[]>> RowsAsync(this Service service, string sql, params object[] arguments) =>
        RowsAsync(service.ConnectionString, sql, arguments);

    public static async Task<IReadOnlyList<object[]>> RowsAsync(string connectionString, string sql, params object[] arguments)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = Command(connection, sql, arguments);
        await using var reader = await command.ExecuteReaderAsync();
        List<object[]> rows = [];
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The tables that have one of these texts in any column of any row, as text or as bytes.</summary>
    public static async Task<IReadOnlyList<string>> TablesWithAsync(this Service service, params string[] texts)
    {
        var tables = await service.RowsAsync(
            """
            SELECT quote_ident(relname), quote_literal(relname) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
            """
        );
        var spellings = texts.SelectMany(text =>
            new[] { text, Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text)) }
        );
        var found = await service.RowsAsync(
            string.Join(
                " UNION ALL ",
                tables.Select(table =>
                    $"SELECT {table[1]} WHERE EXISTS (SELECT FROM (SELECT t::text AS line FROM {table[0]} t OFFSET 0) AS t, unnest($1) AS s WHERE strpos(line, s) > 0)"
                )
            ),
            (object)spellings.ToArray()
        );
        return [.. found.Select(row => (string)row[0])];
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] arguments)
    {
        NpgsqlCommand command = new(sql, connection) { CommandTimeout = Patience };
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }
}
