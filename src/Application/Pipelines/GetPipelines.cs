using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Pipelines;

/// <summary>The account's pipelines by amoCRM's order, each with its stages by theirs. Empty before the first sync.</summary>
public sealed record GetPipelinesQuery(UserAccountId Account, bool WithCounts = false) : IRequest<PipelineList>;

public sealed record PipelineList(IReadOnlyList<PipelineView> Pipelines);

public sealed record PipelineView(long PipelineId, string PipelineName, IReadOnlyList<StageView> Stages);

/// <param name="AwaitsDecision">It appeared after the first sync and is undecided.</param>
/// <param name="LeadCount">Leads in it now that are not deleted; null where it was not asked for.</param>
public sealed record StageView(
    Guid Id,
    long StatusId,
    string StatusName,
    string StatusColor,
    bool IsQualifiedStage,
    int SortOrder,
    int StatusType,
    bool IsArchived,
    bool AwaitsDecision,
    int? LeadCount
);

internal sealed class GetPipelinesHandler(IAppDbContext db) : IRequestHandler<GetPipelinesQuery, PipelineList>
{
    public async Task<PipelineList> Handle(GetPipelinesQuery query, CancellationToken cancellationToken)
    {
        var stages = await db
            .PipelineStages.AsNoTracking()
            .Where(s => s.UserAccountId == query.Account)
            .OrderBy(s => s.PipelineSort)
            .ThenBy(s => s.PipelineId)
            .ThenBy(s => s.SortOrder)
            .ThenBy(s => s.StatusId)
            .ToListAsync(cancellationToken);
        var undecided = PipelineStage.AwaitingDecision(stages).ToHashSet();
        var counts = query.WithCounts ? await CountsAsync(query.Account, cancellationToken) : null;
        return new([
            .. stages
                .GroupBy(s => s.PipelineId)
                .Select(p => new PipelineView(
                    p.Key.Value,
                    p.First().PipelineName,
                    [
                        .. p.Select(s => new StageView(
                            s.Id.Value,
                            s.StatusId.Value,
                            s.StatusName,
                            s.StatusColor,
                            s.IsQualifiedStage,
                            s.SortOrder,
                            s.StatusType,
                            s.IsArchived,
                            undecided.Contains(s),
                            counts?.GetValueOrDefault(s.Stage)
                        )),
                    ]
                )),
        ]);
    }

    private async Task<Dictionary<Stage, int>> CountsAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var counts = await db
            .Leads.Where(l =>
                l.UserAccountId == account && !l.IsDeleted && l.CurrentPipelineId != null && l.CurrentStatusId != null
            )
            .GroupBy(l => new { Pipeline = l.CurrentPipelineId!.Value, Status = l.CurrentStatusId!.Value })
            .Select(g => new
            {
                g.Key.Pipeline,
                g.Key.Status,
                Leads = g.Count(),
            })
            .ToListAsync(cancellationToken);
        return counts.ToDictionary(c => new Stage(c.Pipeline, c.Status), c => c.Leads);
    }
}
