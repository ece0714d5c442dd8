namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Watches what the service says to PostgreSQL: it is told of each pool of connections before that opens.</summary>
internal sealed record DataSourceWatch(Action<NpgsqlDataSourceBuilder> Begin);

internal static class DataSourceWatches
{
    public static NpgsqlDataSourceBuilder WatchedBy(this NpgsqlDataSourceBuilder pool, IEnumerable<DataSourceWatch> watches)
    {
        foreach (var watch in watches)
            watch.Begin(pool);
        return pool;
    }
}
