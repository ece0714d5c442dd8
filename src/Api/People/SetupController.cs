using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.People;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.People;

/// <summary>First start, before there is a user.</summary>
[ApiController]
[AllowAnonymous]
[Route("api/setup")]
[Tags("People")]
public sealed class SetupController(IMediator mediator) : ControllerBase
{
    /// <summary>Tells if the service still needs its first administrator.</summary>
    [HttpGet]
    public Task<SetupView> Get(CancellationToken cancellationToken) => mediator.Send(new GetSetupQuery(), cancellationToken);

    /// <summary>Creates the first administrator by the operator's key, and signs in.</summary>
    [HttpPost]
    [ProducesResponseType<SessionView>(StatusCodes.Status201Created)]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.EmailInvalid,
        Reasons.PasswordLengthInvalid,
        Reasons.PasswordIsEmail,
        Reasons.PasswordRepetitive,
        Reasons.PasswordCommon
    )]
    [Problem(ProblemCodes.Unauthorized, Reasons.OperatorKeyWrong)]
    [Problem(ProblemCodes.Conflict, Reasons.UsersExist)]
    [Problem(ProblemCodes.RateLimited, Reasons.TooManyAttempts)]
    public async Task<IActionResult> Create(FirstAdministrator first, CancellationToken cancellationToken) =>
        StatusCode(
            StatusCodes.Status201Created,
            await HttpContext.BeginSessionAsync(
                await mediator.Send(
                    new CreateFirstAdministratorCommand(first.AdminKey, first.Email, first.Password, HttpContext.CallerAddress()),
                    cancellationToken
                )
            )
        );
}

public sealed record FirstAdministrator(string? AdminKey, string? Email, string? Password);
