using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>
/// Writes observations where they belong now: as steps of the history or as duplicates. A late one may move others
/// between the two. A payload is written only where a report of higher precedence brought one.
/// </summary>
internal static class HistoryWriter
{
    private static readonly string Names = ObservationColumns.Names();
    private static readonly string NewNames = ObservationColumns.Names("o.");
    private static readonly string SameObservation = $"t.user_account_id = $1 AND {ObservationColumns.IsSame("t.", "o.")}";

    private const string Payload = ObservationColumns.Payload;

    // What a step has besides: those that a later report may change, and those that stay.
    private const string Place = "from_pipeline_id, from_status_id, order_in_second";
    private const string NewPlace = "o.from_pipeline_id, o.from_status_id, o.order_in_second";

    private static readonly string StepInput = Input(ObservationColumns.Count + 6, $"{Names}, {Payload}, {Place}, lead_id, id");

    private static readonly string DuplicateInput = Input(ObservationColumns.Count + 1, $"{Names}, {Payload}");

    private static readonly string SetFacts = $"""
        SET ({ObservationColumns.Facts()}) = ({ObservationColumns.Facts("o.")}),
            {Payload} = coalesce(o.{Payload}::jsonb, t.{Payload})
        """;

    private static readonly string InsertSteps = $"""
        INSERT INTO amocrm_lead_status_history (user_account_id, {Names}, {Payload}, {Place}, lead_id, id)
        SELECT $1, {NewNames}, o.{Payload}::jsonb, {NewPlace}, o.lead_id, o.id
        FROM {StepInput}
        """;

    private static readonly string UpdateSteps = $"""
        UPDATE amocrm_lead_status_history t
        {SetFacts}, ({Place}) = ({NewPlace})
        FROM {StepInput} WHERE {SameObservation}
        """;

    // A duplicate that was dropped by age since it was read still becomes a step; only its payload is gone.
    private static readonly string DuplicatesBecomeSteps = $"""
        WITH gone AS (DELETE FROM amocrm_stage_sightings t USING {StepInput} WHERE {SameObservation} RETURNING t.*)
        INSERT INTO amocrm_lead_status_history (user_account_id, {Names}, {Payload}, {Place}, lead_id, id)
        SELECT $1, {NewNames}, coalesce(o.{Payload}::jsonb, t.{Payload}), {NewPlace}, o.lead_id, o.id
        FROM {StepInput} LEFT JOIN gone t ON {SameObservation}
        """;

    private static readonly string InsertDuplicates = $"""
        INSERT INTO amocrm_stage_sightings (user_account_id, {Names}, {Payload})
        SELECT $1, {NewNames}, o.{Payload}::jsonb FROM {DuplicateInput}
        """;

    private static readonly string UpdateDuplicates = $"""
        UPDATE amocrm_stage_sightings t
        {SetFacts}
        FROM {DuplicateInput} WHERE {SameObservation}
        """;

    private static readonly string StepsBecomeDuplicates = $"""
        WITH gone AS (DELETE FROM amocrm_lead_status_history t USING {DuplicateInput} WHERE {SameObservation} RETURNING t.*)
        INSERT INTO amocrm_stage_sightings (user_account_id, {Names}, {Payload})
        SELECT $1, {NewNames}, coalesce(o.{Payload}::jsonb, t.{Payload})
        FROM {DuplicateInput} JOIN gone t ON {SameObservation}
        """;

    public static void AddCommands(NpgsqlBatch batch, UserAccountId account, IReadOnlyCollection<DealChange> changes)
    {
        var (newSteps, changedSteps, risen) = (new List<Step>(), new List<Step>(), new List<Step>());
        var (newDuplicates, changedDuplicates) = (new List<StoredObservation>(), new List<StoredObservation>());
        var sunk = new List<StoredObservation>();
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
                var duplicate = new StoredObservation(change.After.Key.Deal, observation);
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

        AddDuplicates(batch, StepsBecomeDuplicates, account, sunk);
        AddSteps(batch, DuplicatesBecomeSteps, account, risen);
        AddSteps(batch, UpdateSteps, account, changedSteps);
        AddSteps(batch, InsertSteps, account, newSteps);
        AddDuplicates(batch, UpdateDuplicates, account, changedDuplicates);
        AddDuplicates(batch, InsertDuplicates, account, newDuplicates);
    }

    private static void AddSteps(NpgsqlBatch batch, string sql, UserAccountId account, List<Step> steps)
    {
        if (steps.Count == 0)
            return;
        batch.Add(
            sql,
            [
                BatchCommands.Scalar(account.Value),
                .. ObservationColumns.Values(steps.ConvertAll(s => new StoredObservation(s.Deal.Key.Deal, s.Row.Observation))),
                steps.Column(s => s.Row.FromPipeline?.Value),
                steps.Column(s => s.Row.FromStatus?.Value),
                steps.Column(s => s.Row.OrderInSecond),
                steps.Column(s => s.Deal.Lead?.Value),
                steps.Column(_ => Guid.CreateVersion7()),
            ]
        );
    }

    private static void AddDuplicates(NpgsqlBatch batch, string sql, UserAccountId account, List<StoredObservation> duplicates)
    {
        if (duplicates.Count > 0)
            batch.Add(sql, [BatchCommands.Scalar(account.Value), .. ObservationColumns.Values(duplicates)]);
    }

    private static string Input(int columns, string names) =>
        $"unnest({string.Join(", ", Enumerable.Range(2, columns).Select(column => $"${column}"))}) AS o ({names})";

    private sealed record Step(Deal Deal, StatusHistory Row);
}
