using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Application.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.People;

/// <summary>The person who is signed in in this browser.</summary>
[ApiController]
[Authorize(AuthSetup.SessionPolicy)]
[Route("api/session")]
[Tags("People")]
public sealed class SessionController(IMediator mediator) : ControllerBase
{
    /// <summary>Signs in: sets the cookie of a session. Wrong attempts are limited by user and by address.</summary>
    [HttpPost]
    [AllowAnonymous]
    [ProducesResponseType<SessionView>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status400BadRequest)]
    [ProducesResponseType(StatusCodes.Status401Unauthorized)]
    [ProducesResponseType(StatusCodes.Status429TooManyRequests)]
    public async Task<SessionView> SignIn(Credentials credentials, CancellationToken cancellationToken) =>
        await HttpContext.BeginSessionAsync(
            await mediator.Send(
                new SignInCommand(credentials.Email, credentials.Password, HttpContext.CallerAddress()),
                cancellationToken
            )
        );

    /// <summary>Who is signed in, and what changes need in the header X-CSRF-Token. 401 when nobody is.</summary>
    [HttpGet]
    public Task<SessionView> Get(CancellationToken cancellationToken) =>
        mediator.Send(new GetSessionQuery(User.Session()!), cancellationToken);

    /// <summary>Signs out: the session ends, and with it every copy of its cookie.</summary>
    [HttpDelete]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> End(CancellationToken cancellationToken)
    {
        await mediator.Send(new SignOutCommand(User.Session()!), cancellationToken);
        await HttpContext.SignOutAsync(SessionCookie.SchemeName);
        return NoContent();
    }

    /// <summary>Takes a new password; the person's other sessions end.</summary>
    [HttpPut("password")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType(StatusCodes.Status429TooManyRequests)]
    public async Task<IActionResult> ChangePassword(PasswordChange change, CancellationToken cancellationToken)
    {
        await mediator.Send(
            new ChangePasswordCommand(User.Session()!, change.CurrentPassword, change.NewPassword),
            cancellationToken
        );
        return NoContent();
    }
}

public sealed record Credentials(string? Email, string? Password);

public sealed record PasswordChange(string? CurrentPassword, string? NewPassword);
