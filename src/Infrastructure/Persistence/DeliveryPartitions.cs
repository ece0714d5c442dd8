using System.Globalization;

namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>
/// The days of the delivery log. Its ids are UUIDv7, made of the time of arrival, so a range of ids is a span of time:
/// a delivery is found in one partition, and a day is dropped without touching a row.
/// </summary>
internal sealed class DeliveryPartitions(NpgsqlDataSource database, TimeProvider clock)
{
    private const int DaysAhead = 7;

    /// <summary>Makes sure that the coming days have their partitions. Safe to call at any time, from any replica.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        for (var day = today.AddDays(-1); day <= today.AddDays(DaysAhead); day = day.AddDays(1))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Create(day);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Drops the days before the given one; their events stay in the history.</summary>
    public async Task DropBeforeAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var old in await OldPartitionsAsync(connection, NameOf(day), cancellationToken))
        {
            await using var drop = connection.CreateCommand();
            drop.CommandText = "DROP TABLE IF EXISTS " + old;
            await drop.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var strays = new NpgsqlCommand("DELETE FROM webhook_deliveries_other WHERE received_at < $1", connection);
        strays.Parameters.Add(BatchCommands.Scalar(StartOf(day)));
        await strays.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<string>> OldPartitionsAsync(
        NpgsqlConnection connection,
        string before,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            "SELECT relname FROM pg_class WHERE relispartition AND relname LIKE 'webhook\\_deliveries\\_2%' AND relname < $1",
            connection
        );
        command.Parameters.Add(BatchCommands.Scalar(before));
        return await command.ListAsync(row => row.GetString(0), cancellationToken);
    }

    private static string Create(DateOnly day) =>
        $"CREATE TABLE IF NOT EXISTS {NameOf(day)} PARTITION OF webhook_deliveries FOR VALUES FROM ('{FirstId(day)}') TO ('{FirstId(day.AddDays(1))}')";

    private static string NameOf(DateOnly day) => "webhook_deliveries_" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Below every UUIDv7 of the day and above every one of the day before.</summary>
    private static string FirstId(DateOnly day)
    {
        var milliseconds = StartOf(day).ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture);
        return $"{milliseconds[..8]}-{milliseconds[8..]}-0000-0000-000000000000";
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
