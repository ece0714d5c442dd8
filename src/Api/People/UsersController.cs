using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Application.People;
using AmoCrmQualification.Domain.People;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.People;

/// <summary>Who may sign in. For administrators.</summary>
[ApiController]
[Authorize(Roles = CurrentCaller.AdminRole)]
[Route("api/users")]
[Tags("People")]
public sealed class UsersController(IMediator mediator) : ControllerBase
{
    /// <summary>Makes a user and a link by which he sets a password, valid for 7 days.</summary>
    [HttpPost]
    [ProducesResponseType<InvitedUser>(StatusCodes.Status201Created)]
    [ProducesResponseType(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Invite(InviteUserCommand command, CancellationToken cancellationToken) =>
        StatusCode(StatusCodes.Status201Created, await mediator.Send(command, cancellationToken));

    /// <summary>The users, newest first.</summary>
    [HttpGet]
    public Task<Page<UserView>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetUsersQuery(new(limit, cursor)), cancellationToken);

    /// <summary>Changes what is given; it counts from the user's next call on.</summary>
    [HttpPatch("{id:guid}")]
    [ProducesResponseType<UserView>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status409Conflict)]
    public Task<UserView> Change(Guid id, UserChange change, CancellationToken cancellationToken) =>
        mediator.Send(new ChangeUserCommand(id, change.Role, change.AccountIds), cancellationToken);

    /// <summary>Removes a user and ends his sessions at once. The last administrator stays.</summary>
    [HttpDelete("{id:guid}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [ProducesResponseType(StatusCodes.Status409Conflict)]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new RemoveUserCommand(id), cancellationToken);
        return NoContent();
    }

    /// <summary>Makes a new link, when the former or the password is lost; the former link stops working.</summary>
    [HttpPost("{id:guid}/invitation")]
    public Task<InvitedUser> RenewInvitation(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new RenewInvitationCommand(id), cancellationToken);
}

public sealed record UserChange(PersonRole? Role, IReadOnlyList<Guid>? AccountIds);
