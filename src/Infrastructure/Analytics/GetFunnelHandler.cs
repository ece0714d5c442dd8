using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Infrastructure.Ledger;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal sealed class GetFunnelHandler(AppDbContext db, CohortReader cohorts, AnalyticsDatabase database)
    : IRequestHandler<GetFunnelQuery, Funnel>
{
    // The ways that leads went through the stages of a pipeline: of a hundred thousand leads some thousand.
    private const string StagePaths = """
        SELECT stages_reached, CASE current_pipeline_id WHEN $8 THEN current_status_id END, CASE current_pipeline_id WHEN $8 THEN lost_from_status_id END,
          count(*)
        FROM cohort
        GROUP BY 1, 2, 3
        """;

    public async Task<Funnel> Handle(GetFunnelQuery query, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(query.Cohort, cancellationToken);
        var stages = await db.StagesAsync(cohort.Account, query.PipelineId, cancellationToken);
        var pipeline = stages[0].PipelineId;
        await using var command = database.Command(cohort, StagePaths, BatchCommands.Scalar(pipeline.Value));
        var paths = await command.ListAsync(
            row => new StagePath(
                row.IsDBNull(0) ? [] : StageNumber.Statuses(row.GetFieldValue<long[]>(0), pipeline),
                Status(row, 1),
                Status(row, 2),
                row.GetInt64(3)
            ),
            cancellationToken
        );
        return Funnel.From(stages, paths, cohort.AsOf);
    }

    private static AmoStatusId? Status(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : new AmoStatusId(row.GetInt64(column));
}
