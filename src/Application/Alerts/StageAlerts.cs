using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Alerts;

internal sealed class StageAlerts(IAppDbContext db) : IAlertSource
{
    public async Task<IReadOnlyList<Alert>> OfAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var stages = await db.PipelineStages.AsNoTracking().Where(s => s.UserAccountId == account).ToListAsync(cancellationToken);
        return
        [
            .. PipelineStage
                .AwaitingDecision(stages)
                .Select(s => new Alert(
                    AlertKind.NewStage,
                    s.CreatedAt,
                    $"Does a lead in \"{s.StatusName}\" ({s.PipelineName}) count as qualified?",
                    s.Id.Value.ToString()
                )),
        ];
    }
}
