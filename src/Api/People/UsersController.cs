using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.People;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Api.People;

/// <summary>Users, managed by administrators.</summary>
[ApiController]
[Route("api/users")]
[Tags("People")]
public sealed class UsersController(IMediator mediator) : ControllerBase
{
    /// <summary>Creates a user and an invitation link for setting a password, valid for 7 days.</summary>
    [HttpPost]
    [ProducesResponseType<InvitedUser>(StatusCodes.Status201Created)]
    [Problem(ProblemCodes.ValidationError, Reasons.EmailInvalid, Reasons.AccountUnknown, Reasons.ContactsNeeded)]
    [Problem(ProblemCodes.Conflict, Reasons.EmailTaken)]
    public async Task<IActionResult> Invite(InviteUserCommand command, CancellationToken cancellationToken) =>
        StatusCode(StatusCodes.Status201Created, await mediator.Send(command, cancellationToken));

    /// <summary>Lists the users, newest first.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    public Task<Page<UserView>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetUsersQuery(new(limit, cursor)), cancellationToken);

    /// <summary>Changes a user's role, accounts or sight of contacts, effective at the next request.</summary>
    [HttpPatch("{id:guid}")]
    [ProducesResponseType<UserView>(StatusCodes.Status200OK)]
    [Problem(ProblemCodes.ValidationError, Reasons.AccountUnknown, Reasons.ContactsNeeded)]
    [Problem(ProblemCodes.NotFound, Reasons.UserUnknown)]
    [Problem(ProblemCodes.Conflict, Reasons.LastAdministrator)]
    public Task<UserView> Change(Guid id, UserChange change, CancellationToken cancellationToken) =>
        mediator.Send(new ChangeUserCommand(id, change.Role, change.AccountIds, change.HideContacts), cancellationToken);

    /// <summary>Removes a user and ends the user's sessions; the last administrator cannot be removed.</summary>
    [HttpDelete("{id:guid}")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    [Problem(ProblemCodes.NotFound, Reasons.UserUnknown)]
    [Problem(ProblemCodes.Conflict, Reasons.LastAdministrator)]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new RemoveUserCommand(id), cancellationToken);
        return NoContent();
    }

    /// <summary>Creates a new invitation link; the former one and the password stop working.</summary>
    [HttpPost("{id:guid}/invitation")]
    [Problem(ProblemCodes.NotFound, Reasons.UserUnknown)]
    public Task<InvitedUser> RenewInvitation(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new RenewInvitationCommand(id), cancellationToken);
}

public sealed record UserChange(PersonRole? Role, IReadOnlyList<Guid>? AccountIds, bool? HideContacts = null);
