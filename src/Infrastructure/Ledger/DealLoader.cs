using System.Text.Json;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Infrastructure.Attribution;

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
        SELECT d.user_account_id, d.amocrm_lead_id, d.price, d.price_changed_at, d.price_received_at, d.deletions,
               d.is_confirmed, d.created_at, d.responsible_user_id, d.responsible_changed_at, d.tagged_lead_id
        FROM unnest($1, $2) AS deal (a, d0) JOIN amocrm_deals d ON d.user_account_id = a AND d.amocrm_lead_id = d0
        ORDER BY d.user_account_id, d.amocrm_lead_id
        FOR UPDATE OF d
        """;

    // A statement of its own after the locks: its snapshot sees the lead of an intake that has just let go of the deal.
    private const string FindLeads = """
        SELECT l.user_account_id, l.amocrm_lead_id, l.id, l.erased_at IS NOT NULL, l.source_type = 'crm'
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

    private static readonly string ReadMarks = $"""
        SELECT m.user_account_id, m.amocrm_lead_id, {MarkColumns.Names("m.")}
        FROM unnest($1, $2) AS deal (a, d) JOIN lead_marks m ON m.user_account_id = a AND m.amocrm_lead_id = d
        """;

    private const string ReadQualifiedStages = """
        SELECT user_account_id, pipeline_id, status_id FROM amocrm_pipeline_stages
        WHERE user_account_id = ANY ($1) AND is_qualified_stage
        """;

    // Days are the account's. The fields are those of the newest settings: they rule what comes from now on.
    private const string ReadAdoption = """
        SELECT a.id, a.adopt_deals, a.adopt_from::timestamp AT TIME ZONE a.time_zone, a.adopt_pipelines,
               (SELECT array_agg(f ->> 'code') FROM jsonb_array_elements(
                 (SELECT s.fields FROM attribution_settings s WHERE s.user_account_id = a.id ORDER BY s.version DESC LIMIT 1)) f)
        FROM user_accounts a WHERE a.id = ANY ($1)
        """;

    // Locked, as whoever gives a lead its deal holds it.
    private const string LockTaggedLeads = """
        SELECT l.id, l.push_requested_at IS NOT NULL
        FROM unnest($1, $2) AS tagged (a, lead) JOIN leads l ON l.user_account_id = a AND l.id = lead
        WHERE l.amocrm_lead_id IS NULL
          AND (l.push_requested_at IS NOT NULL AND l.amocrm_push = 'pending'
               OR l.push_requested_at IS NULL AND l.amocrm_push IN ('not_needed', 'pending') AND l.erased_at IS NULL)
        ORDER BY l.id FOR UPDATE OF l
        """;

    public static void AddCommands(
        NpgsqlBatch batch,
        IReadOnlyCollection<DealKey> deals,
        IReadOnlyCollection<(UserAccountId Account, LeadId Lead)> taggedLeads
    )
    {
        var accounts = deals.Select(d => d.Account.Value).Distinct().Order().ToList();
        batch.Add(LockAccounts, accounts.Column(a => a), BatchCommands.Scalar(PostgresLocks.LedgerSpace));
        foreach (var sql in (ReadOnlySpan<string>)[HearOfDeals, LockDeals, FindLeads, ReadHistory, ReadDuplicates, ReadMarks])
            batch.Add(sql, deals.Column(d => d.Account.Value), deals.Column(d => d.Deal.Value));
        batch.Add(ReadQualifiedStages, accounts.Column(a => a));
        batch.Add(ReadAdoption, accounts.Column(a => a));
        if (taggedLeads.Count > 0)
            batch.Add(LockTaggedLeads, taggedLeads.Column(t => t.Account.Value), taggedLeads.Column(t => t.Lead.Value));
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
            deals[key] = deals[key] with
            {
                Lead = new(reader.GetGuid(2)),
                IsForgotten = reader.GetBoolean(3),
                IsAdopted = reader.GetBoolean(4),
            };
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

        foreach (var (key, marks) in await GroupAsync(reader, row => MarkColumns.Read(row, first: 2), cancellationToken))
            deals[key] = deals[key] with { Marks = marks };

        var qualified = new HashSet<(UserAccountId, Stage)>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            qualified.Add((new(reader.GetGuid(0)), new(new(reader.GetInt64(1)), new(reader.GetInt64(2)))));
        var adoption = new Dictionary<UserAccountId, AdoptionRules>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            adoption.Add(new(reader.GetGuid(0)), AdoptionOf(reader));

        var tagged = new Dictionary<LeadId, TaggedLead>();
        if (!await reader.NextResultAsync(cancellationToken))
            return new(deals, qualified, adoption, tagged);
        while (await reader.ReadAsync(cancellationToken))
            tagged.Add(new(reader.GetGuid(0)), new(reader.GetBoolean(1)));
        return new(deals, qualified, adoption, tagged);

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
            Details = row.GetBoolean(6) ? DetailsOf(row) : null,
        };

    private static DealDetails DetailsOf(NpgsqlDataReader row) =>
        new(
            row.IsDBNull(7) ? null : Time(row, 7),
            row.IsDBNull(8) ? null : new(new(row.GetInt64(8)), Time(row, 9)),
            row.IsDBNull(10) ? null : new(row.GetGuid(10))
        );

    private static AdoptionRules AdoptionOf(NpgsqlDataReader row) =>
        new(
            SnakeCaseEnum<AdoptDeals>.Parse(row.GetString(1)),
            row.IsDBNull(2) ? null : Time(row, 2),
            row.IsDBNull(3) ? null : [.. row.GetFieldValue<long[]>(3).Select(id => new AmoPipelineId(id))],
            row.IsDBNull(4) ? [] : row.GetFieldValue<string[]>(4)
        );

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
