using System.Text.Json;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>Writes what follows from the history: stages reached, how leads stand, visits of stages; and what a deal last cost.</summary>
internal static class LeadStatusWriter
{
    private const string SaveReached = """
        INSERT INTO lead_stage_reached (user_account_id, amocrm_lead_id, pipeline_id, status_id, first_entered_at, last_entered_at)
        SELECT $1, r.* FROM unnest($2, $3, $4, $5, $6) AS r
        ON CONFLICT (user_account_id, amocrm_lead_id, pipeline_id, status_id)
        DO UPDATE SET first_entered_at = excluded.first_entered_at, last_entered_at = excluded.last_entered_at
        """;

    private const string DropReached = """
        DELETE FROM lead_stage_reached r USING unnest($2, $3, $4) AS gone (deal, pipeline, status)
        WHERE r.user_account_id = $1 AND r.amocrm_lead_id = deal AND r.pipeline_id = pipeline AND r.status_id = status
        """;

    private const string SaveStatus = """
        UPDATE leads l
        SET current_pipeline_id = s.pipeline, current_status_id = s.status, is_qualified = s.is_qualified,
            first_qualified_at = s.first_qualified_at, is_deleted = s.is_deleted, stages_reached = string_to_array(s.reached, ',')::bigint[],
            lost_from_status_id = s.lost_from, updated_at = now()
        FROM unnest($2, $3, $4, $5, $6, $7, $8, $9)
          AS s (lead, pipeline, status, is_qualified, first_qualified_at, is_deleted, reached, lost_from)
        WHERE l.user_account_id = $1 AND l.id = s.lead
          AND (l.current_pipeline_id, l.current_status_id, l.is_qualified, l.first_qualified_at, l.is_deleted, l.stages_reached, l.lost_from_status_id)
              IS DISTINCT FROM (s.pipeline, s.status, s.is_qualified, s.first_qualified_at, s.is_deleted, string_to_array(s.reached, ',')::bigint[], s.lost_from)
        """;

    private const string LinkHistory = """
        UPDATE amocrm_lead_status_history h SET lead_id = linked.lead
        FROM unnest($2, $3) AS linked (deal, lead)
        WHERE h.user_account_id = $1 AND h.amocrm_lead_id = deal
        """;

    private const string SaveDeals = """
        UPDATE amocrm_deals d
        SET price = s.price, price_changed_at = s.price_changed_at, price_received_at = s.price_received_at, deletions = s.deletions::jsonb,
            is_confirmed = s.is_confirmed, created_at = s.created_at, responsible_user_id = s.responsible,
            responsible_changed_at = s.responsible_changed_at, tagged_lead_id = s.tagged,
            visit_stages = string_to_array(s.stages, ',')::bigint[], visit_starts = string_to_array(s.starts, ',')::bigint[]
        FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
          AS s (deal, price, price_changed_at, price_received_at, deletions, is_confirmed, created_at, responsible, responsible_changed_at, tagged,
                stages, starts)
        WHERE d.user_account_id = $1 AND d.amocrm_lead_id = s.deal
        """;

    public static void AddCommands(NpgsqlBatch batch, UserAccountId account, IReadOnlyCollection<DealChange> changes)
    {
        var (reached, gone) = ReachedChanges(changes);
        if (gone.Count > 0)
        {
            batch.Add(
                DropReached,
                BatchCommands.Scalar(account.Value),
                gone.Column(r => r.Deal.Value),
                gone.Column(r => r.Reached.Stage.Pipeline.Value),
                gone.Column(r => r.Reached.Stage.Status.Value)
            );
        }

        if (reached.Count > 0)
        {
            batch.Add(
                SaveReached,
                BatchCommands.Scalar(account.Value),
                reached.Column(r => r.Deal.Value),
                reached.Column(r => r.Reached.Stage.Pipeline.Value),
                reached.Column(r => r.Reached.Stage.Status.Value),
                reached.Column(r => r.Reached.FirstEnteredAt),
                reached.Column(r => r.Reached.LastEnteredAt)
            );
        }

        AddStatus(batch, account, [.. changes.Where(c => c.After.Lead is not null && !c.IsAdopted)]);
        AddLinks(batch, account, [.. changes.Where(c => c.IsLinked && c.After.History.Count > 0)]);
        AddDeals(
            batch,
            account,
            [
                .. changes.Where(c =>
                    c.Before.Price != c.After.Price
                    || c.Before.Details != c.After.Details
                    || !ReferenceEquals(c.Before.Deletions, c.After.Deletions)
                    || c.HasNewPath
                ),
            ]
        );
    }

    private static (List<DealReached> Saved, List<DealReached> Gone) ReachedChanges(IReadOnlyCollection<DealChange> changes)
    {
        var (saved, gone) = (new List<DealReached>(), new List<DealReached>());
        foreach (var change in changes)
        {
            if (ReferenceEquals(change.Before.History, change.After.History))
                continue;
            var before = StageLedger.Reached(change.Before.History);
            var after = StageLedger.Reached(change.After.History);
            saved.AddRange(after.Except(before).Select(r => new DealReached(change.After.Key.Deal, r)));
            gone.AddRange(
                before.ExceptBy(after.Select(r => r.Stage), r => r.Stage).Select(r => new DealReached(change.After.Key.Deal, r))
            );
        }

        return (saved, gone);
    }

    private static void AddStatus(NpgsqlBatch batch, UserAccountId account, List<DealChange> linked)
    {
        if (linked.Count == 0)
            return;
        batch.Add(
            SaveStatus,
            BatchCommands.Scalar(account.Value),
            linked.Column(c => c.After.Lead!.Value.Value),
            linked.Column(c => c.Status.Stage?.Pipeline.Value),
            linked.Column(c => c.Status.Stage?.Status.Value),
            linked.Column(c => c.Status.IsQualified),
            linked.Column(c => c.Status.FirstQualifiedAt),
            linked.Column(c => c.Status.IsDeleted),
            linked.Column(c => StageNumber.Array(c.After.StagesReached)),
            linked.Column(c => c.After.LostFrom?.Value)
        );
    }

    private static void AddLinks(NpgsqlBatch batch, UserAccountId account, List<DealChange> linked)
    {
        if (linked.Count == 0)
            return;
        batch.Add(
            LinkHistory,
            BatchCommands.Scalar(account.Value),
            linked.Column(c => c.After.Key.Deal.Value),
            linked.Column(c => c.After.Lead!.Value.Value)
        );
    }

    private static void AddDeals(NpgsqlBatch batch, UserAccountId account, List<DealChange> changed)
    {
        if (changed.Count == 0)
            return;
        batch.Add(
            SaveDeals,
            BatchCommands.Scalar(account.Value),
            changed.Column(c => c.After.Key.Deal.Value),
            changed.Column(c => c.After.Price?.Price),
            changed.Column(c => c.After.Price?.ChangedAt),
            changed.Column(c => c.After.Price?.ReceivedAt),
            changed.Column(c => c.After.Deletions.Count == 0 ? null : JsonSerializer.Serialize(c.After.Deletions)),
            changed.Column(c => c.After.Details is not null),
            changed.Column(c => c.After.Details?.CreatedAt),
            changed.Column(c => c.After.Details?.Responsible?.User.Value),
            changed.Column(c => c.After.Details?.Responsible?.ChangedAt),
            changed.Column(c => c.After.Details?.TaggedLead?.Value),
            changed.Column(c => StageNumber.Path(c.After.History.Select(row => row.Observation.Stage))),
            // A visit begins at a second, where the one before ends.
            changed.Column(c =>
                ArrayText.Format([.. c.After.History.Select(row => row.Observation.ChangedAt.ToUnixTimeSeconds())])
            )
        );
    }

    private sealed record DealReached(DealId Deal, StageReached Reached);
}
