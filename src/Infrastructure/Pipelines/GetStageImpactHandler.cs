using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Pipelines;
using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Infrastructure.Pipelines;

/// <summary>Counts what <see cref="PostgresQualification"/> would change, by the same rules, and changes nothing.</summary>
internal sealed class GetStageImpactHandler(AppDbContext db, NpgsqlDataSource database)
    : IRequestHandler<GetStageImpactQuery, StageImpact>
{
    // One statement, so that all its counts are of one moment.
    private const string Sql = """
        WITH here AS (
          SELECT creative_id, is_qualified, amocrm_lead_id IS NOT NULL AND NOT is_deleted AND NOT is_test AS is_counted
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
          FROM leads WHERE user_account_id = $1 AND amocrm_lead_id IS NOT NULL AND NOT is_deleted AND NOT is_test GROUP BY creative_id)
        SELECT h.gained::int, h.lost::int, h.moved::int, t.creative_id, c.title,
               t.leads::int, t.qualified::int, (t.qualified - b.qualified + CASE WHEN $4 THEN b.leads ELSE 0 END)::int
        FROM head h
        LEFT JOIN (brought b JOIN total t ON t.creative_id IS NOT DISTINCT FROM b.creative_id) ON true
        LEFT JOIN creatives c ON c.user_account_id = $1 AND c.id = t.creative_id
        ORDER BY t.leads DESC, t.creative_id
        """;

    public async Task<StageImpact> Handle(GetStageImpactQuery query, CancellationToken cancellationToken)
    {
        var id = new PipelineStageId(query.StageId);
        var account = await db.PipelineStages.Where(s => s.Id == id).OwnerAsync(Reasons.StageUnknown, "stage", cancellationToken);
        var stage = await db
            .PipelineStages.AsNoTracking()
            .SingleAsync(s => s.UserAccountId == account && s.Id == id, cancellationToken);

        var isQualified = query.IsQualifiedStage ?? !stage.IsQualifiedStage;
        await using var command = database.Command(
            Sql,
            BatchCommands.Scalar(stage.UserAccountId.Value),
            BatchCommands.Scalar(stage.PipelineId.Value),
            BatchCommands.Scalar(stage.StatusId.Value),
            BatchCommands.Scalar(isQualified)
        );
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var (gained, lost, moved) = (0, 0, 0);
        List<CreativeImpact> creatives = [];
        while (await row.ReadAsync(cancellationToken))
        {
            (gained, lost, moved) = (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2));
            if (!row.IsDBNull(5))
                creatives.Add(
                    CreativeImpact.From(
                        row.IsDBNull(3) ? null : new(row.GetGuid(3)),
                        row.IsDBNull(4) ? null : row.GetString(4),
                        row.GetInt32(5),
                        row.GetInt32(6),
                        row.GetInt32(7)
                    )
                );
        }

        return new(isQualified, gained + lost, gained, lost, moved, creatives);
    }
}
