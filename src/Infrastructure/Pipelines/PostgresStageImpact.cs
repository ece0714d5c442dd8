using AmoCrmQualification.Application.Pipelines;

namespace AmoCrmQualification.Infrastructure.Pipelines;

/// <summary>The twin of <see cref="PostgresQualification"/> that only counts.</summary>
internal sealed class PostgresStageImpact(NpgsqlDataSource database) : IStageImpact
{
    // One statement, so that all its counts are of one moment.
    private const string Sql = """
        WITH here AS (
          SELECT creative_id, is_qualified, amocrm_lead_id IS NOT NULL AND NOT is_deleted AS is_counted
          FROM leads WHERE user_account_id = $1 AND current_pipeline_id = $2 AND current_status_id = $3),
        entry AS (
          SELECT deal.amocrm_lead_id,
                 min(r.first_entered_at) FILTER (
                   WHERE CASE WHEN r.pipeline_id = $2 AND r.status_id = $3 THEN $4 ELSE s.is_qualified_stage END) AS first
          FROM lead_stage_reached deal
          JOIN lead_stage_reached r ON r.user_account_id = $1 AND r.amocrm_lead_id = deal.amocrm_lead_id
          LEFT JOIN amocrm_pipeline_stages s
            ON s.user_account_id = $1 AND s.pipeline_id = r.pipeline_id AND s.status_id = r.status_id
          WHERE deal.user_account_id = $1 AND deal.pipeline_id = $2 AND deal.status_id = $3
          GROUP BY deal.amocrm_lead_id),
        head AS (
          SELECT count(*) FILTER (WHERE $4 AND NOT is_qualified) AS gained,
                 count(*) FILTER (WHERE NOT $4 AND is_qualified) AS lost,
                 (SELECT count(*) FROM entry e
                  JOIN leads l ON l.user_account_id = $1 AND l.amocrm_lead_id = e.amocrm_lead_id
                  WHERE l.first_qualified_at IS DISTINCT FROM e.first) AS moved
          FROM here),
        brought AS (
          SELECT creative_id, count(*) AS leads, count(*) FILTER (WHERE is_qualified) AS qualified
          FROM here WHERE is_counted GROUP BY creative_id),
        total AS (
          SELECT creative_id, count(*) AS leads, count(*) FILTER (WHERE is_qualified) AS qualified
          FROM leads WHERE user_account_id = $1 AND amocrm_lead_id IS NOT NULL AND NOT is_deleted GROUP BY creative_id)
        SELECT h.gained::int, h.lost::int, h.moved::int, t.creative_id, c.title,
               t.leads::int, t.qualified::int, (t.qualified - b.qualified + CASE WHEN $4 THEN b.leads ELSE 0 END)::int
        FROM head h
        LEFT JOIN (brought b JOIN total t ON t.creative_id IS NOT DISTINCT FROM b.creative_id) ON true
        LEFT JOIN creatives c ON c.user_account_id = $1 AND c.id = t.creative_id
        ORDER BY t.leads DESC, t.creative_id
        """;

    public async Task<QualificationChange> OfFlaggingAsync(
        UserAccountId account,
        Stage stage,
        bool isQualifiedStage,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(
            Sql,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(stage.Pipeline.Value),
            BatchCommands.Scalar(stage.Status.Value),
            BatchCommands.Scalar(isQualifiedStage)
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (gained, lost, moved) = (0, 0, 0);
        List<CreativeChange> creatives = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            (gained, lost, moved) = (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
            if (!await reader.IsDBNullAsync(5, cancellationToken))
                creatives.Add(
                    new(
                        await reader.IsDBNullAsync(3, cancellationToken) ? null : new(reader.GetGuid(3)),
                        await reader.IsDBNullAsync(4, cancellationToken) ? null : reader.GetString(4),
                        reader.GetInt32(5),
                        reader.GetInt32(6),
                        reader.GetInt32(7)
                    )
                );
        }

        return new(gained, lost, moved, creatives);
    }
}
