using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Application.Connections;

namespace AmoCrmQualification.Api.Connections;

/// <summary>The webhook that amoCRM delivers an account's leads by.</summary>
[ApiController]
[NotForMembers]
[Route("api/user-accounts/{id:guid}/amocrm-webhook")]
[Tags("Connection to amoCRM")]
public sealed class AmoWebhookController(IMediator mediator) : ControllerBase
{
    /// <summary>How the webhook stands, asked of amoCRM now.</summary>
    [HttpGet]
    public Task<AmoWebhookView> Get(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetAmoWebhookQuery(new(id)), cancellationToken);

    /// <summary>Subscribes the webhook; a disabled or altered one is repaired.</summary>
    [HttpPut]
    public Task<AmoWebhookView> Subscribe(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new SubscribeAmoWebhookCommand(new(id)), cancellationToken);

    /// <summary>Removes the webhook at amoCRM. It comes back when somebody subscribes it, or connects the account anew.</summary>
    [HttpDelete]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Unsubscribe(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new UnsubscribeAmoWebhookCommand(new(id)), cancellationToken);
        return NoContent();
    }
}
