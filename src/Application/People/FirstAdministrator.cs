using AmoCrmQualification.Domain.People;
using FluentValidation;

namespace AmoCrmQualification.Application.People;

/// <summary>State of the setup: if a first administrator is needed.</summary>
public sealed record GetSetupQuery : IRequest<SetupView>;

/// <param name="NeedsAdministrator">There is no user: the operator's key makes the first.</param>
public sealed record SetupView(bool NeedsAdministrator);

/// <summary>The operator makes the first administrator, and is signed in as such.</summary>
public sealed record CreateFirstAdministratorCommand(string? AdminKey, string? Email, string? Password, string? Address)
    : IRequest<StartedSession>;

internal sealed class CreateFirstAdministratorValidator : AbstractValidator<CreateFirstAdministratorCommand>
{
    public CreateFirstAdministratorValidator()
    {
        RuleFor(c => c.AdminKey).NotEmpty();
        RuleFor(c => c.Email).Email();
    }
}

internal sealed class GetSetupHandler(IPeople people) : IRequestHandler<GetSetupQuery, SetupView>
{
    public async Task<SetupView> Handle(GetSetupQuery query, CancellationToken cancellationToken) =>
        new(NeedsAdministrator: !await people.AnyAsync(cancellationToken));
}

internal sealed class CreateFirstAdministratorHandler(
    IAppDbContext db,
    IOperatorKey operatorKey,
    IPeople people,
    IPasswords passwords,
    ISessions sessions,
    ISignInThrottle throttle,
    TimeProvider clock
) : IRequestHandler<CreateFirstAdministratorCommand, StartedSession>
{
    public async Task<StartedSession> Handle(CreateFirstAdministratorCommand command, CancellationToken cancellationToken)
    {
        var attempt = new SignInAttempt(command.Address, Email: null);
        await throttle.CountAsync(attempt, cancellationToken);
        if (!operatorKey.Is(command.AdminKey!))
            throw new DomainException(Refusal.Unauthorized(Reasons.OperatorKeyWrong, "This is not the operator's key."));
        await throttle.ResetAsync(attempt, cancellationToken);

        var person = new Person(PersonId.New(), command.Email!.Trim(), PersonRole.Admin, [], clock.GetUtcNow());
        PasswordRule.Check(command.Password, person.Email, "password");

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await people.AcquireExclusiveAsync(cancellationToken);
        if (await people.AnyAsync(cancellationToken))
            throw new DomainException(
                Refusal.Conflict(Reasons.UsersExist, "There are users already: an administrator invites more.")
            );
        await people.AddAsync(person, cancellationToken);
        person = await passwords.SetAsync(person, command.Password!, cancellationToken);
        var key = await sessions.BeginAsync(person, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(key, await people.ShowAsync(person, key, cancellationToken));
    }
}
