using AmoCrmQualification.Infrastructure.Persistence.Embedded;
using Npgsql;

/// <summary>One PostgreSQL for the whole run: our own embedded one, or the server that TEST_PG names.</summary>
public static class TestPostgres
{
    private static EmbeddedPostgres? s_embedded;
    private static string? s_directory;

    public static string ConnectionString { get; private set; } = "";

    /// <summary>The name of a database that new ones are copied from; nothing may be connected to it.</summary>
    public static string? Template { get; set; }

    public static async Task StartAsync()
    {
        if (Environment.GetEnvironmentVariable("TEST_PG") is { Length: > 0 } given)
        {
            ConnectionString = given;
            return;
        }

        s_directory = TestDirectory.Create();
        EmbeddedPostgresOptions options = new()
        {
            DataDirectory = s_directory,
            Durable = false,
            Settings = new Dictionary<string, string> { ["max_connections"] = "300" },
        };
        s_embedded = await EmbeddedPostgres.StartAsync(options, CancellationToken.None);
        ConnectionString = s_embedded.ConnectionString;
        await AllowDroppingAsync(s_embedded.ConnectionString);
    }

    // A worker of autovacuum belongs to no role: without this a database that it is in cannot be dropped.
    private static async Task AllowDroppingAsync(string connectionString)
    {
        NpgsqlConnectionStringBuilder service = new(connectionString);
        string grant = $"GRANT pg_signal_backend TO {service.Username}";
        service.Username = "postgres";
        await ExecuteAsync(service.ConnectionString, grant);
    }

    public static async Task StopAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (s_embedded is null)
            return;
        await s_embedded.DisposeAsync();
        TestDirectory.Delete(s_directory!);
    }

    /// <returns>The connection string of a database of the caller's own.</returns>
    public static async Task<string> CreateDatabaseAsync()
    {
        string name = $"test_{Guid.CreateVersion7():N}";
        await ExecuteAsync(ConnectionString, $"CREATE DATABASE {name}" + (Template is null ? "" : $" TEMPLATE {Template}"));
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    public static async Task DropDatabaseAsync(string connectionString)
    {
        await using (NpgsqlConnection connection = new(connectionString))
            NpgsqlConnection.ClearPool(connection);
        string? name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync(ConnectionString, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
