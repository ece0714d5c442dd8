using AmoCrmQualification.Infrastructure.Ledger;

namespace AmoCrmQualification.Infrastructure.Reconciliation;

/// <summary>
/// Counts over the observations that amoCRM's events have or that a poll made, of the account $1, from $2 to $3, by the days that
/// begin at $4; both tables have an index of these.
/// </summary>
internal static class CompletenessSql
{
    public static readonly string Count = $"""
        WITH seen AS (
          SELECT amocrm_lead_id, changed_at, to_pipeline_id, to_status_id, first_source, received_at, seen_in_events, source
          FROM amocrm_lead_status_history
          WHERE user_account_id = $1 AND changed_at >= $2 AND changed_at < $3 AND (seen_in_events OR source = 'poll')
          UNION ALL
          SELECT amocrm_lead_id, changed_at, to_pipeline_id, to_status_id, first_source, received_at, seen_in_events, NULL
          FROM amocrm_stage_sightings
          WHERE user_account_id = $1 AND changed_at >= $2 AND changed_at < $3 AND seen_in_events)
        SELECT width_bucket(s.changed_at, $4) - 1,
          count(*) FILTER (WHERE s.seen_in_events),
          count(*) FILTER (WHERE s.seen_in_events AND (s.first_source = 'webhook' OR told.at IS NOT NULL)),
          count(*) FILTER (WHERE s.source = 'poll')
        FROM seen s
        JOIN leads l ON l.user_account_id = $1 AND l.amocrm_lead_id = s.amocrm_lead_id
        LEFT JOIN LATERAL (
          SELECT min(o.changed_at) AS at FROM (
            SELECT changed_at, first_source, received_at, to_pipeline_id, to_status_id FROM amocrm_lead_status_history
            WHERE user_account_id = $1 AND amocrm_lead_id = s.amocrm_lead_id
              AND {ObservationColumns.IsNear("", "s.")}
            UNION ALL
            SELECT changed_at, first_source, received_at, to_pipeline_id, to_status_id FROM amocrm_stage_sightings
            WHERE user_account_id = $1 AND amocrm_lead_id = s.amocrm_lead_id
              AND {ObservationColumns.IsNear("", "s.")}) o
          WHERE s.seen_in_events AND s.first_source <> 'webhook' AND o.first_source = 'webhook' AND o.received_at < s.received_at
            AND o.to_pipeline_id = s.to_pipeline_id AND o.to_status_id = s.to_status_id
        ) told ON true
        GROUP BY 1
        """;
}
