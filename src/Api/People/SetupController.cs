using AmoCrmQualification.Application.People;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.People;

/// <summary>The first start, when nobody can sign in yet.</summary>
[ApiController]
[AllowAnonymous]
[Route("api/setup")]
[Tags("People")]
public sealed class SetupController(IMediator mediator) : ControllerBase
{
    /// <summary>Whether the first administrator is yet to be made.</summary>
    [HttpGet]
    public Task<SetupView> Get(CancellationToken cancellationToken) => mediator.Send(new GetSetupQuery(), cancellationToken);

    /// <summary>Makes the first administrator, with the operator's key, and signs him in.</summary>
    [HttpPost]
    [ProducesResponseType<SessionView>(StatusCodes.Status201Created)]
    [ProducesResponseType(StatusCodes.Status400BadRequest)]
    [ProducesResponseType(StatusCodes.Status401Unauthorized)]
    [ProducesResponseType(StatusCodes.Status409Conflict)]
    [ProducesResponseType(StatusCodes.Status429TooManyRequests)]
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
