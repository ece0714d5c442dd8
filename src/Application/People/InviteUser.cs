using AmoCrmQualification.Domain.People;
using FluentValidation;

namespace AmoCrmQualification.Application.People;

/// <summary>Makes a user, who sets a password by the link that comes back.</summary>
/// <param name="HideContacts">Hides names, phones, e-mails, messages and payloads from a viewer.</param>
public sealed record InviteUserCommand(
    string? Email,
    PersonRole? Role,
    IReadOnlyList<Guid>? AccountIds,
    bool? HideContacts = null
) : IRequest<InvitedUser>;

/// <summary>Makes a new link for a user: the former was lost, or the password is.</summary>
public sealed record RenewInvitationCommand(Guid User) : IRequest<InvitedUser>;

internal sealed class InviteUserValidator : AbstractValidator<InviteUserCommand>
{
    public InviteUserValidator()
    {
        RuleFor(c => c.Email).Email();
        RuleFor(c => c.Role).NotNull();
    }
}

internal sealed class InviteUserHandler(IAppDbContext db, IPeople people, InvitationLinks links, TimeProvider clock)
    : IRequestHandler<InviteUserCommand, InvitedUser>
{
    public async Task<InvitedUser> Handle(InviteUserCommand command, CancellationToken cancellationToken)
    {
        var accounts = await db.KnownAccountsAsync(command.AccountIds ?? [], cancellationToken);
        var role = command.Role!.Value;
        var person = new Person(PersonId.New(), command.Email!.Trim(), role, accounts, clock.GetUtcNow()).WithRights(
            role,
            accounts,
            command.HideContacts
        );
        var (url, invitation) = links.New();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await people.AcquireExclusiveAsync(cancellationToken);
        await people.AddAsync(person, cancellationToken);
        await people.InviteAsync(person.Id, invitation, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return InvitedUser.From(person, url, invitation);
    }
}

internal sealed class RenewInvitationHandler(IPeople people, InvitationLinks links)
    : IRequestHandler<RenewInvitationCommand, InvitedUser>
{
    public async Task<InvitedUser> Handle(RenewInvitationCommand command, CancellationToken cancellationToken)
    {
        var person =
            await people.FindAsync(new(command.User), cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.UserUnknown, "user"));
        var (url, invitation) = links.New();
        await people.InviteAsync(person.Id, invitation, cancellationToken);
        return InvitedUser.From(person, url, invitation);
    }
}
