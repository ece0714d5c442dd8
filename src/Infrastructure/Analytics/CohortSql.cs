using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Infrastructure.Persistence;
using Npgsql;

namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>
/// The leads of a cohort as the start of a statement: <c>cohort(id, amocrm_lead_id, creative_id, created_at,
/// current_pipeline_id, current_status_id, qualified, qualified_at)</c>, and the advertising spend of the same days,
/// <c>spent(date, creative_id, spend, currency)</c>.
/// </summary>
internal static class CohortSql
{

    /// <summary>A statement over the cohort. Parameters of its own are numbered from $10.</summary>
    public static NpgsqlCommand Command(
        this NpgsqlDataSource database,
        Cohort cohort,
        string sql,
        params ReadOnlySpan<NpgsqlParameter> own
    )
    {
        var command = database.CreateCommand(With(cohort) + sql);
        foreach (var parameter in Parameters(cohort))
            command.Parameters.Add(parameter);
        foreach (var parameter in own)
            command.Parameters.Add(parameter);
        return command;
    }

    public static string With(Cohort cohort) =>
        $"""
            WITH {Reached(cohort)} cohort AS (
              SELECT l.id, l.amocrm_lead_id, l.creative_id, l.created_at, l.current_pipeline_id, l.current_status_id,
                {Qualified(cohort)} AS qualified, {QualifiedAt(cohort)} AS qualified_at
              FROM leads l {(IsByStages(cohort) ? "LEFT JOIN reached p ON p.amocrm_lead_id = l.amocrm_lead_id" : "")}
              WHERE {Counted(cohort)}),
            spent AS (
              SELECT s.date, c.id AS creative_id, s.spend, s.currency
              FROM ad_spend s
              LEFT JOIN creative_ads a ON a.user_account_id = s.user_account_id AND a.ad_id = s.ad_id
              LEFT JOIN creatives c ON c.user_account_id = s.user_account_id AND c.id = coalesce(a.creative_id, s.creative_id)
              WHERE s.user_account_id = $1 {When(cohort.Filter.From, "AND s.date >= $7")} {When(cohort.Filter.To, "AND s.date <= $8")}
                {When(cohort.Filter.DirectionId, "AND c.direction_id = $4")} {When(cohort.Filter.CreativeId, "AND c.id = $5")})

            """;

    public static IEnumerable<NpgsqlParameter> Parameters(Cohort cohort) =>
        [
            BatchCommands.Scalar(cohort.Account.Value),
            BatchCommands.Scalar(cohort.Period.From),
            BatchCommands.Scalar(cohort.Period.Until),
            BatchCommands.Scalar(cohort.Filter.DirectionId),
            BatchCommands.Scalar(cohort.Filter.CreativeId),
            BatchCommands.Scalar(cohort.Filter.Days),
            BatchCommands.Scalar(cohort.Filter.From),
            BatchCommands.Scalar(cohort.Filter.To),
            BatchCommands.Scalar(cohort.Currency),
        ];

    /// <summary>Leads with a deal that are not deleted, as qualification-stats counts.</summary>
    private static string Counted(Cohort cohort) =>
        $"l.amocrm_lead_id IS NOT NULL AND NOT l.is_deleted AND {Chosen(cohort)}";

    /// <summary>Only what is asked for is written down, so that the planner sees which index serves.</summary>
    public static string Chosen(Cohort cohort) =>
        $"""
            l.user_account_id = $1 {When(cohort.Period.From, "AND l.created_at >= $2")} {When(cohort.Period.Until, "AND l.created_at < $3")}
            {When(cohort.Filter.DirectionId, "AND l.direction_id = $4")} {When(cohort.Filter.CreativeId, "AND l.creative_id = $5")}
            """;

    private static bool IsByStages(Cohort cohort) => cohort.Filter.Mode == QualificationMode.ReachedOrPassed;

    // statistics.md §1: 143 never counts, 142 as soon as any stage of its pipeline is flagged.
    private static string Reached(Cohort cohort) =>
        IsByStages(cohort)
            ? """
                counting AS (
                  SELECT s.pipeline_id, s.status_id
                  FROM amocrm_pipeline_stages s
                  JOIN (
                    SELECT pipeline_id, min(sort_order) FILTER (WHERE status_id <> 143) AS lowest
                    FROM amocrm_pipeline_stages WHERE user_account_id = $1 AND is_qualified_stage
                    GROUP BY pipeline_id) f ON f.pipeline_id = s.pipeline_id
                  WHERE s.user_account_id = $1 AND s.status_id <> 143 AND (s.sort_order >= f.lowest OR s.status_id = 142)),
                reached AS (
                  SELECT r.amocrm_lead_id, min(r.first_entered_at) AS at
                  FROM counting s
                  JOIN lead_stage_reached r ON r.user_account_id = $1 AND r.pipeline_id = s.pipeline_id AND r.status_id = s.status_id
                  GROUP BY r.amocrm_lead_id),
                """
            : "";

    private static string Qualified(Cohort cohort) =>
        cohort.Filter.Mode switch
        {
            QualificationMode.Current => "l.is_qualified",
            QualificationMode.Ever => "l.first_qualified_at IS NOT NULL",
            QualificationMode.ReachedOrPassed => "p.at IS NOT NULL",
            QualificationMode.Within => "coalesce(l.first_qualified_at <= l.created_at + make_interval(days => $6), false)",
            _ => throw new ArgumentOutOfRangeException(nameof(cohort)),
        };

    private static string QualifiedAt(Cohort cohort) => IsByStages(cohort) ? "p.at" : "l.first_qualified_at";

    private static string When(object? given, string condition) => given is null ? "" : condition;

    /// <summary>Counts of the leads <c>c</c> and their paid sales <c>s</c>.</summary>
    public const string Outcome = """
        count(*), count(*) FILTER (WHERE c.qualified), count(s.id), count(s.id) FILTER (WHERE c.qualified),
        CASE WHEN count(s.id) FILTER (WHERE s.currency IS DISTINCT FROM $9) = 0 THEN coalesce(sum(s.amount), 0) END
        """;

    public const string PaidSales =
        "LEFT JOIN sales s ON s.user_account_id = $1 AND s.amocrm_deal_id = c.amocrm_lead_id AND s.status = 'paid'";

    /// <summary>A sum of <c>spent</c>; null when it is in several currencies or another than the account's.</summary>
    public const string Spend = "CASE WHEN bool_and(currency IS NOT DISTINCT FROM $9) THEN sum(spend) END";
}
