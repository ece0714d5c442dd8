using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Pipelines;

namespace AmoCrmQualification.Api.Pipelines;

/// <summary>The client's pipelines and which of their stages count as qualified.</summary>
[ApiController]
[Route("api/amocrm")]
[Tags("Pipelines")]
public sealed class PipelinesController(IMediator mediator) : ControllerBase
{
    /// <summary>Synchronizes pipelines and stages from amoCRM; qualification flags set by users stay.</summary>
    [HttpPost("sync-pipelines")]
    [CallsAmoCrm]
    public Task<SyncedPipelines> Sync(Guid userAccountId, CancellationToken cancellationToken) =>
        mediator.Send(new SyncPipelinesCommand(new(userAccountId)), cancellationToken);

    /// <summary>Lists the account's pipelines and stages; with <c>withCounts</c> also the leads in each stage.</summary>
    [HttpGet("pipelines")]
    public Task<PipelineList> List(Guid userAccountId, bool? withCounts, CancellationToken cancellationToken) =>
        mediator.Send(new GetPipelinesQuery(new(userAccountId), withCounts is true), cancellationToken);

    /// <summary>Sets the qualification flag of a stage and recalculates its leads at once.</summary>
    [HttpPatch("pipeline-stages/{stageId}")]
    [Problem(ProblemCodes.NotFound, Reasons.StageUnknown)]
    public Task<StageQualification> SetQualification(Guid stageId, StageMark mark, CancellationToken cancellationToken) =>
        mediator.Send(new SetStageQualificationCommand(stageId, mark.IsQualifiedStage), cancellationToken);

    /// <summary>Previews the effect of the qualification flag; without <c>is_qualified_stage</c>, of inverting it.</summary>
    [HttpGet("pipeline-stages/{stageId}/impact")]
    [Problem(ProblemCodes.NotFound, Reasons.StageUnknown)]
    public Task<StageImpact> Impact(
        Guid stageId,
        [FromQuery(Name = "is_qualified_stage")] bool? isQualifiedStage,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetStageImpactQuery(stageId, isQualifiedStage), cancellationToken);
}

public sealed record StageMark(bool? IsQualifiedStage);
