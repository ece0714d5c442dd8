using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>
/// The leads of a cohort as the start of a statement: <c>cohort(id, amocrm_lead_id, creative_id, created_at,
/// current_pipeline_id, current_status_id, lost_from_status_id, stages_reached, phone_e164)</c>. A statement that names it once is planned
/// as one with it, and what it does not ask for is not looked up.
/// </summary>
internal static class CohortSql
{
    /// <summary>A statement over the cohort. Parameters of its own are numbered from $8.</summary>
    public static NpgsqlCommand Command(
        this AnalyticsDatabase database,
        Cohort cohort,
        string sql,
        params IEnumerable<NpgsqlParameter> own
    ) => database.Command(With(cohort) + sql, Parameters(cohort).Concat(own));

    /// <summary>$1 to $7.</summary>
    public static IEnumerable<NpgsqlParameter> Parameters(Cohort cohort) =>
        [
            BatchCommands.Scalar(cohort.Account.Value),
            BatchCommands.Scalar(cohort.Created.From),
            BatchCommands.Scalar(cohort.Created.Until),
            BatchCommands.Scalar(cohort.Direction?.Value),
            BatchCommands.Scalar(cohort.Creative?.Value),
            BatchCommands.Scalar(cohort.AsOf),
            cohort.Repeats.Column(lead => lead.Value),
        ];

    private static string With(Cohort cohort) =>
        $"""
            WITH cohort AS (
              SELECT l.id, l.amocrm_lead_id, l.creative_id, l.created_at, l.current_pipeline_id, l.current_status_id, l.lost_from_status_id,
                l.stages_reached, l.phone_e164
              FROM leads l WHERE {Counted(cohort)})

            """;

    /// <summary>Leads with a deal that are not deleted and no tests, created in the period.</summary>
    private static string Counted(Cohort cohort) =>
        $"""
            {Chosen(cohort)} AND l.amocrm_lead_id IS NOT NULL AND NOT l.is_deleted AND NOT l.is_test AND {CreatedIn(cohort)}
            {When(
                cohort.Mode == QualificationMode.Judged,
                "AND l.creative_id IN (SELECT k.id FROM creatives k WHERE k.user_account_id = $1 AND k.direction_id IS NOT NULL)"
            )}
            {When(cohort.Repeats.Count > 0, "AND l.id <> ALL ($7)")}
            """;

    private static string CreatedIn(Cohort cohort) =>
        $"""
            true
            {When(cohort.Created.From is not null, "AND l.created_at >= $2")}
            {When(cohort.Created.Until is not null, "AND l.created_at < $3")}
            """;

    /// <summary>
    /// Leads <c>l</c> of the filter, whenever they were created. Only what is asked for is written down, so that the planner sees
    /// which index serves.
    /// </summary>
    public static string Chosen(Cohort cohort) =>
        $"""
            l.user_account_id = $1
            {When(cohort.Direction is not null, $"AND {OfDirection}")}
            {When(cohort.Creative is not null, "AND l.creative_id = $5")}
            {When(cohort.WithoutCreative, "AND l.creative_id IS NULL")}
            """;

    // The creative's direction where it has one, as its spend has no other; else the lead's own.
    private const string OfDirection = """
        (l.creative_id IN (SELECT k.id FROM creatives k WHERE k.user_account_id = $1 AND k.direction_id = $4)
          OR (l.direction_id = $4 AND (l.creative_id IS NULL
            OR l.creative_id IN (SELECT k.id FROM creatives k WHERE k.user_account_id = $1 AND k.direction_id IS NULL))))
        """;

    public static string When(bool isAsked, string condition) => isAsked ? condition : "";
}
