using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Distribution;

/// <summary>Spreads the tables over the machines of a cluster of Citus. It may be run again at any time, and goes on after a crash.</summary>
public sealed class Distributor(IServiceScopeFactory scopes, NpgsqlDataSource database)
{
    // One of several at a time; a migration has another.
    private const string Lock = "SELECT pg_advisory_lock(7007)";

    // Citus spreads no table that has triggers. Nothing tells then which days change, so none is read as it was stored.
    internal const string StoreNoDays = """
        DROP FUNCTION IF EXISTS mark_days_of_leads, mark_day_before, mark_days_of_deals, mark_days_of_sales CASCADE;
        DELETE FROM cohort_settings
        """;

    /// <summary>Returns false where the database has no Citus.</summary>
    /// <param name="tellAsync">Hears a line for each table.</param>
    public async Task<bool> DistributeAsync(Func<string, Task> tellAsync, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        Cluster cluster = new(connection);
        if (!await cluster.IsThereAsync(cancellationToken))
            return false;
        await connection.DoAsync(Lock, [], cancellationToken);
        var spread = await cluster.SpreadAsync(cancellationToken);
        List<string> tables = [TablePlacement.Reference, .. Distributed()];
        var whole = tables.Where(table => !spread.Contains(table)).ToList();
        DetachedKeys keys = new(connection);
        if (whole.Count > 0)
        {
            await connection.DoAsync(StoreNoDays, [], cancellationToken);
            await keys.DetachAsync(whole, cancellationToken);
        }

        foreach (var table in tables)
        {
            if (!spread.Contains(table))
                await cluster.SpreadAsync(table, cancellationToken);
            await tellAsync(Told(table, isNew: !spread.Contains(table)));
        }

        await keys.AttachAsync(tellAsync, cancellationToken);
        foreach (var (table, reason) in TablePlacement.Local)
            await tellAsync($"{table}: stays on the coordinator, {reason}");
        return true;
    }

    private static string Told(string table, bool isNew) =>
        (table == TablePlacement.Reference ? $"{table}: a copy on each machine" : $"{table}: spread by {TablePlacement.Column}")
        + (isNew ? "" : ", as before");

    private IReadOnlyList<string> Distributed()
    {
        using var scope = scopes.CreateScope();
        return TablePlacement.Distributed(scope.ServiceProvider.GetRequiredService<AppDbContext>().Model);
    }
}
