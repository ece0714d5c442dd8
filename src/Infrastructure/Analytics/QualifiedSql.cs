using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Infrastructure.Ledger;

namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>
/// Conditions under which a lead <c>l</c> counts as qualified, by the mode of a cohort. Of a cohort as it stood in the past,
/// only stages entered by then count. Parameters are those of <see cref="CohortSql"/>.
/// </summary>
internal static class QualifiedSql
{
    /// <summary>The stages that count as reached: 143 never, 142 as soon as any stage of its pipeline is flagged.</summary>
    public const string CountingStages = $"""
        counting AS (
          SELECT s.pipeline_id, s.status_id, {StageNumber.Sql} AS number
          FROM amocrm_pipeline_stages s
          JOIN (
            SELECT pipeline_id, min(sort_order) FILTER (WHERE status_id <> 143) AS lowest
            FROM amocrm_pipeline_stages WHERE user_account_id = $1 AND is_qualified_stage
            GROUP BY pipeline_id) f USING (pipeline_id)
          WHERE s.user_account_id = $1 AND s.status_id <> 143 AND (s.sort_order >= f.lowest OR s.status_id = 142)),
        """;

    // The latest stage by then; flags are today's.
    private const string IsInFlaggedStageThen = """
        coalesce((
          SELECT s.is_qualified_stage
          FROM amocrm_lead_status_history h
          LEFT JOIN amocrm_pipeline_stages s
            ON s.user_account_id = $1 AND s.pipeline_id = h.to_pipeline_id AND s.status_id = h.to_status_id
          WHERE h.user_account_id = $1 AND h.amocrm_lead_id = l.amocrm_lead_id AND h.changed_at <= $7
          ORDER BY date_trunc('second', h.changed_at) DESC, h.order_in_second DESC LIMIT 1), false)
        """;

    /// <summary>When each deal of the account first reached a counting stage.</summary>
    public const string Entered = """
        entered AS (
          SELECT r.amocrm_lead_id AS deal, min(r.first_entered_at) AS at
          FROM lead_stage_reached r JOIN counting s USING (pipeline_id, status_id)
          WHERE r.user_account_id = $1 GROUP BY r.amocrm_lead_id),
        """;

    private const string ReachedAt = """
        SELECT min(r.first_entered_at) FROM lead_stage_reached r JOIN counting s USING (pipeline_id, status_id)
        WHERE r.user_account_id = $1 AND r.amocrm_lead_id = l.amocrm_lead_id
        """;

    /// <summary>
    /// Leads of all days look into <see cref="Entered"/> for when they qualified, in a third of the time that each one's own look-up
    /// takes; leads of a period may be few.
    /// </summary>
    public static bool AsksEntered(Cohort cohort) =>
        cohort is { Mode: QualificationMode.ReachedOrPassed, IsPast: false, First: null, Last: null };

    public static string Is(Cohort cohort) =>
        cohort.Mode switch
        {
            QualificationMode.Current => cohort.IsPast ? IsInFlaggedStageThen : "l.is_qualified",
            QualificationMode.ReachedOrPassed when !cohort.IsPast =>
                "coalesce(l.stages_reached && ARRAY(SELECT number FROM counting), false)",
            QualificationMode.Ever or QualificationMode.ReachedOrPassed => $"{At(cohort)} IS NOT NULL",
            QualificationMode.Within or QualificationMode.Judged =>
                $"coalesce({At(cohort)} <= l.created_at + $6 * interval '24 hours', false)",
        };

    /// <summary>When it qualified first.</summary>
    public static string At(Cohort cohort) =>
        (cohort.Mode == QualificationMode.ReachedOrPassed, cohort.IsPast) switch
        {
            (true, false) => AsksEntered(cohort) ? "e.at" : $"({ReachedAt})",
            (true, true) => $"({ReachedAt} AND r.first_entered_at <= $7)",
            (false, false) => "l.first_qualified_at",
            (false, true) => "CASE WHEN l.first_qualified_at <= $7 THEN l.first_qualified_at END",
        };
}
