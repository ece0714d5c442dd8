using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>
/// Writes observations where they belong now: as steps of the history or as duplicates. A late one may move others
/// between the two. A payload is written only where a report of higher precedence brought one.
/// </summary>
internal static class HistoryWriter
{
    // What an observation is known by, and what is known of it: the columns both tables share.
    private const string Facts = """
        user_account_id, amocrm_lead_id, changed_at, to_pipeline_id, to_status_id, origin_pipeline_id, origin_status_id,
        received_at, position, first_source, source, source_received_at, seen_in_events
        """;

    private const string StepInput = """
        unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) AS o
        (account, deal, at, pipeline, status, origin_pipeline, origin_status, received, position, first_source, source, source_received,
         seen_in_events, payload, lead, from_pipeline, from_status, order_in_second, id)
        """;

    private const string DuplicateInput = """
        unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS o
        (account, deal, at, pipeline, status, origin_pipeline, origin_status, received, position, first_source, source, source_received,
         seen_in_events, payload)
        """;

    private const string SameObservation = """
        t.user_account_id = o.account AND t.amocrm_lead_id = o.deal AND t.changed_at = o.at
        AND t.to_pipeline_id = o.pipeline AND t.to_status_id = o.status
        """;

    private const string NewFacts =
        "o.account, o.deal, o.at, o.pipeline, o.status, o.origin_pipeline, o.origin_status, o.received, o.position, o.first_source, o.source, o.source_received, o.seen_in_events";

    private const string InsertSteps = $"""
        INSERT INTO amocrm_lead_status_history ({Facts}, webhook_data, lead_id, from_pipeline_id, from_status_id, order_in_second, id)
        SELECT {NewFacts}, o.payload::jsonb, o.lead, o.from_pipeline, o.from_status, o.order_in_second, o.id
        FROM {StepInput}
        """;

    private const string UpdateSteps = $"""
        UPDATE amocrm_lead_status_history t
        SET (origin_pipeline_id, origin_status_id, received_at, position, first_source, source, source_received_at, seen_in_events)
              = (o.origin_pipeline, o.origin_status, o.received, o.position, o.first_source, o.source, o.source_received, o.seen_in_events),
            webhook_data = coalesce(o.payload::jsonb, t.webhook_data),
            (from_pipeline_id, from_status_id, order_in_second) = (o.from_pipeline, o.from_status, o.order_in_second)
        FROM {StepInput} WHERE {SameObservation}
        """;

    // A duplicate that was dropped by age since it was read still becomes a step; only its payload is gone.
    private const string DuplicatesBecomeSteps = $"""
        WITH gone AS (DELETE FROM amocrm_stage_sightings t USING {StepInput} WHERE {SameObservation} RETURNING t.*)
        INSERT INTO amocrm_lead_status_history ({Facts}, webhook_data, lead_id, from_pipeline_id, from_status_id, order_in_second, id)
        SELECT {NewFacts}, coalesce(o.payload::jsonb, t.webhook_data), o.lead, o.from_pipeline, o.from_status, o.order_in_second, o.id
        FROM {StepInput} LEFT JOIN gone t ON {SameObservation}
        """;

    private const string InsertDuplicates = $"""
        INSERT INTO amocrm_stage_sightings ({Facts}, webhook_data)
        SELECT {NewFacts}, o.payload::jsonb FROM {DuplicateInput}
        """;

    private const string UpdateDuplicates = $"""
        UPDATE amocrm_stage_sightings t
        SET (origin_pipeline_id, origin_status_id, received_at, position, first_source, source, source_received_at, seen_in_events)
              = (o.origin_pipeline, o.origin_status, o.received, o.position, o.first_source, o.source, o.source_received, o.seen_in_events),
            webhook_data = coalesce(o.payload::jsonb, t.webhook_data)
        FROM {DuplicateInput} WHERE {SameObservation}
        """;

    private const string StepsBecomeDuplicates = $"""
        WITH gone AS (DELETE FROM amocrm_lead_status_history t USING {DuplicateInput} WHERE {SameObservation} RETURNING t.*)
        INSERT INTO amocrm_stage_sightings ({Facts}, webhook_data)
        SELECT {NewFacts}, coalesce(o.payload::jsonb, t.webhook_data)
        FROM {DuplicateInput} JOIN gone t ON {SameObservation}
        """;

    public static void AddCommands(NpgsqlBatch batch, IReadOnlyCollection<DealChange> changes)
    {
        var (newSteps, changedSteps, risen) = (new List<Step>(), new List<Step>(), new List<Step>());
        var (newDuplicates, changedDuplicates, sunk) = (new List<Duplicate>(), new List<Duplicate>(), new List<Duplicate>());
        foreach (var change in changes)
        {
            if (ReferenceEquals(change.Before.History, change.After.History))
                continue;
            var steps = change.Before.History.ToDictionary(row => row.Observation.Key);
            var duplicates = change.Before.Duplicates.ToDictionary(seen => seen.Key);
            foreach (var row in change.After.History)
            {
                var step = new Step(change.After, row);
                if (steps.TryGetValue(row.Observation.Key, out var before))
                {
                    if (before != row)
                        changedSteps.Add(step);
                }
                else
                {
                    (duplicates.ContainsKey(row.Observation.Key) ? risen : newSteps).Add(step);
                }
            }

            foreach (var observation in change.After.Duplicates)
            {
                var duplicate = new Duplicate(change.After.Key, observation);
                if (duplicates.TryGetValue(observation.Key, out var before))
                {
                    if (before != observation)
                        changedDuplicates.Add(duplicate);
                }
                else
                {
                    (steps.ContainsKey(observation.Key) ? sunk : newDuplicates).Add(duplicate);
                }
            }
        }

        AddDuplicates(batch, StepsBecomeDuplicates, sunk);
        AddSteps(batch, DuplicatesBecomeSteps, risen);
        AddSteps(batch, UpdateSteps, changedSteps);
        AddSteps(batch, InsertSteps, newSteps);
        AddDuplicates(batch, UpdateDuplicates, changedDuplicates);
        AddDuplicates(batch, InsertDuplicates, newDuplicates);
    }

    private static void AddSteps(NpgsqlBatch batch, string sql, List<Step> steps)
    {
        if (steps.Count == 0)
            return;
        batch.Add(
            sql,
            [
                .. FactColumns(steps.ConvertAll(s => new Duplicate(s.Deal.Key, s.Row.Observation))),
                steps.Column(s => s.Deal.Lead?.Value),
                steps.Column(s => s.Row.FromPipeline?.Value),
                steps.Column(s => s.Row.FromStatus?.Value),
                steps.Column(s => s.Row.OrderInSecond),
                steps.Column(_ => Guid.CreateVersion7()),
            ]
        );
    }

    private static void AddDuplicates(NpgsqlBatch batch, string sql, List<Duplicate> duplicates)
    {
        if (duplicates.Count > 0)
            batch.Add(sql, FactColumns(duplicates));
    }

    private static NpgsqlParameter[] FactColumns(List<Duplicate> rows) =>
        [
            rows.Column(r => r.Deal.Account.Value),
            rows.Column(r => r.Deal.Deal.Value),
            rows.Column(r => r.Observation.ChangedAt),
            rows.Column(r => r.Observation.Stage.Pipeline.Value),
            rows.Column(r => r.Observation.Stage.Status.Value),
            rows.Column(r => r.Observation.Origin.Pipeline?.Value),
            rows.Column(r => r.Observation.Origin.Status?.Value),
            rows.Column(r => r.Observation.ReceivedAt),
            rows.Column(r => r.Observation.Position),
            rows.Column(r => SnakeCaseEnum<ReportSource>.Format(r.Observation.FirstSource)),
            rows.Column(r => SnakeCaseEnum<ReportSource>.Format(r.Observation.Source)),
            rows.Column(r => r.Observation.SourceReceivedAt),
            rows.Column(r => r.Observation.SeenInEvents),
            rows.Column(r => r.Observation.Payload),
        ];

    private sealed record Step(Deal Deal, StatusHistory Row);

    private sealed record Duplicate(DealKey Deal, Observation Observation);
}
