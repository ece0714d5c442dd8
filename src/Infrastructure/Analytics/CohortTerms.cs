using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Infrastructure.Rollups;

namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>
/// The terms of a cohort. Of one as it stood in the past ($8), only what had happened by then counts. $9 are leads that are
/// left out.
/// </summary>
internal static class CohortTerms
{
    // The latest stage by then; flags are today's.
    private const string IsInFlaggedStageThen = """
        coalesce((
          SELECT s.is_qualified_stage
          FROM amocrm_lead_status_history h
          LEFT JOIN amocrm_pipeline_stages s
            ON s.user_account_id = $1 AND s.pipeline_id = h.to_pipeline_id AND s.status_id = h.to_status_id
          WHERE h.user_account_id = $1 AND h.amocrm_lead_id = l.amocrm_lead_id AND h.changed_at <= $8
          ORDER BY date_trunc('second', h.changed_at) DESC, h.order_in_second DESC LIMIT 1), false)
        """;

    public static LeadTerms From(Cohort cohort, LeadParts parts)
    {
        var terms = LeadTerms.Now with
        {
            Which = cohort.Repeats.Count > 0 ? "AND l.id <> ALL ($9)" : "",
            AsksReached = cohort.Mode == QualificationMode.ReachedOrPassed,
            AsksEnds = parts.HasFlag(LeadParts.Ends),
            AsksEach = parts != LeadParts.None,
            AsksVisits = parts.HasFlag(LeadParts.Visits),
        };
        return cohort.IsPast ? AsOf(terms, cohort.Mode) : terms;
    }

    private static LeadTerms AsOf(LeadTerms terms, QualificationMode mode) =>
        terms with
        {
            IsQualified = mode == QualificationMode.Current ? IsInFlaggedStageThen : terms.IsQualified,
            QualifiedAt = $"CASE WHEN {terms.QualifiedAt} <= $8 THEN {terms.QualifiedAt} END",
            Which = $"{terms.Which} AND l.created_at <= $8",
            WhichSales = "AND s.closed_at <= $8",
            WhichReached = "AND r.first_entered_at <= $8",
        };
}
