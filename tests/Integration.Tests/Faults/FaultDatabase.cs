using System.Diagnostics;
using System.Globalization;
using AmoCrmQualification.Infrastructure.EmbeddedPostgres;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>A database of the test's own, seen by SQL. With a server of its own it can be restarted.</summary>
internal sealed class FaultDatabase : IAsyncDisposable
{
    /// <summary>The locks of this database's sessions, for queries: the server has other tests' databases too.</summary>
    public const string Locks =
        "(SELECT l.*, a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.datname = current_database()) AS locks";

    private readonly EmbeddedPostgres? _server;
    private readonly string? _directory;
    private readonly NpgsqlDataSource _source;

    private FaultDatabase(string connectionString, EmbeddedPostgres? server, string? directory)
    {
        (ConnectionString, _server, _directory) = (connectionString, server, directory);
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "the test", MaxPoolSize = 10 };
        _source = NpgsqlDataSource.Create(settings);
    }

    public string ConnectionString { get; }

    public static async Task<FaultDatabase> CreateAsync() =>
        new(await TestPostgres.CreateDatabaseAsync(), server: null, directory: null);

    /// <summary>With nothing in it: whoever comes first makes it.</summary>
    public static async Task<FaultDatabase> CreateEmptyAsync() =>
        new(await TestPostgres.CreateEmptyDatabaseAsync(), server: null, directory: null);

    /// <summary>On a server of its own that keeps what it committed.</summary>
    public static async Task<FaultDatabase> WithServerAsync()
    {
        var directory = TestDirectory.Create();
        var server = await EmbeddedPostgres.StartAsync(new() { DataDirectory = directory }, CancellationToken.None);
        return new(server.ConnectionString, server, directory);
    }

    /// <summary>The database seen as one service of several.</summary>
    public string As(string applicationName) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { ApplicationName = applicationName }.ConnectionString;

    /// <summary>An orderly restart: sessions are ended, then the server.</summary>
    public Task RestartFastAsync() => _server!.RestartAsync(() => Task.CompletedTask, CancellationToken.None);

    /// <summary>The server drops everything; what is committed has to be found in its log. Its keeper starts it again.</summary>
    public async Task RestartImmediatelyAsync()
    {
        var former = _server!.ProcessId!.Value;
        using var kill = Process.Start("kill", ["-QUIT", former.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await Support.TestAccount.UntilAsync(
            () => Task.FromResult(_server.ProcessId is { } now && now != former),
            () => "PostgreSQL was not started again"
        );
    }

    /// <summary>Stops the server in the middle of whatever it does, until disposed: it takes connections and answers none.</summary>
    public async Task<IAsyncDisposable> FreezeAsync()
    {
        var server = _server!.ProcessId!.Value.ToString(CultureInfo.InvariantCulture);
        await SignalAsync("STOP", server);
        return new Frozen(server);
    }

    private static async Task SignalAsync(string signal, string server)
    {
        using var itself = Process.Start("kill", [$"-{signal}", server]); // first: it starts no child any more
        await itself.WaitForExitAsync();
        using var children = Process.Start("pkill", [$"-{signal}", "--parent", server]);
        await children.WaitForExitAsync();
    }

    public async Task<T> OneAsync<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<IReadOnlyList<string>> LinesAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }

    public async Task DoAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until the query answers true.</summary>
    public Task UntilAsync(string condition) =>
        Support.TestAccount.UntilAsync(() => OneAsync<bool>($"SELECT {condition}"), () => condition);

    public Task UntilDoneAsync() => UntilAsync("NOT EXISTS (SELECT 1 FROM webhook_inbox WHERE NOT is_dead)");

    /// <summary>Waits until nothing is pending, for as long as something gets done: a long run leaves a long queue.</summary>
    public async Task UntilDrainedAsync()
    {
        const string Pending = "SELECT count(*) FROM webhook_inbox WHERE NOT is_dead";
        for (var left = await OneAsync<long>(Pending); left > 0; )
        {
            var before = left;
            await Support.TestAccount.UntilAsync(
                async () => (left = await OneAsync<long>(Pending)) < before,
                () => $"{before} deliveries wait and none of them was done"
            );
        }
    }

    /// <summary>Holds what the statement locks until disposed.</summary>
    public async Task<Held> HoldAsync(string sql)
    {
        var connection = await _source.OpenConnectionAsync();
        var held = new Held(connection, await connection.BeginTransactionAsync());
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
        return held;
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        if (_server is null)
        {
            await TestPostgres.DropDatabaseAsync(ConnectionString);
            return;
        }

        await _server.DisposeAsync();
        TestDirectory.Delete(_server.Location.Sockets);
        TestDirectory.Delete(_server.Location.Root);
        TestDirectory.Delete(_directory!);
    }

    private sealed class Frozen(string server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await SignalAsync("CONT", server);
    }

    internal sealed class Held(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
