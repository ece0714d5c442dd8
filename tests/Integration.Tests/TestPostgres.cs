using AmoCrmQualification.Infrastructure.EmbeddedPostgres;
using Npgsql;

/// <summary>One PostgreSQL for the whole run: our own embedded one, or the server that TEST_PG names.</summary>
public static class TestPostgres
{
    private static EmbeddedPostgres? s_embedded;
    private static string? s_directory;

    public static string ConnectionString { get; private set; } = "";

    /// <summary>The name of a database that new ones are copied from; nothing may be connected to it.</summary>
    private static string? s_template;

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

    /// <summary>Has databases be born as this one is made to be: its tables, and nothing in them.</summary>
    public static async Task UseTemplateAsync(Func<string, Task> makeAsync)
    {
        string connectionString = await CreateEmptyDatabaseAsync();
        await makeAsync(connectionString);
        await ExecuteAsync(
            connectionString,
            """
            DO $$ BEGIN EXECUTE (
              SELECT 'TRUNCATE ' || string_agg(format('%I', relname), ', ') FROM pg_class
              WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relispartition AND relname <> '__EFMigrationsHistory');
            END $$
            """
        );
        NpgsqlConnection.ClearAllPools();
        s_template = new NpgsqlConnectionStringBuilder(connectionString).Database;
    }

    /// <returns>The connection string of a database of the caller's own, as the service makes it.</returns>
    public static Task<string> CreateDatabaseAsync() => CreateAsync(s_template is null ? "" : $" TEMPLATE {s_template}");

    /// <returns>The connection string of a database of the caller's own that has nothing in it yet.</returns>
    public static Task<string> CreateEmptyDatabaseAsync() => CreateAsync("");

    public static async Task DropDatabaseAsync(string connectionString)
    {
        await using (NpgsqlConnection connection = new(connectionString))
            NpgsqlConnection.ClearPool(connection);
        NpgsqlConnectionStringBuilder given = new(connectionString);
        NpgsqlConnectionStringBuilder other = new(ConnectionString) { Username = given.Username }; // who may end its connections
        await ExecuteAsync(other.ConnectionString, $"DROP DATABASE IF EXISTS {given.Database} WITH (FORCE)");
    }

    private static async Task<string> CreateAsync(string how)
    {
        string name = $"test_{Guid.CreateVersion7():N}";
        await ExecuteAsync(ConnectionString, $"CREATE DATABASE {name}{how}");
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
