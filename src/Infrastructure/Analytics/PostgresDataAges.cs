using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class PostgresDataAges(AnalyticsDatabase database) : IDataAges
{
    // Ids are in the order of arrival.
    private const string Delivered =
        "SELECT received_at FROM webhook_deliveries WHERE user_account_id = $1 ORDER BY id DESC LIMIT 1";

    private const string Compared = """
        SELECT started_at FROM sync_runs
        WHERE user_account_id = $1 AND kind IN ('reconciliation', 'backfill') AND state = 'done'
        ORDER BY due_at DESC LIMIT 1
        """;

    public async Task<IReadOnlyList<DateTimeOffset?>> ReadAsync(
        IReadOnlyList<UserAccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        var known = await database.ListEachAsync(
            accounts.SelectMany(account => new[] { Instant(Delivered, account), Instant(Compared, account) }),
            cancellationToken
        );
        return [.. known.Chunk(2).Select(of => of.SelectMany(instants => instants).Max())];
    }

    private static CountStatement<DateTimeOffset?> Instant(string sql, UserAccountId account) =>
        new(sql, [BatchCommands.Scalar(account.Value)], row => row.Instant(0));
}
