using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Campaigns;

namespace AmoCrmQualification.Api.Campaigns;

/// <summary>Lines of business that a client advertises.</summary>
[ApiController]
[Route("api/directions")]
[Tags("Campaigns")]
public sealed class DirectionsController(IMediator mediator) : ControllerBase
{
    /// <summary>Creates a direction.</summary>
    [HttpPost]
    [ProducesResponseType<DirectionView>(StatusCodes.Status201Created)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.NameInvalid,
        Reasons.PipelineMissing,
        Reasons.PipelineUnknown,
        Reasons.StageNotOpen,
        Reasons.IdInvalid,
        Reasons.ValueOutOfRange
    )]
    public async Task<IActionResult> Create(Guid userAccountId, DirectionBody body, CancellationToken cancellationToken) =>
        StatusCode(
            StatusCodes.Status201Created,
            await mediator.Send(
                new CreateDirectionCommand(new(userAccountId), body.Name, body.PushTarget, body.Targets),
                cancellationToken
            )
        );

    /// <summary>Lists the account's directions, newest first.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    public Task<Page<DirectionView>> List(Guid userAccountId, int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetDirectionsQuery(new(userAccountId), new(limit, cursor)), cancellationToken);

    /// <summary>Changes the given properties of a direction; null clears <c>push_…_id</c> and each of the targets.</summary>
    [HttpPatch("{id:guid}")]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.NameInvalid,
        Reasons.PipelineMissing,
        Reasons.PipelineUnknown,
        Reasons.StageNotOpen,
        Reasons.IdInvalid,
        Reasons.ValueOutOfRange
    )]
    [Problem(ProblemCodes.NotFound, Reasons.DirectionUnknown)]
    public Task<DirectionView> Change(Guid id, DirectionBody body, CancellationToken cancellationToken) =>
        mediator.Send(new ChangeDirectionCommand(id, body.Name, body.PushTarget, body.Targets), cancellationToken);
}

public sealed record DirectionBody(
    string? Name,
    Optional<long> PushPipelineId,
    Optional<long> PushStatusId,
    Optional<long> PushResponsibleUserId,
    DirectionTargetsChange? Targets
)
{
    internal PushTargetChange PushTarget => new(PushPipelineId, PushStatusId, PushResponsibleUserId);
}
