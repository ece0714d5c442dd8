using AmoCrmQualification.Api.Http.OpenApi;
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
    /// <summary>Returns the e-mail of an invitation that is still valid.</summary>
    [HttpGet("{token}")]
    [ProducesResponseType<InvitationView>(StatusCodes.Status200OK)]
    [Problem(ProblemCodes.NotFound, Reasons.InvitationUnknown)]
    public Task<InvitationView> Get(string token, CancellationToken cancellationToken) =>
        mediator.Send(new GetInvitationQuery(token), cancellationToken);

    /// <summary>Sets the user's password and signs in; ends the user's other sessions.</summary>
    [HttpPost("{token}")]
    [ProducesResponseType<SessionView>(StatusCodes.Status200OK)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.PasswordLengthInvalid,
        Reasons.PasswordIsEmail,
        Reasons.PasswordRepetitive,
        Reasons.PasswordCommon
    )]
    [Problem(ProblemCodes.NotFound, Reasons.InvitationUnknown)]
    [Problem(ProblemCodes.RateLimited, Reasons.TooManyAttempts)]
    public async Task<SessionView> Accept(string token, NewPassword body, CancellationToken cancellationToken) =>
        await HttpContext.BeginSessionAsync(
            await mediator.Send(new AcceptInvitationCommand(token, body.Password, HttpContext.CallerAddress()), cancellationToken)
        );
}

public sealed record NewPassword(string? Password);
