namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>
/// Connections for counting. They are few, so that no count takes one from what must not wait. Plans are made anew for each
/// period, as one for any period would be wrong for most; compiling them, or starting workers to share them, would take longer
/// than most run, and leaves no core to what must not wait. Nothing is written: the server may be a
/// read replica.
/// </summary>
internal sealed class AnalyticsDatabase : IAsyncDisposable
{
    private const int MostConnections = 10;
    private const int Patience = 60; // seconds

    private const string Settings = """
        SET plan_cache_mode = force_custom_plan;
        SET jit = off;
        SET work_mem = '64MB';
        SET max_parallel_workers_per_gather = 0;
        SET default_transaction_read_only = on
        """;

    private readonly NpgsqlDataSource _servers;
    private readonly NpgsqlDataSource _database;

    /// <param name="connectionString">Of one server, or of several, of which replicas are asked before their primary.</param>
    public AnalyticsDatabase(string connectionString, IEnumerable<DataSourceWatch> watches)
    {
        _servers = Open(connectionString, watches);
        _database = _servers is NpgsqlMultiHostDataSource several
            ? several.WithTargetSession(TargetSessionAttributes.PreferStandby)
            : _servers;
    }

    public NpgsqlCommand Command(string sql, IEnumerable<NpgsqlParameter> parameters)
    {
        var command = _database.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    public async Task<List<T>> ListAsync<T>(CountStatement<T> statement, CancellationToken cancellationToken)
    {
        await using var command = Command(statement.Sql, statement.Parameters);
        return await command.ListAsync(statement.Read, cancellationToken);
    }

    /// <summary>The rows of each statement, in one round trip.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<T>>> ListEachAsync<T>(
        IEnumerable<CountStatement<T>> statements,
        CancellationToken cancellationToken
    )
    {
        var all = statements.ToList();
        if (all.Count == 0)
            return [];
        await using var batch = _database.CreateBatch();
        foreach (var statement in all)
            batch.Add(statement.Sql, [.. statement.Parameters]);
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        var answers = new List<IReadOnlyList<T>>(all.Count);
        foreach (var statement in all)
        {
            var rows = new List<T>();
            while (await row.ReadAsync(cancellationToken))
                rows.Add(statement.Read(row));
            answers.Add(rows);
            await row.NextResultAsync(cancellationToken);
        }

        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _servers.DisposeAsync();
    }

    private static NpgsqlDataSource Open(string connectionString, IEnumerable<DataSourceWatch> watches)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = MostConnections,
            MinPoolSize = 0,
            CommandTimeout = Patience,
            NoResetOnClose = true, // nothing but the settings is kept in a session
            TargetSessionAttributes = null, // ours, whatever was written
            HostRecheckSeconds = 1, // of several, one that was gone a moment ago is tried again
        };
        settings.ApplicationName = "amocrm-qualification-analytics";
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(Settings, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(Settings, connection);
                await command.ExecuteNonQueryAsync();
            }
        );
        return builder.WatchedBy(watches).Build();
    }
}
