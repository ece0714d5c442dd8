namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>
/// Connections for counting. They are few, so that no count takes one from what must not wait. Plans are made anew for each
/// period, as one for any period would be wrong for most; compiling them, or starting workers to share them, would take longer
/// than most run, and leaves no core to what must not wait.
/// </summary>
internal sealed class AnalyticsDatabase(string connectionString) : IAsyncDisposable
{
    private const int MostConnections = 10;
    private const int Patience = 60; // seconds

    private const string Settings = """
        SET plan_cache_mode = force_custom_plan;
        SET jit = off;
        SET work_mem = '64MB';
        SET max_parallel_workers_per_gather = 0
        """;

    private readonly NpgsqlDataSource _database = Open(connectionString);

    public NpgsqlCommand Command(string sql, IEnumerable<NpgsqlParameter> parameters)
    {
        var command = _database.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static NpgsqlDataSource Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = MostConnections,
            MinPoolSize = 0,
            CommandTimeout = Patience,
            NoResetOnClose = true, // nothing but the settings is kept in a session
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
        return builder.Build();
    }
}
