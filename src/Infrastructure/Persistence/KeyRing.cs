using System.Xml.Linq;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>
/// The stored keys of Data Protection, which encrypt tokens and secrets. Either the master key opens all of them, or there is
/// none and all are plain.
/// </summary>
public sealed class KeyRing(NpgsqlDataSource database, MasterKey? master)
{
    private const string Read = "SELECT id, xml FROM data_protection_keys ORDER BY id";

    // Whoever looks whether a key may be added must not be overtaken by another who adds one.
    private const string Lock = "LOCK TABLE data_protection_keys IN SHARE ROW EXCLUSIVE MODE";

    /// <summary>Why the stored keys and the master key do not fit, in one line; null when they do.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return FaultOf([.. (await ReadAsync(connection, cancellationToken)).Select(key => key.Xml)]);
    }

    /// <summary>Adds a key, unless there are others that cannot be read.</summary>
    internal async Task AddAsync(XElement key, string friendlyName, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.DoAsync(Lock, [], cancellationToken);
        var others = await ReadAsync(connection, cancellationToken);
        if (FaultOf([.. others.Select(other => other.Xml), key]) is { } fault)
            throw new InvalidOperationException($"No key is made: {fault}");
        await connection.DoAsync(
            "INSERT INTO data_protection_keys (friendly_name, xml) VALUES ($1, $2)",
            [BatchCommands.Scalar(friendlyName), BatchCommands.Scalar(Text(key))],
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Wraps all keys by the master key: plain ones, and those that a former one opens.</summary>
    /// <returns>How many were wrapped anew, and how many neither opens: then none was.</returns>
    public async Task<(int Rewrapped, int Closed)> RewrapAsync(MasterKey? former, CancellationToken cancellationToken)
    {
        var current = master ?? throw new InvalidOperationException("There is no master key to wrap by.");
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.DoAsync(Lock, [], cancellationToken);
        var keys = (await ReadAsync(connection, cancellationToken))
            .Where(key => StoredKey.IsPlain(key.Xml) || !StoredKey.IsOpenedBy(key.Xml, current))
            .Select(key => (key.Id, Xml: StoredKey.Rewrap(key.Xml, current, former)))
            .ToList();
        if (keys.Count(key => key.Xml is null) is > 0 and var closed)
            return (0, closed);

        foreach (var (id, xml) in keys)
            await connection.DoAsync(
                "UPDATE data_protection_keys SET xml = $2 WHERE id = $1",
                [BatchCommands.Scalar(id), BatchCommands.Scalar(Text(xml!))],
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
        return (keys.Count, 0);
    }

    private string? FaultOf(IReadOnlyCollection<XElement> keys)
    {
        var closed = keys.Count(key => !StoredKey.IsOpenedBy(key, master));
        if (closed > 0)
            return master is null
                ? $"Security__MasterKey: it is missing, but {closed} of {keys.Count} keys in the database are wrapped by one."
                : $"Security__MasterKey: it does not open {closed} of {keys.Count} keys in the database; after a change run rewrap-keys with the former one in Security__FormerMasterKey.";
        var plain = master is null ? 0 : keys.Count(StoredKey.IsPlain);
        return plain > 0
            ? $"Security__MasterKey: {plain} of {keys.Count} keys in the database are not wrapped by it; run rewrap-keys."
            : null;
    }

    private static async Task<List<(int Id, XElement Xml)>> ReadAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Read, connection);
        return await command.ListAsync(row => (row.GetInt32(0), XElement.Parse(row.GetString(1))), cancellationToken);
    }

    private static string Text(XElement key) => key.ToString(SaveOptions.DisableFormatting);
}
