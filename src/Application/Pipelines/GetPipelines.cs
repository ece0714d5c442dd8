using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Pipelines;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.Pipelines;

/// <summary>The account's pipelines by amoCRM's order, each with its stages by theirs. Empty before the first sync.</summary>
public sealed record GetPipelinesQuery(UserAccountId Account) : IRequest<PipelineList>;

public sealed record PipelineList(IReadOnlyList<PipelineView> Pipelines);

public sealed record PipelineView(long PipelineId, string PipelineName, IReadOnlyList<StageView> Stages);

/// <param name="AwaitsDecision">It appeared after the first sync and nobody has said yet whether it counts.</param>
public sealed record StageView(
    Guid Id,
    long StatusId,
    string StatusName,
    string StatusColor,
    bool IsQualifiedStage,
    int SortOrder,
    int StatusType,
    bool IsArchived,
    bool AwaitsDecision
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
                            undecided.Contains(s)
                        )),
                    ]
                )),
        ]);
    }
}
