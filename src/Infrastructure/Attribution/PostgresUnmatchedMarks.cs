using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Infrastructure.Attribution;

/// <summary>
/// Counts by the rules of <see cref="MarkSet.Counting"/> once more, in SQL: only values and their counts leave the database.
/// That both agree is tested.
/// </summary>
internal sealed class PostgresUnmatchedMarks(NpgsqlDataSource database) : IUnmatchedMarks
{
    private const string Sql = $"""
        WITH chosen AS (
          SELECT l.id, l.amocrm_lead_id, l.created_at, l.first_qualified_at IS NOT NULL AS is_qualified, {IntakeMarks.Sql} AS brought,
            EXISTS (SELECT FROM sales s WHERE s.user_account_id = $1 AND s.amocrm_deal_id = l.amocrm_lead_id AND s.status = 'paid') AS is_won
          FROM leads l
          WHERE l.user_account_id = $1 AND l.creative_id IS NULL AND l.attribution_rule IS DISTINCT FROM 'given' AND NOT l.is_deleted AND NOT l.is_test AND l.erased_at IS NULL
            AND ($2::timestamptz IS NULL OR l.created_at >= $2) AND ($3::timestamptz IS NULL OR l.created_at < $3)),
        marks AS (
          SELECT c.id, m.code, m.value, m.seen_at, array_position(ARRAY['webhook', 'api', 'unsorted'], m.source) AS source,
            array_position(ARRAY['tracking', 'custom', 'address'], m.field) AS field, m.position
          FROM chosen c JOIN lead_marks m ON m.user_account_id = $1 AND m.amocrm_lead_id = c.amocrm_lead_id
          WHERE m.code = ANY ($4)
          UNION ALL
          SELECT c.id, b.code, b.value, c.created_at, 0, 0, 0 FROM chosen c CROSS JOIN LATERAL unnest($5, c.brought) AS b (code, value)
          WHERE b.code = ANY ($4) AND lower(b.value) <> ALL ($7)),
        counting AS (
          SELECT DISTINCT ON (id, code) id, code, value, seen_at FROM marks
          WHERE NOT (value ~ $6 AND regexp_replace(value, $6, '', 'g') !~ '[0-9]')
          ORDER BY id, code, seen_at, source, field, position, value COLLATE "C")
        SELECT v.code, v.value, count(*), count(*) FILTER (WHERE c.is_qualified), count(*) FILTER (WHERE c.is_won), min(v.seen_at), max(v.seen_at)
        FROM counting v JOIN chosen c USING (id)
        GROUP BY v.code, v.value
        """;

    public async Task<IReadOnlyList<MarkCount>> CountAsync(
        Cohort cohort,
        IReadOnlyCollection<string> codes,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(
            Sql,
            BatchCommands.Scalar(cohort.Account.Value),
            BatchCommands.Scalar(cohort.Created.From),
            BatchCommands.Scalar(cohort.Created.Until),
            BatchCommands.Scalar(codes.ToArray()),
            BatchCommands.Scalar(IntakeMarks.Codes.ToArray()),
            BatchCommands.Scalar(MarkText.MacroPattern),
            BatchCommands.Scalar(MarkText.AbsentValues.ToArray())
        );
        var counts = await command.ListAsync(
            row => new MarkCount(
                row.GetString(0),
                row.GetString(1),
                row.GetInt64(2),
                row.GetInt64(3),
                row.GetInt64(4),
                row.GetFieldValue<DateTimeOffset>(5),
                row.GetFieldValue<DateTimeOffset>(6)
            ),
            cancellationToken
        );
        // What came in here is stored as it was typed.
        return
        [
            .. from count in counts
            let value = MarkText.Clean(count.Value)
            where value is not null && !MarkText.IsUnfilled(value)
            select count with
            {
                Value = value,
            },
        ];
    }
}
