using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>
/// The leads of a cohort as the start of a statement: <c>cohort(id, amocrm_lead_id, creative_id, created_at,
/// current_pipeline_id, current_status_id, lost_from_status_id, stages_reached, phone_e164, email, qualified, qualified_at,
/// qualified_now, qualified_ever, too_young)</c>. A statement that names it once is planned as one with it, and what it does not ask for is not looked up.
/// </summary>
internal static class CohortSql
{
    /// <summary>A statement over the cohort. Parameters of its own are numbered from $9.</summary>
    public static NpgsqlCommand Command(
        this AnalyticsDatabase database,
        Cohort cohort,
        string sql,
        params IEnumerable<NpgsqlParameter> own
    ) => database.Command(With(cohort) + sql, Parameters(cohort).Concat(own));

    /// <summary>The same to be run with those of other accounts.</summary>
    public static CountStatement<T> Statement<T>(
        Cohort cohort,
        string sql,
        Func<NpgsqlDataReader, T> read,
        params IEnumerable<NpgsqlParameter> own
    ) => new(With(cohort) + sql, [.. Parameters(cohort), .. own], read);

    /// <summary>$1 to $8.</summary>
    public static IEnumerable<NpgsqlParameter> Parameters(Cohort cohort) =>
        [
            BatchCommands.Scalar(cohort.Account.Value),
            BatchCommands.Scalar(cohort.Created.From),
            BatchCommands.Scalar(cohort.Created.Until),
            BatchCommands.Scalar(cohort.Direction?.Value),
            BatchCommands.Scalar(cohort.Creative?.Value),
            BatchCommands.Scalar(cohort.Days),
            BatchCommands.Scalar(cohort.AsOf),
            cohort.Repeats.Column(lead => lead.Value),
        ];

    private static string With(Cohort cohort) =>
        $"""
            WITH {When(cohort.Mode == QualificationMode.ReachedOrPassed, QualifiedSql.CountingStages)}
            {When(QualifiedSql.AsksEntered(cohort), QualifiedSql.Entered)}
            cohort AS (
              SELECT l.id, l.amocrm_lead_id, l.creative_id, l.created_at, l.current_pipeline_id, l.current_status_id, l.lost_from_status_id,
                l.stages_reached, l.phone_e164, l.email, {QualifiedSql.Is(cohort)} AS qualified, {QualifiedSql.At(
                cohort
            )} AS qualified_at,
                l.is_qualified AS qualified_now, l.first_qualified_at IS NOT NULL AS qualified_ever, {TooYoung(cohort)} AS too_young
              FROM leads l {When(
                QualifiedSql.AsksEntered(cohort),
                "LEFT JOIN entered e ON e.deal = l.amocrm_lead_id"
            )} WHERE {Counted(cohort)})

            """;

    private static string TooYoung(Cohort cohort) =>
        cohort.OldEnoughBefore is null ? "false" : "l.created_at > $7 - $6 * interval '24 hours'";

    /// <summary>Leads with a deal that are not deleted and no tests, created in the period.</summary>
    private static string Counted(Cohort cohort) =>
        $"""
            {Chosen(cohort)} AND l.amocrm_lead_id IS NOT NULL AND NOT l.is_deleted AND NOT l.is_test AND {CreatedIn(cohort)}
            {When(
                cohort.Mode == QualificationMode.Judged,
                "AND l.creative_id IN (SELECT k.id FROM creatives k WHERE k.user_account_id = $1 AND k.direction_id IS NOT NULL)"
            )}
            {When(cohort.Repeats.Count > 0, "AND l.id <> ALL ($8)")}
            """;

    /// <summary>Leads <c>l</c> created in the days of the cohort.</summary>
    public static string CreatedIn(Cohort cohort) =>
        $"""
            true
            {When(cohort.Created.From is not null, "AND l.created_at >= $2")}
            {When(cohort.Created.Until is not null, "AND l.created_at < $3")}
            {When(cohort.IsPast, "AND l.created_at <= $7")}
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

    /// <summary>Joins the paid sales <c>s</c> of the leads <c>c</c>.</summary>
    public static string PaidSales(Cohort cohort) =>
        $"""
            LEFT JOIN sales s ON s.user_account_id = $1 AND s.amocrm_deal_id = c.amocrm_lead_id AND s.status = 'paid'
            {When(cohort.IsPast, "AND s.closed_at <= $7")}
            """;

    /// <summary>
    /// Counts of the leads <c>c</c> and their paid sales <c>s</c>; $9: until when leads are mature, $10: the account's currency.
    /// </summary>
    public const string Outcome = $"""
        count(*), count(*) FILTER (WHERE c.too_young), count(*) FILTER (WHERE c.qualified AND NOT c.too_young), count(s.id),
        count(s.id) FILTER (WHERE c.qualified AND NOT c.too_young), {WithoutAmount},
        count(*) FILTER (WHERE c.created_at <= $9), {Revenue},
        count(*) FILTER (WHERE c.qualified_now), count(*) FILTER (WHERE c.qualified_ever)
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
    private const string FirstCurrency = "min(coalesce(s.currency, $10, '')) FILTER (WHERE s.amount <> 0)";
    private const string LastCurrency = "max(coalesce(s.currency, $10, '')) FILTER (WHERE s.amount <> 0)";
}
