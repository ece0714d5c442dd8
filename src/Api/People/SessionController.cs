using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.People;

/// <summary>The person who is signed in in this browser.</summary>
[ApiController]
[Route("api/session")]
[Tags("People")]
public sealed class SessionController(IMediator mediator) : ControllerBase
{
    /// <summary>Signs in: sets the session cookie. Wrong attempts are limited by user and by address.</summary>
    [HttpPost]
    [AllowAnonymous]
    [ProducesResponseType<SessionView>(StatusCodes.Status200OK)]
    [Problem(ProblemCodes.Unauthorized, Reasons.CredentialsWrong)]
    [Problem(ProblemCodes.RateLimited, Reasons.TooManyAttempts)]
    public async Task<SessionView> SignIn(Credentials credentials, CancellationToken cancellationToken) =>
        await HttpContext.BeginSessionAsync(
            await mediator.Send(
                new SignInCommand(credentials.Email, credentials.Password, HttpContext.CallerAddress()),
                cancellationToken
            )
        );

    /// <summary>Returns the signed-in user and the value for the header X-CSRF-Token.</summary>
    [HttpGet]
    [Problem(ProblemCodes.Unauthorized, Reasons.NotSignedIn)]
    public Task<SessionView> Get(CancellationToken cancellationToken) =>
        mediator.Send(new GetSessionQuery(User.Session()!), cancellationToken);

    /// <summary>Signs out: ends the session and every copy of its cookie.</summary>
    [HttpDelete]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(ProblemCodes.Unauthorized, Reasons.NotSignedIn)]
    public async Task<IActionResult> End(CancellationToken cancellationToken)
    {
        await mediator.Send(new SignOutCommand(User.Session()!), cancellationToken);
        await HttpContext.SignOutAsync(SessionCookie.SchemeName);
        return NoContent();
    }

    /// <summary>Changes the password; ends the user's other sessions.</summary>
    [HttpPut("password")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.CurrentPasswordWrong,
        Reasons.PasswordLengthInvalid,
        Reasons.PasswordIsEmail,
        Reasons.PasswordRepetitive,
        Reasons.PasswordCommon
    )]
    [Problem(ProblemCodes.Unauthorized, Reasons.NotSignedIn)]
    [Problem(ProblemCodes.RateLimited, Reasons.TooManyAttempts)]
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
