using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Alerts;

internal sealed class StageAlerts(IAppDbContext db) : IAlertSource
{
    public async Task<IReadOnlyList<AccountAlert>> ReadAsync(
        IReadOnlyCollection<UserAccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        var stages = await db
            .PipelineStages.AsNoTracking()
            .Where(s => accounts.Contains(s.UserAccountId))
            .AcrossAccounts("alerts of many are read at once")
            .ToListAsync(cancellationToken);
        return
        [
            .. from own in stages.GroupBy(s => s.UserAccountId)
            from stage in PipelineStage.AwaitingDecision([.. own])
            select new AccountAlert(
                own.Key,
                new(
                    AlertKind.NewStage,
                    stage.CreatedAt,
                    $"Does a lead in \"{stage.StatusName}\" ({stage.PipelineName}) count as qualified?",
                    stage.Id.Value.ToString()
                )
            ),
        ];
    }
}
