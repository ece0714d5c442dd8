using AmoCrmQualification.Api.Http.Errors;
using AmoCrmQualification.Application.Connections;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.Connections;

/// <summary>What amoCRM and the browsers it sends back call.</summary>
[ApiController]
[AllowAnonymous]
[Route("api/amocrm/oauth")]
[Tags("Connection to amoCRM")]
public sealed class AmoOAuthController(IMediator mediator) : ControllerBase
{
    /// <summary>
    /// A person comes back from amoCRM: the account is connected and the browser goes on to the settings of the web app,
    /// with <c>connected=1</c>, or <c>error=access_denied</c> when the person did not consent. Other errors go there with their
    /// reasons too, if a page was asked for.
    /// </summary>
    [HttpGet("callback")]
    [LandsInWebApp]
    [ProducesResponseType(StatusCodes.Status302Found)]
    public async Task<IActionResult> Callback(
        string? code,
        string? state,
        string? referer,
        string? error,
        CancellationToken cancellationToken
    ) => Redirect(await mediator.Send(new CompleteAmoAuthorizationCommand(code, state, referer, error), cancellationToken));

    /// <summary>amoCRM tells that an account has switched the integration off. Signed with the client secret.</summary>
    [HttpGet("disabled")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public async Task<IActionResult> Disabled(
        [FromQuery(Name = "client_uuid")] string? clientUuid,
        [FromQuery(Name = "account_id")] string? accountId,
        string? signature,
        CancellationToken cancellationToken
    )
    {
        await mediator.Send(new DisableAmoIntegrationCommand(clientUuid, accountId, signature), cancellationToken);
        return Ok();
    }
}
