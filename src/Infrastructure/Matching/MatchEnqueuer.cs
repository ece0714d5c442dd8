using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Infrastructure.Outbox;

namespace AmoCrmQualification.Infrastructure.Matching;

/// <summary>
/// Queues the look-up of newly reported deals: of each adopted one, for the name and phones of its contacts, and of others
/// that may belong to a waiting lead of the account.
/// </summary>
internal static class MatchEnqueuer
{
    /// <summary>As <see cref="Domain.Leads.Lead.IsMatchable"/> with a phone once more, as the writing batch asks for them. That both agree is tested.</summary>
    internal const string IsMatchable = """
        l.amocrm_lead_id IS NULL AND l.phone_e164 IS NOT NULL AND l.push_requested_at IS NULL AND l.amocrm_push IN ('not_needed', 'pending')
        """;

    private const string Enqueue = $"""
        WITH asked AS (
          INSERT INTO outbox (user_account_id, kind, subject, version, due_at)
          SELECT $1, $3, deal::text, 1, now() FROM unnest($2, $4) AS heard (deal, is_adopted)
          WHERE EXISTS (SELECT 1 FROM amocrm_connections c WHERE c.user_account_id = $1)
            AND (is_adopted OR EXISTS (
              SELECT 1 FROM leads l
              WHERE l.user_account_id = $1 AND {IsMatchable}))
          {PostgresOutbox.EnqueueAgain}
          RETURNING 1)
        SELECT pg_notify('{DatabaseSignals.Outbox}', '') FROM asked LIMIT 1
        """;

    public static void AddCommands(NpgsqlBatch batch, UserAccountId account, IReadOnlyCollection<DealChange> changes)
    {
        var heard = changes.Where(c => c.IsAdopted || (c.After.Lead is null && IsNew(c))).ToList();
        if (heard.Count == 0)
            return;
        batch.Add(
            Enqueue,
            BatchCommands.Scalar(account.Value),
            heard.Column(c => c.After.Key.Deal.Value),
            BatchCommands.Scalar(SnakeCaseEnum<OutboxKind>.Format(OutboxKind.MatchDeal)),
            heard.Column(c => c.IsAdopted)
        );
    }

    private static bool IsNew(DealChange change) => change.Before.History.Count == 0 && change.After.History.Count > 0;
}
