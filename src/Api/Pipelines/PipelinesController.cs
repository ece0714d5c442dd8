using AmoCrmQualification.Application.Pipelines;

namespace AmoCrmQualification.Api.Pipelines;

/// <summary>The client's pipelines and which of their stages count as qualified.</summary>
[ApiController]
[Route("api/amocrm")]
[Tags("Pipelines")]
public sealed class PipelinesController(IMediator mediator) : ControllerBase
{
    /// <summary>Takes over pipelines and stages from amoCRM. Marks that people set survive.</summary>
    [HttpPost("sync-pipelines")]
    public Task<SyncedPipelines> Sync(Guid userAccountId, CancellationToken cancellationToken) =>
        mediator.Send(new SyncPipelinesCommand(new(userAccountId)), cancellationToken);

    /// <summary>The account's pipelines and stages; with <c>withCounts</c> also how many leads are in each stage now.</summary>
    [HttpGet("pipelines")]
    public Task<PipelineList> List(Guid userAccountId, bool? withCounts, CancellationToken cancellationToken) =>
        mediator.Send(new GetPipelinesQuery(new(userAccountId), withCounts is true), cancellationToken);

    /// <summary>Says whether leads in this stage count as qualified, and recalculates them at once.</summary>
    [HttpPatch("pipeline-stages/{stageId}")]
    public Task<StageQualification> SetQualification(Guid stageId, StageMark mark, CancellationToken cancellationToken) =>
        mediator.Send(new SetStageQualificationCommand(stageId, mark.IsQualifiedStage), cancellationToken);

    /// <summary>What flagging would do, before doing it. Without <c>is_qualified_stage</c>: the contrary of what it is now.</summary>
    [HttpGet("pipeline-stages/{stageId}/impact")]
    public Task<StageImpact> Impact(
        Guid stageId,
        [FromQuery(Name = "is_qualified_stage")] bool? isQualifiedStage,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetStageImpactQuery(stageId, isQualifiedStage), cancellationToken);
}

public sealed record StageMark(bool? IsQualifiedStage);
