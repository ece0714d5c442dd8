using System.Text.Json;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>Locks and loads deals. Payloads are not loaded: the ledger does not look into them.</summary>
internal static class DealLoader
{
    private const string LockAccounts = "SELECT pg_advisory_xact_lock_shared($2, hashtext(a::text)) FROM unnest($1) AS a";

    // In the order of the keys, as everybody locks deals, so that nobody waits in a circle.
    private const string HearOfDeals = """
        INSERT INTO amocrm_deals (user_account_id, amocrm_lead_id, first_seen_at)
        SELECT a, d, now() FROM unnest($1, $2) AS deal (a, d) ORDER BY a, d
        ON CONFLICT DO NOTHING
        """;

    private const string LockDeals = """
        SELECT d.user_account_id, d.amocrm_lead_id, d.price, d.price_changed_at, d.price_received_at, d.deletions
        FROM unnest($1, $2) AS deal (a, d0) JOIN amocrm_deals d ON d.user_account_id = a AND d.amocrm_lead_id = d0
        ORDER BY d.user_account_id, d.amocrm_lead_id
        FOR UPDATE OF d
        """;

    // A statement of its own after the locks: its snapshot sees the lead of an intake that has just let go of the deal.
    private const string FindLeads = """
        SELECT l.user_account_id, l.amocrm_lead_id, l.id, l.erased_at IS NOT NULL
        FROM unnest($1, $2) AS deal (a, d) JOIN leads l ON l.user_account_id = a AND l.amocrm_lead_id = d
        """;

    private static readonly string ReadHistory = $"""
        SELECT {ObservationColumns.Names("h.")}, h.from_pipeline_id, h.from_status_id, h.order_in_second
        FROM unnest($1, $2) AS deal (a, d) JOIN amocrm_lead_status_history h ON h.user_account_id = a AND h.amocrm_lead_id = d
        """;

    private static readonly string ReadDuplicates = $"""
        SELECT {ObservationColumns.Names("s.")}
        FROM unnest($1, $2) AS deal (a, d) JOIN amocrm_stage_sightings s ON s.user_account_id = a AND s.amocrm_lead_id = d
        """;

    private const string ReadQualifiedStages = """
        SELECT user_account_id, pipeline_id, status_id FROM amocrm_pipeline_stages
        WHERE user_account_id = ANY ($1) AND is_qualified_stage
        """;

    public static void AddCommands(NpgsqlBatch batch, IReadOnlyCollection<DealKey> deals)
    {
        var accounts = deals.Select(d => d.Account.Value).Distinct().Order().ToList();
        batch.Add(LockAccounts, accounts.Column(a => a), BatchCommands.Scalar(PostgresLocks.LedgerSpace));
        foreach (var sql in (ReadOnlySpan<string>)[HearOfDeals, LockDeals, FindLeads, ReadHistory, ReadDuplicates])
            batch.Add(sql, deals.Column(d => d.Account.Value), deals.Column(d => d.Deal.Value));
        batch.Add(ReadQualifiedStages, accounts.Column(a => a));
    }

    public static async Task<LockedDeals> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var deals = new Dictionary<DealKey, Deal>();
        await reader.NextResultAsync(cancellationToken); // past the locks of accounts
        while (await reader.ReadAsync(cancellationToken))
            deals.Add(ObservationColumns.DealOf(reader), DealOf(reader));

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = ObservationColumns.DealOf(reader);
            deals[key] = deals[key] with { Lead = new(reader.GetGuid(2)), IsForgotten = reader.GetBoolean(3) };
        }

        var history = await GroupAsync(reader, StatusHistoryOf, cancellationToken);
        var duplicates = await GroupAsync(reader, ObservationColumns.Read, cancellationToken);
        foreach (var (key, rows) in history)
        {
            rows.Sort((a, b) => Place(a).CompareTo(Place(b)));
            deals[key] = deals[key] with { History = rows };
        }

        foreach (var (key, seen) in duplicates)
            deals[key] = deals[key] with { Duplicates = seen };

        var qualified = new HashSet<(UserAccountId, Stage)>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            qualified.Add((new(reader.GetGuid(0)), new(new(reader.GetInt64(1)), new(reader.GetInt64(2)))));
        return new(deals, qualified);

        static (long, int) Place(StatusHistory row) => (row.Observation.ChangedAt.ToUnixTimeSeconds(), row.OrderInSecond);
    }

    private static async Task<Dictionary<DealKey, List<T>>> GroupAsync<T>(
        NpgsqlDataReader reader,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        var groups = new Dictionary<DealKey, List<T>>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = ObservationColumns.DealOf(reader);
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = []);
            group.Add(read(reader));
        }

        return groups;
    }

    private static Deal DealOf(NpgsqlDataReader row) =>
        new(ObservationColumns.DealOf(row), Lead: null)
        {
            Price = row.IsDBNull(2) ? null : new(row.GetInt64(2), Time(row, 3), Time(row, 4)),
            Deletions = row.IsDBNull(5) ? [] : JsonSerializer.Deserialize<List<DeletionEvent>>(row.GetString(5))!,
        };

    private static StatusHistory StatusHistoryOf(NpgsqlDataReader row)
    {
        var next = ObservationColumns.Count;
        return new(
            ObservationColumns.Read(row),
            ObservationColumns.Pipeline(row, next),
            ObservationColumns.Status(row, next + 1),
            row.GetInt32(next + 2)
        );
    }

    private static DateTimeOffset Time(NpgsqlDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);
}
