using AmoCrmQualification.Api.Http.Errors;
using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Connections;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.Connections;

/// <summary>OAuth addresses for amoCRM and for browsers that return from it.</summary>
[ApiController]
[AllowAnonymous]
[Route("api/amocrm/oauth")]
[Tags("Connection to amoCRM")]
public sealed class AmoOAuthController(IMediator mediator) : ControllerBase
{
    /// <summary>Completes the OAuth authorization and redirects to the settings of the web app with <c>connected=1</c> or <c>error=</c> and a reason, such as <c>access_denied</c>. A client that does not accept HTML gets the problem itself.</summary>
    [HttpGet("callback")]
    [LandsInWebApp]
    [ProducesResponseType(StatusCodes.Status302Found)]
    [Problem(ProblemCodes.InvalidState, Reasons.AuthorizationUnknown)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.DomainInvalid,
        Reasons.AuthorizationCodeMissing,
        Reasons.AuthorizationCodeRefused
    )]
    [Problem(ProblemCodes.Conflict, Reasons.AmoCrmAccountTaken, Reasons.AmoCrmAccountDiffers)]
    [CallsAmoCrm]
    public async Task<IActionResult> Callback(
        string? code,
        string? state,
        string? referer,
        string? error,
        CancellationToken cancellationToken
    ) => Redirect(await mediator.Send(new CompleteAmoAuthorizationCommand(code, state, referer, error), cancellationToken));

    /// <summary>Disable hook: amoCRM calls it when an account switches the integration off, signed with the client secret.</summary>
    [HttpGet("disabled")]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Problem(ProblemCodes.Unauthorized, Reasons.SignatureWrong)]
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
