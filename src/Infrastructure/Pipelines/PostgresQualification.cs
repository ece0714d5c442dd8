using AmoCrmQualification.Application.Pipelines;

namespace AmoCrmQualification.Infrastructure.Pipelines;

internal sealed class PostgresQualification(AppDbContext db) : IQualification
{
    public async Task<int> RecalculateAsync(
        UserAccountId account,
        IReadOnlyCollection<Stage> stages,
        CancellationToken cancellationToken
    )
    {
        if (stages.Count == 0)
            return 0;
        var pipelines = stages.Select(s => s.Pipeline.Value).ToArray();
        var statuses = stages.Select(s => s.Status.Value).ToArray();

        var changed = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE leads l SET is_qualified = s.is_qualified_stage, updated_at = now()
            FROM unnest({pipelines}, {statuses}) AS stage (pipeline, status)
            JOIN amocrm_pipeline_stages s
              ON s.user_account_id = {account.Value} AND s.pipeline_id = stage.pipeline AND s.status_id = stage.status
            WHERE l.user_account_id = {account.Value}
              AND l.current_pipeline_id = stage.pipeline AND l.current_status_id = stage.status
              AND l.is_qualified <> s.is_qualified_stage
            """,
            cancellationToken
        );

        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE leads l SET first_qualified_at = entry.first, updated_at = now()
            FROM (
              SELECT deal.amocrm_lead_id,
                     min(r.first_entered_at) FILTER (WHERE s.is_qualified_stage) AS first
              FROM (
                SELECT DISTINCT r.amocrm_lead_id
                FROM unnest({pipelines}, {statuses}) AS stage (pipeline, status)
                JOIN lead_stage_reached r
                  ON r.user_account_id = {account.Value} AND r.pipeline_id = stage.pipeline AND r.status_id = stage.status
              ) AS deal
              JOIN lead_stage_reached r ON r.user_account_id = {account.Value} AND r.amocrm_lead_id = deal.amocrm_lead_id
              LEFT JOIN amocrm_pipeline_stages s
                ON s.user_account_id = {account.Value} AND s.pipeline_id = r.pipeline_id AND s.status_id = r.status_id
              GROUP BY deal.amocrm_lead_id
            ) AS entry
            WHERE l.user_account_id = {account.Value} AND l.amocrm_lead_id = entry.amocrm_lead_id
              AND l.first_qualified_at IS DISTINCT FROM entry.first
            """,
            cancellationToken
        );
        return changed;
    }
}
