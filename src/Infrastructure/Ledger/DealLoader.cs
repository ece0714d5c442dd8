using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Infrastructure.Attribution;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>
/// Locks an account's deals and loads them, for <see cref="LockedDealsReader"/>. Payloads are not loaded: the ledger does not look into
/// them.
/// </summary>
internal static class DealLoader
{
    private const string LockAccounts = "SELECT pg_advisory_xact_lock_shared($2, hashtext(a::text)) FROM unnest($1) AS a";

    private const string HearOfDeals = """
        INSERT INTO amocrm_deals (user_account_id, amocrm_lead_id, first_seen_at)
        SELECT $1, d, now() FROM unnest($2) AS d ORDER BY d
        ON CONFLICT DO NOTHING
        """;

    private const string LockDeals = """
        SELECT amocrm_lead_id, price, price_changed_at, price_received_at, deletions,
               is_confirmed, created_at, responsible_user_id, responsible_changed_at, tagged_lead_id
        FROM amocrm_deals
        WHERE user_account_id = $1 AND amocrm_lead_id = ANY ($2)
        ORDER BY amocrm_lead_id
        FOR UPDATE
        """;

    // A statement of its own after the locks: its snapshot sees the lead of an intake that has just let go of the deal.
    private const string FindLeads = """
        SELECT amocrm_lead_id, id, erased_at IS NOT NULL, source_type = 'crm' FROM leads
        WHERE user_account_id = $1 AND amocrm_lead_id = ANY ($2)
        """;

    private static readonly string ReadHistory = $"""
        SELECT {ObservationColumns.Names()}, from_pipeline_id, from_status_id, order_in_second FROM amocrm_lead_status_history
        WHERE user_account_id = $1 AND amocrm_lead_id = ANY ($2)
        """;

    private static readonly string ReadDuplicates = $"""
        SELECT {ObservationColumns.Names()} FROM amocrm_stage_sightings WHERE user_account_id = $1 AND amocrm_lead_id = ANY ($2)
        """;

    private static readonly string ReadMarks = $"""
        SELECT amocrm_lead_id, {MarkColumns.Names()} FROM lead_marks WHERE user_account_id = $1 AND amocrm_lead_id = ANY ($2)
        """;

    private const string ReadQualifiedStages =
        "SELECT pipeline_id, status_id FROM amocrm_pipeline_stages WHERE user_account_id = $1 AND is_qualified_stage";

    // Days are the account's. The fields are those of the newest settings: they rule what comes from now on.
    private const string ReadAdoption = """
        SELECT a.adopt_deals, a.adopt_from::timestamp AT TIME ZONE a.time_zone, a.adopt_pipelines,
               (SELECT array_agg(f ->> 'code') FROM jsonb_array_elements(
                 (SELECT s.fields FROM attribution_settings s WHERE s.user_account_id = $1 ORDER BY s.version DESC LIMIT 1)) f)
        FROM user_accounts a WHERE a.id = $1
        """;

    // Locked, as whoever gives a lead its deal holds it.
    private const string LockTaggedLeads = """
        SELECT id, push_requested_at IS NOT NULL FROM leads
        WHERE user_account_id = $1 AND id = ANY ($2) AND amocrm_lead_id IS NULL
          AND (push_requested_at IS NOT NULL AND amocrm_push = 'pending'
               OR push_requested_at IS NULL AND amocrm_push IN ('not_needed', 'pending') AND erased_at IS NULL)
        ORDER BY id FOR UPDATE
        """;

    /// <summary>Locks the accounts, shared.</summary>
    public static void AddLocks(NpgsqlBatch batch, IReadOnlyCollection<UserAccountId> accounts) =>
        batch.Add(LockAccounts, accounts.Column(a => a.Value), BatchCommands.Scalar(PostgresLocks.LedgerSpace));

    public static void AddCommands(
        NpgsqlBatch batch,
        UserAccountId account,
        IReadOnlyCollection<DealId> deals,
        IReadOnlyCollection<LeadId> taggedLeads
    )
    {
        foreach (var sql in (ReadOnlySpan<string>)[HearOfDeals, LockDeals, FindLeads, ReadHistory, ReadDuplicates, ReadMarks])
            batch.Add(sql, BatchCommands.Scalar(account.Value), deals.Column(d => d.Value));
        batch.Add(ReadQualifiedStages, BatchCommands.Scalar(account.Value));
        batch.Add(ReadAdoption, BatchCommands.Scalar(account.Value));
        batch.Add(LockTaggedLeads, BatchCommands.Scalar(account.Value), taggedLeads.Column(lead => lead.Value));
    }
}
