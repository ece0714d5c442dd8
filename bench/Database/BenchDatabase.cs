using AmoCrmQualification.Infrastructure.EmbeddedPostgres;
using AmoCrmQualification.Infrastructure.Persistence;
using Npgsql;

namespace AmoCrmQualification.Bench.Database;

/// <summary>A durable PostgreSQL of the bench's own, as the service itself would start it; gone afterwards.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly Lazy<Task> _stop;

    private BenchDatabase(string connectionString, Func<Task> stop)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 60, CommandTimeout = 0 };
        ConnectionString = settings.ConnectionString;
        Source = NpgsqlDataSource.Create(settings);
        _stop = new(async () =>
        {
            await stop();
            await Source.DisposeAsync();
        });
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    public static async Task<BenchDatabase> StartAsync()
    {
        var directory = Directory.CreateTempSubdirectory("amocrm-bench-");
        directory.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute; // PostgreSQL may run as another user
        var options = new EmbeddedPostgresOptions { DataDirectory = directory.FullName, Durable = true };
        var postgres = await EmbeddedPostgres.StartAsync(options, CancellationToken.None);
        return new(
            postgres.ConnectionString,
            async () =>
            {
                await postgres.DisposeAsync();
                directory.Delete(recursive: true);
            }
        );
    }

    /// <summary>
    /// An empty database on the same server, for what must not meet the rest: accounts that are connected would be
    /// worked on by every service that is started later.
    /// </summary>
    public async Task<BenchDatabase> CreateAsync(string name)
    {
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new(
            new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString,
            () => ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)")
        );
    }

    public async Task<string> VersionAsync() => (await ScalarAsync<string>("SHOW server_version")).Split(' ')[0];

    public async Task ExecuteAsync(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = Source.Command(sql, parameters);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = Source.Command(sql, parameters);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The first column of every row, as text.</summary>
    public async Task<List<string>> RowsAsync(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = Source.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.IsDBNull(0) ? "" : reader.GetValue(0).ToString()!);
        return rows;
    }

    /// <summary>Returns when a service has counted all changed days, as it has some seconds after the last change.</summary>
    public async Task DaysAreCountedAsync()
    {
        while (await ScalarAsync<bool>("SELECT EXISTS (SELECT FROM stale_days)"))
            await Task.Delay(TimeSpan.FromMilliseconds(200));
    }

    /// <summary>A script that lies beside the code.</summary>
    public static string Script(string name)
    {
        using var stream = typeof(BenchDatabase).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Also called while the bench still works, when it is interrupted; both callers wait for the end.</summary>
    public async ValueTask DisposeAsync() => await _stop.Value;
}
