using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Infrastructure.Attribution;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>
/// Writes the leads that are made of deals. Whose they are is decided before, so that each is written once: a change later on
/// would write all indexes of the lead again.
/// </summary>
internal static class NewLeadWriter
{
    // With the settings of attribution that are the newest now: they rule it until others are applied.
    private const string Adopt = """
        INSERT INTO leads (user_account_id, id, source_type, amocrm_lead_id, amocrm_push, current_pipeline_id, current_status_id, is_qualified,
                           first_qualified_at, is_deleted, stages_reached, lost_from_status_id, created_at, updated_at, attribution_version,
                           creative_id, direction_id, attribution_rule, attribution_ad_id, attribution_code, attribution_value, attributed_at,
                           utm_source, utm_medium, utm_campaign, utm_term, utm_content)
        SELECT $1, s.lead, 'crm', s.deal, 'not_needed', s.pipeline, s.status, s.is_qualified,
               s.first_qualified_at, s.is_deleted, string_to_array(s.reached, ',')::bigint[], s.lost_from, s.created_at, now(),
               coalesce((SELECT max(version) FROM attribution_settings a WHERE a.user_account_id = $1), 0),
               s.creative, c.direction_id, s.rule, s.ad, s.code, s.value, now(),
               s.utm_source, s.utm_medium, s.utm_campaign, s.utm_term, s.utm_content
        FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
          AS s (lead, deal, pipeline, status, is_qualified, first_qualified_at, is_deleted, reached, lost_from, created_at,
                creative, rule, ad, code, value, utm_source, utm_medium, utm_campaign, utm_term, utm_content)
        LEFT JOIN creatives c ON c.user_account_id = $1 AND c.id = s.creative
        """;

    public static async Task AddCommandsAsync(
        NpgsqlBatch batch,
        ILeadAttribution attribution,
        UserAccountId account,
        IReadOnlyCollection<DealChange> changes,
        CancellationToken cancellationToken
    )
    {
        var adopted = changes.Where(c => c.IsAdopted).ToList();
        if (adopted.Count == 0)
            return;
        var marks = adopted.ToDictionary(c => c.After.Lead!.Value, c => c.After.Marks);
        var decisions = await attribution.DecideNewAsync(account, marks, cancellationToken);
        var decided = decisions.ToDictionary(decision => decision.Lead);
        batch.Add(
            Adopt,
            [
                BatchCommands.Scalar(account.Value),
                adopted.Column(c => c.After.Lead!.Value.Value),
                adopted.Column(c => c.After.Key.Deal.Value),
                adopted.Column(c => c.Status.Stage?.Pipeline.Value),
                adopted.Column(c => c.Status.Stage?.Status.Value),
                adopted.Column(c => c.Status.IsQualified),
                adopted.Column(c => c.Status.FirstQualifiedAt),
                adopted.Column(c => c.Status.IsDeleted),
                adopted.Column(c => StageNumber.Array(c.After.StagesReached)),
                adopted.Column(c => c.After.LostFrom?.Value),
                adopted.Column(c => c.After.CreatedAt!.Value),
                .. DecisionWriter.Columns(adopted.ConvertAll(c => decided[c.After.Lead!.Value])),
            ]
        );
    }
}
