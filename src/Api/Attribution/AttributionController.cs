using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Application.Runs;

namespace AmoCrmQualification.Api.Attribution;

/// <summary>Which deals count as leads, and whose they are.</summary>
[ApiController]
[Route("api/user-accounts/{id:guid}/attribution")]
[Tags("Attribution")]
public sealed class AttributionController(IMediator mediator) : ControllerBase
{
    /// <summary>Returns the settings that rule new leads.</summary>
    [HttpGet]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    public Task<AttributionSettingsView> Get(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetAttributionQuery(new(id)), cancellationToken);

    /// <summary>Changes the settings that rule new leads. Older leads keep what they have until settings are applied.</summary>
    [HttpPut]
    [Problem(ProblemCodes.ValidationError, Reasons.FieldMeaningInvalid, Reasons.PipelinesInvalid)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    public Task<AttributionSettingsView> Save(Guid id, AttributionChange change, CancellationToken cancellationToken) =>
        mediator.Send(new SaveAttributionCommand(new(id), change), cancellationToken);

    /// <summary>Previews what applying these settings would do; changes nothing.</summary>
    [HttpPost("preview")]
    [Problem(ProblemCodes.ValidationError, Reasons.FieldMeaningInvalid, Reasons.PipelinesInvalid)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    public Task<AttributionPreview> Preview(Guid id, AttributionChange change, CancellationToken cancellationToken) =>
        mediator.Send(new PreviewAttributionQuery(new(id), change), cancellationToken);

    /// <summary>Stores these settings and applies them to all leads. Applying the former settings undoes it.</summary>
    [HttpPost("apply")]
    [ProducesResponseType<RequestedRun>(StatusCodes.Status202Accepted)]
    [Problem(ProblemCodes.ValidationError, Reasons.FieldMeaningInvalid, Reasons.PipelinesInvalid)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    public async Task<AcceptedResult> Apply(Guid id, AttributionChange change, CancellationToken cancellationToken) =>
        Accepted(await mediator.Send(new ApplyAttributionCommand(new(id), change), cancellationToken));
}
