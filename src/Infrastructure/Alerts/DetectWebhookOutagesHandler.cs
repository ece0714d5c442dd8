using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Domain.Webhooks;

namespace AmoCrmQualification.Infrastructure.Alerts;

/// <summary>Sets over all accounts: one statement counts, one marks. Between them the last delivery of each is looked up.</summary>
internal sealed class DetectWebhookOutagesHandler(NpgsqlDataSource database, TimeProvider clock)
    : IRequestHandler<DetectWebhookOutagesCommand, Unit>
{
    // The last hours are counted again, as a delivery that waited is logged late.
    private static readonly string CountHours = $"""
        WITH span AS (
          SELECT date_trunc('hour', coalesce((SELECT max(hour) FROM delivery_hours) - interval '3 hours', now() - interval '28 days')) AS since)
        INSERT INTO delivery_hours (user_account_id, hour, deliveries)
        SELECT d.user_account_id, date_trunc('hour', d.received_at), count(*)
        FROM webhook_deliveries d
        WHERE d.id >= (SELECT {FirstIdAt("since")} FROM span) AND d.received_at < date_trunc('hour', now())
        GROUP BY 1, 2
        ON CONFLICT (user_account_id, hour) DO UPDATE SET deliveries = excluded.deliveries
        """;

    private const string ForgetHours = "DELETE FROM delivery_hours WHERE hour < now() - interval '36 days'";

    private const string Counted = """
        SELECT a.id, a.time_zone, max(h.hour)
        FROM delivery_hours h
        JOIN user_accounts a ON a.id = h.user_account_id AND NOT a.is_archived
        JOIN amocrm_connections c ON c.user_account_id = a.id
        GROUP BY a.id, a.time_zone
        """;

    // From the last counted hour on.
    private static readonly string LastLogged = $"""
        SELECT user_account_id, received_at FROM webhook_deliveries
        WHERE user_account_id = $1 AND id >= {FirstIdAt("$2")} ORDER BY id DESC LIMIT 1
        """;

    // Of the tables that stay on the coordinator alone: Citus changes none in a statement beside one that is copied or spread.
    private const string Heard = """
        SELECT counted.*, a.time_zone,
               greatest(counted.last_hour, a.logged_at,
                        (SELECT max(received_at) FROM webhook_inbox i WHERE i.user_account_id = a.id)) AS last_at
        FROM (SELECT user_account_id, min(hour) AS first_hour, max(hour) AS last_hour FROM delivery_hours GROUP BY 1) AS counted
        JOIN unnest($5, $6, $7) AS a (id, time_zone, logged_at) ON a.id = counted.user_account_id
        """;

    // The usual rate of an hour is its mean over the same hours of the four weeks before the last delivery, empty ones
    // included, as far as the account goes back; it is the account's clock that tells which hours are the same. The zones
    // are ours: PostgreSQL does not know each of them, and would refuse all accounts for one.
    private static readonly string Mark = $"""
        WITH heard AS ({Heard}),
        same AS (SELECT * FROM unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) AS s (time_zone, slot, hour)),
        gap AS (
          SELECT heard.*, slot, extract(epoch FROM least(slot + interval '1 hour', now()) - greatest(slot, last_at)) / 3600 AS part
          FROM heard, generate_series(date_trunc('hour', greatest(last_at, now() - interval '7 days')), now(), interval '1 hour') AS slot
          WHERE last_at - first_hour >= interval '7 days'),
        expected AS (
          SELECT g.user_account_id, g.last_at, sum(g.part * usual.rate) AS deliveries
          FROM gap g CROSS JOIN LATERAL (
            SELECT coalesce(sum(h.deliveries), 0)::float8 / nullif(count(*), 0) AS rate
            FROM same
            LEFT JOIN delivery_hours h ON h.user_account_id = g.user_account_id AND h.hour = same.hour
            WHERE same.time_zone = g.time_zone AND same.slot = g.slot
              AND same.hour >= greatest(g.first_hour, g.last_at - interval '28 days') AND same.hour < date_trunc('hour', g.last_at)) AS usual
          GROUP BY g.user_account_id, g.last_at),
        silent AS (SELECT * FROM expected WHERE deliveries >= $1),
        over AS (DELETE FROM webhook_outages s WHERE NOT EXISTS (SELECT 1 FROM silent WHERE silent.user_account_id = s.user_account_id))
        INSERT INTO webhook_outages (user_account_id, since, expected, detected_at)
        SELECT user_account_id, last_at, deliveries, now() FROM silent
        ON CONFLICT (user_account_id) DO UPDATE SET since = excluded.since, expected = excluded.expected
        """;

    public async Task<Unit> Handle(DetectWebhookOutagesCommand command, CancellationToken cancellationToken)
    {
        await CountHoursAsync(cancellationToken);
        await MarkAsync(cancellationToken);
        return Unit.Value;
    }

    /// <summary>Counts the deliveries of the hours that are over, per account.</summary>
    private async Task CountHoursAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Add(CountHours);
        batch.Add(ForgetHours);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Keeps exactly the accounts of which so many deliveries would usually have come since their last.</summary>
    private async Task MarkAsync(CancellationToken cancellationToken)
    {
        var accounts = await AccountsAsync(cancellationToken);
        var logged = await LastLoggedAsync(accounts, cancellationToken);
        var zones = accounts.Select(a => a.TimeZone).Distinct(StringComparer.Ordinal);
        var same = SameHours.For(zones, clock.GetUtcNow());
        await database.DoAsync(
            Mark,
            [
                BatchCommands.Scalar(WebhookOutage.SignificantExpectation),
                same.Column(s => s.TimeZone),
                same.Column(s => s.Slot),
                same.Column(s => s.Hour),
                accounts.Column(a => a.Id),
                accounts.Column(a => a.TimeZone),
                accounts.Column(a => logged.TryGetValue(a.Id, out var at) ? at : (DateTimeOffset?)null),
            ],
            cancellationToken
        );
    }

    private async Task<List<CountedAccount>> AccountsAsync(CancellationToken cancellationToken)
    {
        await using var counted = database.Command(Counted);
        return await counted.ListAsync(
            row => new CountedAccount(row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2)),
            cancellationToken
        );
    }

    /// <summary>A statement for each account, in one round trip: the log of each lies in one place.</summary>
    private async Task<Dictionary<Guid, DateTimeOffset>> LastLoggedAsync(
        List<CountedAccount> accounts,
        CancellationToken cancellationToken
    )
    {
        var logged = new Dictionary<Guid, DateTimeOffset>();
        if (accounts.Count == 0)
            return logged;
        await using var batch = database.CreateBatch();
        foreach (var account in accounts)
            batch.Add(LastLogged, BatchCommands.Scalar(account.Id), BatchCommands.Scalar(account.LastHour));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        do while (await row.ReadAsync(cancellationToken))
            logged.Add(row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1));
        while (await row.NextResultAsync(cancellationToken));
        return logged;
    }

    /// <summary>The log's ids are UUIDv7: below every id of the instant and later. They bound the partitions that are read.</summary>
    private static string FirstIdAt(string instant) =>
        $"(lpad(to_hex((extract(epoch FROM {instant}) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid";

    private sealed record CountedAccount(Guid Id, string TimeZone, DateTimeOffset LastHour);
}
