using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Infrastructure.Attribution;

internal sealed class PostgresMarkCoverage(NpgsqlDataSource database) : IMarkCoverage
{
    // Most values have no sign of a parameter: they are spared the expressions.
    private const string Sql = $$"""
        WITH chosen AS (
          SELECT l.id, l.amocrm_lead_id, l.attribution_code, {{IntakeMarks.Sql}} AS brought
          FROM leads l
          WHERE l.user_account_id = $1 AND NOT l.is_deleted AND NOT l.is_test AND l.erased_at IS NULL
            AND ($2::timestamptz IS NULL OR l.created_at >= $2) AND ($3::timestamptz IS NULL OR l.created_at < $3)),
        marks AS (
          SELECT c.id, c.attribution_code, m.code, m.name, m.value
          FROM chosen c JOIN lead_marks m ON m.user_account_id = $1 AND m.amocrm_lead_id = c.amocrm_lead_id
          UNION ALL
          SELECT c.id, c.attribution_code, b.code, NULL, btrim(b.value) FROM chosen c CROSS JOIN LATERAL unnest($4, c.brought) AS b (code, value)
          WHERE btrim(b.value) <> '' AND lower(btrim(b.value)) <> ALL ($6)),
        told AS (
          SELECT id, attribution_code, code, name,
            CASE WHEN (strpos(value, '{') > 0 OR strpos(value, '__') > 0) AND value ~ $5 AND regexp_replace(value, $5, '', 'g') !~ '[0-9]'
              THEN value END AS unfilled
          FROM marks)
        SELECT code, unfilled, max(name), count(DISTINCT id), count(DISTINCT id) FILTER (WHERE attribution_code = code)
        FROM told
        GROUP BY code, unfilled
        """;

    public async Task<IReadOnlyList<CoveredCount>> CountAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Sql,
            BatchCommands.Scalar(cohort.Account.Value),
            BatchCommands.Scalar(cohort.Created.From),
            BatchCommands.Scalar(cohort.Created.Until),
            BatchCommands.Scalar(IntakeMarks.Codes.ToArray()),
            BatchCommands.Scalar(MarkText.MacroPattern),
            BatchCommands.Scalar(MarkText.AbsentValues.ToArray())
        );
        return await command.ListAsync(
            row => new CoveredCount(
                row.GetString(0),
                row.IsDBNull(1) ? null : row.GetString(1),
                row.IsDBNull(2) ? null : row.GetString(2),
                row.GetInt64(3),
                row.GetInt64(4)
            ),
            cancellationToken
        );
    }
}
