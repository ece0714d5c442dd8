using AmoCrmQualification.Application.People;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.People;

/// <summary>Links by which people set a password, once.</summary>
[ApiController]
[AllowAnonymous]
[Route("api/invitations")]
[Tags("People")]
public sealed class InvitationsController(IMediator mediator) : ControllerBase
{
    /// <summary>Whom the link is for. 404 once it is used, replaced or too old.</summary>
    [HttpGet("{token}")]
    [ProducesResponseType<InvitationView>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public Task<InvitationView> Get(string token, CancellationToken cancellationToken) =>
        mediator.Send(new GetInvitationQuery(token), cancellationToken);

    /// <summary>Sets the password and signs in. Sessions that the person had end.</summary>
    [HttpPost("{token}")]
    [ProducesResponseType<SessionView>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status400BadRequest)]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    [ProducesResponseType(StatusCodes.Status429TooManyRequests)]
    public async Task<SessionView> Accept(string token, NewPassword body, CancellationToken cancellationToken) =>
        await HttpContext.BeginSessionAsync(
            await mediator.Send(new AcceptInvitationCommand(token, body.Password, HttpContext.CallerAddress()), cancellationToken)
        );
}

public sealed record NewPassword(string? Password);
