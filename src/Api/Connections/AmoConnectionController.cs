using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Connections;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AmoCrmQualification.Api.Connections;

/// <summary>An account's right to call amoCRM.</summary>
[ApiController]
[NotForMembers]
[Route("api/user-accounts/{id:guid}/amocrm-connection")]
[Tags("Connection to amoCRM")]
public sealed class AmoConnectionController(IMediator mediator) : ControllerBase
{
    /// <summary>Connects the account by a long-lived token, or gives it a new one.</summary>
    [HttpPut]
    public Task<AccountView> Connect(Guid id, ConnectionBody body, CancellationToken cancellationToken) =>
        mediator.Send(new ConnectAmoCommand(new(id), body.AmocrmDomain, body.LongLivedToken), cancellationToken);

    /// <summary>Disconnects the account: its webhook is removed at amoCRM, tokens are erased, what was learnt stays.</summary>
    [HttpDelete]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Disconnect(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DisconnectAmoCommand(new(id)), cancellationToken);
        return NoContent();
    }

    /// <summary>Begins to connect by consent: a person opens the address and agrees within 15 minutes.</summary>
    [HttpPost("authorization")]
    public Task<AmoAuthorizationView> Authorize(
        Guid id,
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] AuthorizationBody? body,
        CancellationToken cancellationToken
    ) => mediator.Send(new StartAmoAuthorizationCommand(new(id), body?.Platform), cancellationToken);
}

public sealed record ConnectionBody(string? AmocrmDomain, string? LongLivedToken);

public sealed record AuthorizationBody(AmoPlatform? Platform);
