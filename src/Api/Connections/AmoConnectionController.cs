using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Connections;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AmoCrmQualification.Api.Connections;

/// <summary>An account's right to call amoCRM.</summary>
[ApiController]
[Route("api/user-accounts/{id:guid}/amocrm-connection")]
[Tags("Connection to amoCRM")]
public sealed class AmoConnectionController(IMediator mediator) : ControllerBase
{
    /// <summary>Connects the account by a long-lived token, or replaces its token.</summary>
    [HttpPut]
    [Problem(ProblemCodes.ValidationError, Reasons.DomainInvalid, Reasons.TokenMalformed)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    [Problem(ProblemCodes.Conflict, Reasons.AmoCrmAccountTaken, Reasons.AmoCrmAccountDiffers)]
    [CallsAmoCrm]
    public Task<AccountView> Connect(Guid id, ConnectionBody body, CancellationToken cancellationToken) =>
        mediator.Send(new ConnectAmoCommand(new(id), body.AmocrmDomain, body.LongLivedToken), cancellationToken);

    /// <summary>Disconnects the account: removes its webhook at amoCRM and erases its tokens; collected data stays.</summary>
    [HttpDelete]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    public async Task<IActionResult> Disconnect(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DisconnectAmoCommand(new(id)), cancellationToken);
        return NoContent();
    }

    /// <summary>Starts the OAuth authorization: returns an address at amoCRM, valid for 15 minutes.</summary>
    [HttpPost("authorization")]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    [Problem(ProblemCodes.OAuthNotConfigured, Reasons.OAuthNotConfigured)]
    public Task<AmoAuthorizationView> Authorize(
        Guid id,
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] AuthorizationBody? body,
        CancellationToken cancellationToken
    ) => mediator.Send(new StartAmoAuthorizationCommand(new(id), body?.Platform), cancellationToken);
}

public sealed record ConnectionBody(string? AmocrmDomain, string? LongLivedToken);

public sealed record AuthorizationBody(AmoPlatform? Platform);
