using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Connections;

namespace AmoCrmQualification.Api.Connections;

/// <summary>The webhook that amoCRM delivers an account's leads by.</summary>
[ApiController]
[Route("api/user-accounts/{id:guid}/amocrm-webhook")]
[Tags("Connection to amoCRM")]
public sealed class AmoWebhookController(IMediator mediator) : ControllerBase
{
    /// <summary>Returns the current state of the webhook at amoCRM.</summary>
    [HttpGet]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    [CallsAmoCrm]
    public Task<AmoWebhookView> Get(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetAmoWebhookQuery(new(id)), cancellationToken);

    /// <summary>Subscribes the webhook at amoCRM; repairs a disabled or altered one.</summary>
    [HttpPut]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    [CallsAmoCrm]
    public Task<AmoWebhookView> Subscribe(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new SubscribeAmoWebhookCommand(new(id)), cancellationToken);

    /// <summary>Removes the webhook at amoCRM, until it is subscribed or the account connected again.</summary>
    [HttpDelete]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    [CallsAmoCrm]
    public async Task<IActionResult> Unsubscribe(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new UnsubscribeAmoWebhookCommand(new(id)), cancellationToken);
        return NoContent();
    }
}
