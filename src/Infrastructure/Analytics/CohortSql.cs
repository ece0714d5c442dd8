using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Infrastructure.Ledger;

namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>
/// The leads of a cohort as the start of a statement: <c>cohort(id, amocrm_lead_id, creative_id, created_at,
/// current_pipeline_id, current_status_id, lost_from_status_id, stages_reached, phone_e164, email, qualified, qualified_at)</c>. A
/// statement that names it once is planned as one with it, and what it does not ask for is not looked up.
/// </summary>
internal static class CohortSql
{
    /// <summary>A statement over the cohort. Parameters of its own are numbered from $7.</summary>
    public static NpgsqlCommand Command(
        this AnalyticsDatabase database,
        Cohort cohort,
        string sql,
        params IEnumerable<NpgsqlParameter> own
    ) => database.Command(With(cohort) + sql, Parameters(cohort).Concat(own));

    private static IEnumerable<NpgsqlParameter> Parameters(Cohort cohort) =>
        [
            BatchCommands.Scalar(cohort.Account.Value),
            BatchCommands.Scalar(cohort.Created.From),
            BatchCommands.Scalar(cohort.Created.Until),
            BatchCommands.Scalar(cohort.Direction?.Value),
            BatchCommands.Scalar(cohort.Creative?.Value),
            BatchCommands.Scalar(cohort.Days),
        ];

    private static string With(Cohort cohort) =>
        $"""
            WITH {When(cohort.Mode == QualificationMode.ReachedOrPassed, CountingStages)}
            cohort AS (
              SELECT l.id, l.amocrm_lead_id, l.creative_id, l.created_at, l.current_pipeline_id, l.current_status_id, l.lost_from_status_id,
                l.stages_reached, l.phone_e164, l.email, {Qualified(cohort.Mode)} AS qualified, {QualifiedAt(
                cohort.Mode
            )} AS qualified_at
              FROM leads l WHERE {Counted(cohort)})

            """;

    // 143 never counts, 142 as soon as any stage of its pipeline is flagged.
    private const string CountingStages = $"""
        counting AS (
          SELECT s.pipeline_id, s.status_id, {StageNumber.Sql} AS number
          FROM amocrm_pipeline_stages s
          JOIN (
            SELECT pipeline_id, min(sort_order) FILTER (WHERE status_id <> 143) AS lowest
            FROM amocrm_pipeline_stages WHERE user_account_id = $1 AND is_qualified_stage
            GROUP BY pipeline_id) f USING (pipeline_id)
          WHERE s.user_account_id = $1 AND s.status_id <> 143 AND (s.sort_order >= f.lowest OR s.status_id = 142)),
        """;

    private static string Qualified(QualificationMode mode) =>
        mode switch
        {
            QualificationMode.Current => "l.is_qualified",
            QualificationMode.Ever => "l.first_qualified_at IS NOT NULL",
            QualificationMode.Within => "coalesce(l.first_qualified_at <= l.created_at + $6 * interval '24 hours', false)",
            QualificationMode.ReachedOrPassed => "coalesce(l.stages_reached && ARRAY(SELECT number FROM counting), false)",
        };

    private static string QualifiedAt(QualificationMode mode) =>
        mode == QualificationMode.ReachedOrPassed
            ? """
                (SELECT min(r.first_entered_at) FROM lead_stage_reached r JOIN counting s USING (pipeline_id, status_id)
                  WHERE r.user_account_id = l.user_account_id AND r.amocrm_lead_id = l.amocrm_lead_id)
                """
            : "l.first_qualified_at";

    /// <summary>Leads with a deal that are not deleted and no tests, created in the period.</summary>
    private static string Counted(Cohort cohort) =>
        $"""
            {Chosen(cohort)} AND l.amocrm_lead_id IS NOT NULL AND NOT l.is_deleted AND NOT l.is_test
            {When(cohort.Created.From is not null, "AND l.created_at >= $2")} {When(
                cohort.Created.Until is not null,
                "AND l.created_at < $3"
            )}
            """;

    /// <summary>Only what is asked for is written down, so that the planner sees which index serves.</summary>
    public static string Chosen(Cohort cohort) =>
        $"""
            l.user_account_id = $1
            {When(cohort.Direction is not null, "AND l.direction_id = $4")}
            {When(cohort.Creative is not null, "AND l.creative_id = $5")}
            {When(cohort.WithoutCreative, "AND l.creative_id IS NULL")}
            """;

    public static string When(bool isAsked, string condition) => isAsked ? condition : "";

    public const string PaidSales =
        "LEFT JOIN sales s ON s.user_account_id = $1 AND s.amocrm_deal_id = c.amocrm_lead_id AND s.status = 'paid'";

    /// <summary>Counts of the leads <c>c</c> and their paid sales <c>s</c>; $7: until when leads are mature, $8: the account's currency.</summary>
    public const string Outcome = $"""
        count(*), count(*) FILTER (WHERE c.qualified), count(s.id), count(s.id) FILTER (WHERE c.qualified),
        {WithoutAmount}, count(*) FILTER (WHERE c.created_at <= $7), {Revenue}
        """;

    /// <summary>
    /// The sum of the sales <c>s</c> and its currency; nulls when there are several, or an amount is missing. 0 is the same in
    /// every currency.
    /// </summary>
    public const string Revenue = $"""
        CASE WHEN {WithoutAmount} = 0 AND {FirstCurrency} IS NOT DISTINCT FROM {LastCurrency} THEN coalesce(sum(s.amount), 0) END,
        CASE WHEN {FirstCurrency} = {LastCurrency} THEN nullif({FirstCurrency}, '') END
        """;

    private const string WithoutAmount = "count(s.id) FILTER (WHERE s.amount IS NULL)";
    private const string FirstCurrency = "min(coalesce(s.currency, $8, '')) FILTER (WHERE s.amount <> 0)";
    private const string LastCurrency = "max(coalesce(s.currency, $8, '')) FILTER (WHERE s.amount <> 0)";
}
