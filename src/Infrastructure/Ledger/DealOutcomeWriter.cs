using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Domain.Sales;
using AmoCrmQualification.Infrastructure.Outbox;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>Writes what <see cref="SaleIntent"/> asks: a reversal at once, a look-up at amoCRM into the outbox.</summary>
internal static class DealOutcomeWriter
{
    // A deal that was closed and reopened before anybody looked has a sale too, so that the order of events does not matter.
    private const string Reverse = """
        INSERT INTO sales (user_account_id, id, lead_id, amocrm_deal_id, amocrm_pipeline_id, amocrm_status_id, client_phone, client_name,
                           amount, currency, status, closed_at, created_at, updated_at)
        SELECT $1, s.id, s.lead, s.deal, s.pipeline, s.stage_status, coalesce(l.phone_e164, CASE WHEN l.phone NOT LIKE '%@%' THEN l.phone END), l.name,
               s.price, a.currency, s.sale_status, s.closed_at, now(), now()
        FROM unnest($2, $3, $4, $5, $6, $7, $8, $9) AS s (lead, deal, pipeline, stage_status, price, sale_status, closed_at, id)
        JOIN leads l ON l.user_account_id = $1 AND l.id = s.lead
        JOIN user_accounts a ON a.id = $1
        ON CONFLICT (user_account_id, amocrm_deal_id)
        DO UPDATE SET status = excluded.status, amocrm_pipeline_id = excluded.amocrm_pipeline_id,
                      amocrm_status_id = excluded.amocrm_status_id, closed_at = excluded.closed_at, loss_reason = NULL, updated_at = excluded.updated_at
        """;

    private const string Enqueue = $"""
        INSERT INTO outbox (user_account_id, kind, subject, version, due_at, traceparent)
        SELECT $1, $3, deal::text, 1, now(), $4 FROM unnest($2) AS deal
        {PostgresOutbox.EnqueueAgain}
        """;

    public static void AddCommands(NpgsqlBatch batch, UserAccountId account, IReadOnlyCollection<DealChange> changes)
    {
        var reversed = new List<DealChange>();
        var lookUps = new List<DealChange>();
        foreach (var change in changes)
        {
            switch (SaleIntents.From(change.Before, change.After))
            {
                case SaleIntent.Reverse:
                    reversed.Add(change);
                    break;
                case SaleIntent.LookUp:
                    lookUps.Add(change);
                    break;
                case SaleIntent.None:
                    break;
            }
        }

        if (reversed.Count > 0)
        {
            batch.Add(
                Reverse,
                BatchCommands.Scalar(account.Value),
                reversed.Column(c => c.After.Lead!.Value.Value),
                reversed.Column(c => c.After.Key.Deal.Value),
                reversed.Column(c => c.After.Outcome!.Stage.Pipeline.Value),
                reversed.Column(c => c.After.Outcome!.Stage.Status.Value),
                reversed.Column(c => c.After.Price?.Price),
                reversed.Column(c => SnakeCaseEnum<SaleStatus>.Format(c.After.Outcome!.Status)),
                reversed.Column(c => c.After.Outcome!.At),
                reversed.Column(_ => SaleId.New().Value)
            );
        }

        if (lookUps.Count == 0)
            return;
        batch.Add(
            Enqueue,
            BatchCommands.Scalar(account.Value),
            lookUps.Column(c => c.After.Key.Deal.Value),
            BatchCommands.Scalar(SnakeCaseEnum<OutboxKind>.Format(OutboxKind.CloseDeal)),
            BatchCommands.Scalar(Telemetry.TraceParent)
        );
        batch.Add(PostgresOutbox.WakeDrainers);
    }
}
