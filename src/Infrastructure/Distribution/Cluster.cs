namespace AmoCrmQualification.Infrastructure.Distribution;

/// <summary>Spreads tables by the functions of Citus, on a connection to its coordinator.</summary>
internal sealed class Cluster(NpgsqlConnection connection)
{
    private const string HasExtension = "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'citus')";

    // Tables that are local but known to Citus, for a key to the reference table, have no column of distribution either.
    private const string Spread = """
        SELECT logicalrelid::regclass::text FROM pg_dist_partition WHERE partmethod = 'h' OR (partmethod = 'n' AND repmodel = 't')
        """;

    private const string Copy = "SELECT create_reference_table($1)";
    private const string Distribute = $"SELECT create_distributed_table($1, '{TablePlacement.Column}')";

    private const string DistributeBeside = $"""
        SELECT create_distributed_table($1, '{TablePlacement.Column}', colocate_with => '{TablePlacement.First}')
        """;

    public async Task<bool> IsThereAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(HasExtension, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Lists the tables that are spread or copied already.</summary>
    public async Task<IReadOnlySet<string>> SpreadAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Spread, connection);
        var tables = await command.ListAsync(row => row.GetString(0), cancellationToken);
        return tables.ToHashSet(StringComparer.Ordinal);
    }

    public async Task SpreadAsync(string table, CancellationToken cancellationToken)
    {
        var sql = table switch
        {
            TablePlacement.Reference => Copy,
            TablePlacement.First => Distribute,
            _ => DistributeBeside,
        };
        await using var command = new NpgsqlCommand(sql, connection)
        {
            CommandTimeout = 0, // moves all rows of the table
            Parameters = { BatchCommands.Scalar(table) },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
